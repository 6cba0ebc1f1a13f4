import { useFrame } from '@react-three/fiber';
import { readViewer } from 'attune/three';
import { Vector3 } from 'three';
import { useMeeting } from '../meeting-context.ts';

/** Notes for the console where the player's eyes are. */
export function Sight() {
  const { look } = useMeeting();
  useFrame(({ gl, camera }) => look(readViewer(gl, camera, eyes), gl.xr.isPresenting));
  return null;
}

const eyes = new Vector3();
