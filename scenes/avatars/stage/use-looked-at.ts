import { type RootState, useThree } from '@react-three/fiber';
import { readViewer, type VrmDriver } from 'attune/three';
import { useEffect, useRef } from 'react';
import { Vector3 } from 'three';
import { useRehearsal } from '../rehearsal-context.ts';

/** How far in front of the face the pointer and a direction lie, in metres. */
const REACH = 1.2;

/** Finds the point that the avatar is asked to look at, for every picture anew; null is straight ahead. */
export function useLookedAt(): (state: RootState, driver: VrmDriver) => Vector3 | null {
  const { wishes } = useRehearsal();
  const canvas = useThree((state) => state.gl.domElement);
  const pointer = useRef({ x: 0, y: 0 });
  useEffect(() => {
    // The whole page counts: eyes that stop at the edge of the panel would look lost.
    const follow = ({ clientX, clientY }: PointerEvent): void => {
      const { left, top, width, height } = canvas.getBoundingClientRect();
      pointer.current = { x: (2 * (clientX - left)) / width - 1, y: 1 - (2 * (clientY - top)) / height };
    };
    window.addEventListener('pointermove', follow);
    return () => window.removeEventListener('pointermove', follow);
  }, [canvas]);

  return ({ gl, camera }, { headHeight }) => {
    const { gaze, aside } = wishes.getState();
    switch (gaze) {
      case 'ahead': return null;
      case 'viewer': return readViewer(gl, camera, point);
      case 'aside': return point.setFromSphericalCoords(REACH, Math.PI / 2 - aside.pitch, aside.yaw).setY(headHeight + REACH * Math.sin(aside.pitch));
      case 'pointer': {
        // On the plane through the face that the camera sees square on, brought towards the viewer.
        face.set(0, headHeight, 0);
        const depth = point.copy(face).project(camera).z;
        point.set(pointer.current.x, pointer.current.y, depth).unproject(camera);
        return point.add(readViewer(gl, camera, eyes).sub(face).setLength(REACH / 2));
      }
    }
  };
}

const point = new Vector3();
const face = new Vector3();
const eyes = new Vector3();
