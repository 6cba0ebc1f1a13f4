import { useFrame } from '@react-three/fiber';
import { readViewer } from 'attune/three';
import { Vector3 } from 'three';
import { useMeeting } from '../meeting-context.ts';

/** Notes for the console where the player's eyes are. */
export function Sight() {
  const { sight } = useMeeting();
  useFrame(({ gl, camera }) => {
    const { x, y, z } = readViewer(gl, camera, eyes);
    Object.assign(sight.eyes, { x, y, z });
    sight.inHeadset = gl.xr.isPresenting;
  });
  return null;
}

const eyes = new Vector3();
