import { useFrame, useThree } from '@react-three/fiber';
import { useXR } from '@react-three/xr';
import { createPlacement } from 'attune/xr';
import { useEffect, useMemo, useRef } from 'react';
import type { Group } from 'three';
import type { Embodied } from '../meeting.ts';
import { useMeeting, useMeetingView } from '../meeting-context.ts';

/** In augmented reality the player points at a place on the floor, and a ring shows it; a press, a pinch or a tap stands the character there. */
export function Placing({ embodied: { encounter } }: { readonly embodied: Embodied }) {
  const meeting = useMeeting();
  const placing = useMeetingView((view) => view.placing);
  const gl = useThree((state) => state.gl);
  const camera = useThree((state) => state.camera);
  const session = useXR((xr) => xr.session);
  const ring = useRef<Group>(null);
  const placement = useMemo(() => createPlacement(gl, camera), [camera, gl]);
  useEffect(() => () => placement.dispose(), [placement]);
  useEffect(() => {
    if (!session || !placing) return undefined;
    const place = (): void => {
      if (!placement.at || encounter.phase === 'apart') return;
      encounter.stand(placement.at);
      meeting.view.setState({ placing: false });
    };
    session.addEventListener('select', place);
    return () => session.removeEventListener('select', place);
  }, [encounter, meeting, placement, placing, session]);
  useFrame(() => {
    if (!placing) return;
    placement.update();
    const { at } = placement;
    if (!ring.current) return;
    ring.current.visible = at !== null;
    if (at) ring.current.position.set(at.x, at.y + 0.006, at.z);
  });
  if (!placing) return null;
  return (
    <group ref={ring} visible={false} rotation-x={-Math.PI / 2}>
      <mesh><ringGeometry args={[0.24, 0.28, 48]} /><meshBasicMaterial color="#e8a888" transparent opacity={0.95} /></mesh>
      <mesh><circleGeometry args={[0.24, 48]} /><meshBasicMaterial color="#e8a888" transparent opacity={0.22} depthWrite={false} /></mesh>
    </group>
  );
}
