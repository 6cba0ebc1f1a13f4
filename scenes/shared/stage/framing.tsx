import { useThree } from '@react-three/fiber';
import { useEffect, useLayoutEffect, useMemo, useReducer } from 'react';
import type { VrmDriver } from 'attune/three';
import { Box3, PerspectiveCamera } from 'three';

/** A portrait lens, in degrees: a wide one at arm's length would swell the nose. */
export const RESTING_FOV = 24;

/** What must be in the picture: head and shoulders, in metres. Narrow screens step back until they fit. */
const TALL = 0.66;
const WIDE = 0.43;

/** The eyes stand this far above the middle of the picture, as a share of its height. */
const EYES = 0.16;

/** Above ears and hair, in metres. */
const AIR = 0.02;

/** A room this low, in pixels, is half covered by the bar above and the captions below: the avatar steps back and down. */
const LOW_ROOM = 420;

/** Frames head and shoulders for any shape of screen, and restores the camera after a headset has used it. */
export function Framing({ avatar }: { avatar: Pick<VrmDriver, 'headHeight' | 'object'> | null }) {
  const get = useThree((state) => state.get);
  const size = useThree((state) => state.size);
  const gl = useThree((state) => state.gl);
  const headHeight = avatar?.headHeight ?? null;
  // A fox's ears reach higher than anybody's hair.
  const crown = useMemo(() => (avatar ? new Box3().setFromObject(avatar.object).max.y - avatar.headHeight : 0), [avatar]);
  const [, frameAgain] = useReducer((count: number) => count + 1, 0);

  useEffect(() => {
    gl.xr.addEventListener('sessionend', frameAgain);
    return () => gl.xr.removeEventListener('sessionend', frameAgain);
  }, [gl]);

  useLayoutEffect(() => {
    const { camera } = get();
    if (headHeight === null || gl.xr.isPresenting || !(camera instanceof PerspectiveCamera)) return;
    const half = Math.tan((RESTING_FOV * Math.PI) / 360);
    const aspect = size.width / size.height;
    const low = size.height < LOW_ROOM;
    const distance = Math.max((low ? 1.25 : 1) * TALL / 2 / half, (crown + AIR) / (0.5 - EYES) / 2 / half, WIDE / 2 / (half * aspect));
    // Captions and the line to write on cover the lower part, so the eyes stand above the middle.
    const tall = 2 * distance * half;
    camera.position.set(0, headHeight - (low ? 0.11 : EYES) * tall, distance);
    camera.rotation.set(0, 0, 0);
    camera.scale.set(1, 1, 1);
    camera.fov = RESTING_FOV;
    camera.aspect = aspect;
    camera.updateProjectionMatrix();
  });
  return null;
}
