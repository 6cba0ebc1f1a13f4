import { useFrame } from '@react-three/fiber';
import { useXR } from '@react-three/xr';
import { AttuneProvider } from 'attune/react';
import { lazy, Suspense, useEffect, useRef } from 'react';
import type { Group } from 'three';
import { ContactShadow } from '../../shared/stage/contact-shadow.tsx';
import { Room } from '../../shared/stage/room.tsx';
import type { Embodied } from '../meeting.ts';
import { useMeeting } from '../meeting-context.ts';
import { Placing } from './placing.tsx';

/** Panels and what lays them out come with the first session. */
const Panels = lazy(() => import('../panels/panels.tsx').then(({ Panels: component }) => ({ default: component })));

/** What is around the character in a headset: a room in virtual reality, nothing in augmented reality, and panels in both. */
export function InSession({ embodied }: { readonly embodied: Embodied }) {
  const meeting = useMeeting();
  const session = useXR((xr) => xr.session);
  const mode = useXR((xr) => xr.mode);
  useEffect(() => {
    meeting.view.setState({ placing: session !== undefined && mode === 'immersive-ar' });
  }, [meeting, mode, session]);
  if (!session) return null;
  return (
    <AttuneProvider agent={embodied.agent}>
      {mode === 'immersive-vr' && <Room />}
      <Shadow embodied={embodied} />
      <Placing embodied={embodied} />
      <Suspense fallback={null}><Panels embodied={embodied} ar={mode === 'immersive-ar'} /></Suspense>
    </AttuneProvider>
  );
}

/** Goes where the feet go. */
function Shadow({ embodied: { driver } }: { readonly embodied: Embodied }) {
  const group = useRef<Group>(null);
  useFrame(() => {
    if (!group.current) return;
    group.current.visible = driver.object.visible;
    group.current.position.setFromMatrixPosition(driver.object.matrixWorld);
  });
  return <group ref={group} visible={false}><ContactShadow /></group>;
}
