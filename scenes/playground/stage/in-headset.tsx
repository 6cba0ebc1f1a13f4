import { useFrame, useThree } from '@react-three/fiber';
import { useXR, XR } from '@react-three/xr';
import { readViewer, standBefore } from 'attune/three';
import { type ReactNode, useEffect, useRef } from 'react';
import { type Group, Vector3 } from 'three';
import { ContactShadow } from '../../shared/stage/contact-shadow.tsx';
import { Room } from '../../shared/stage/room.tsx';
import { VrCaption } from './vr-caption.tsx';
import { xrStore } from './xr-store.ts';

/** How far away the avatar stands, in metres: the near end of the distance at which people talk. */
const DISTANCE = 1.2;

interface InHeadsetProps {
  readonly headHeight: number;
  readonly children: ReactNode;
}

/** Lets the avatar be met in a headset: at life size, on the floor, facing the player. */
export function InHeadset({ headHeight, children }: InHeadsetProps) {
  return (
    <XR store={xrStore()}>
      <FacingThePlayer headHeight={headHeight}>{children}</FacingThePlayer>
    </XR>
  );
}

function FacingThePlayer({ headHeight, children }: InHeadsetProps) {
  const place = useRef<Group>(null);
  const placedIn = useRef<XRSession | null>(null);
  const session = useXR((xr) => xr.session);
  const gl = useThree((state) => state.gl);
  const camera = useThree((state) => state.camera);

  useEffect(() => {
    const standing = place.current;
    if (!session) return undefined;
    return () => {
      standing?.position.set(0, 0, 0);
      standing?.rotation.set(0, 0, 0);
    };
  }, [session]);
  // A page that goes away takes its session with it.
  useEffect(() => () => void xrStore().getState().session?.end().catch(() => undefined), []);

  useFrame(() => {
    const present = gl.xr.getSession();
    if (!gl.xr.isPresenting || placedIn.current === present || !place.current) return;
    const space = gl.xr.getReferenceSpace();
    if (!space || !gl.xr.getFrame()?.getViewerPose(space)) return;
    standBefore(place.current, readViewer(gl, camera, eyes, direction), direction, DISTANCE);
    placedIn.current = present;
  });

  return (
    <>
      <group ref={place}>
        {children}
        {session && <ContactShadow />}
        {session && <VrCaption height={headHeight - 0.42} />}
      </group>
      {session && <Room />}
    </>
  );
}

const eyes = new Vector3();
const direction = new Vector3();
