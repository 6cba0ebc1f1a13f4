import { useEffect, useReducer } from 'react';
import { useMeeting } from './meeting-context.ts';

/** Draws again `rate` times a second, for figures that change with every frame: nobody reads faster. */
export function usePulse(rate = 5): void {
  const { clock } = useMeeting();
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => clock.every(1 / rate, draw), [clock, rate]);
}
