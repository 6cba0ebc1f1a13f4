import { useFrame, useThree } from '@react-three/fiber';
import { useMemo, useRef } from 'react';
import { PerspectiveCamera, Vector3 } from 'three';
import type { Person } from '../story/evening.ts';
import { PLACES } from './places.ts';

/** The player's eyes, in metres above the floor. */
const EYES = 1.45;
/** How fast they turn: what is left of a turn falls to 1/e in so many seconds. */
const TURN = 0.35;

/**
 * Looks at whom the player faces. On a wide screen the other one stays in view; on a narrow one there is room for one.
 *
 * @param still cuts instead of turning
 */
export function PointOfView({ facing, still }: { readonly facing: Person; readonly still: boolean }) {
  const narrow = useThree(({ size }) => size.width < size.height);
  const goal = useMemo(() => {
    const [x, , z] = PLACES[facing];
    return narrow
      ? { from: new Vector3(0.86 * x, EYES, 1.75), to: new Vector3(x, 1.02, z), fov: 38 }
      : { from: new Vector3(0.12 * x, EYES, 2.4), to: new Vector3(0.36 * x, 1, z), fov: 38 };
  }, [facing, narrow]);
  const looking = useRef<Vector3 | null>(null);
  useFrame(({ camera }, delta) => {
    const share = still || !looking.current ? 1 : 1 - Math.exp(-Math.min(delta, 0.1) / TURN);
    looking.current ??= goal.to.clone();
    looking.current.lerp(goal.to, share);
    camera.position.lerp(goal.from, share);
    camera.lookAt(looking.current);
    if (camera instanceof PerspectiveCamera && camera.fov !== goal.fov) {
      camera.fov = goal.fov;
      camera.updateProjectionMatrix();
    }
  });
  return null;
}
