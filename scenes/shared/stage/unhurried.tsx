import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';

/** Draws this many pictures a second: enough to follow a face, and it leaves a machine without a graphics card time to see one. */
const RATE = 10;

/** Draws on demand, at a rate of its own. In a headset the headset sets the rate. */
export function Unhurried() {
  const invalidate = useThree((state) => state.invalidate);
  useEffect(() => {
    const timer = setInterval(invalidate, 1000 / RATE);
    return () => clearInterval(timer);
  }, [invalidate]);
  return null;
}
