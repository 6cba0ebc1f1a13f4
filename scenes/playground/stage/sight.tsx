import { useFrame } from '@react-three/fiber';
import { readViewer } from 'attune/three';
import { Vector3 } from 'three';
import { useMeeting } from '../meeting-context.ts';

/** Notes where the player's eyes are, and lets the agent be heard from its mouth. */
export function Sight() {
  const meeting = useMeeting();
  useFrame(({ gl, camera }) => {
    meeting.look(readViewer(gl, camera, eyes), gl.xr.isPresenting);
    if (meeting.driver) meeting.mouth.follow(meeting.driver, gl, camera);
  });
  return null;
}

const eyes = new Vector3();
