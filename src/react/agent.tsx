import { type ThreeElements, useFrame } from '@react-three/fiber';
import { type ReactNode, useMemo, useState } from 'react';
import { Vector3 } from 'three';
import { createAvatarFrame } from '../core/index.ts';
import { readViewer, type VrmDriverOptions } from '../three/index.ts';
import { useAgent } from './provider.tsx';
import { type AvatarEvents, useAvatar } from './use-avatar.ts';
import { usePicture } from './use-picture.ts';

/** Besides these, everything that a group takes: position, rotation, pointer events. */
export interface AgentProps extends AvatarEvents, Omit<ThreeElements['group'], keyof AvatarEvents> {
  /** Where the VRM file lies. */
  readonly avatar: string;
  /** How the avatar moves; read when it loads. */
  readonly driver?: VrmDriverOptions;
}

const DEFAULTS: VrmDriverOptions = {};

/**
 * Shows the provider's agent as a VRM avatar in a @react-three/fiber scene.
 *
 * It stands on the floor at its position, faces +z, and looks at the camera or, in a headset, at the
 * player's eyes.
 */
export function Agent({ avatar, driver: options = DEFAULTS, onLoad, onProgress, onError, children, ...group }: AgentProps): ReactNode {
  const agent = useAgent();
  usePicture(agent);
  const driver = useAvatar(avatar, options, { onLoad, onProgress, onError });
  const frame = useMemo(() => createAvatarFrame(driver?.build), [driver]);
  const [eyes] = useState(() => new Vector3());

  useFrame(({ gl, camera }, delta) => {
    if (!driver) return;
    driver.setEyes(readViewer(gl, camera, eyes));
    agent.sample(frame);
    driver.apply(frame, delta);
  });

  return (
    <group {...group}>
      {driver && <primitive object={driver.object} dispose={null} />}
      {children}
    </group>
  );
}
