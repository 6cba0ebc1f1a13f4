import { Canvas, useFrame } from '@react-three/fiber';
import { assetUrl } from 'attune/browser';
import type { AttuneError } from 'attune';
import { Agent } from 'attune/react';
import type { VrmDriver } from 'attune/three';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Framing } from '../../shared/stage/framing.tsx';
import { NAMES } from '../../playground/characters/characters.ts';
import { canDraw } from '../../shared/stage/can-draw.ts';
import { hideOutlines } from '../../shared/stage/hide-outlines.ts';
import { Lights } from '../../shared/stage/lights.tsx';
import { Unhurried } from '../../shared/stage/unhurried.tsx';
import { useHost, useHostView } from '../host-context.ts';

/** A portrait lens, in degrees. */
const FOV = 24;

/** The character, who is there all day: the same picture before, in and after a visit. */
export function KioskStage() {
  const { t } = useTranslation();
  const host = useHost();
  const { id } = useHostView(({ who }) => who);
  const [drawing] = useState(canDraw);
  const [driver, setDriver] = useState<VrmDriver | null>(null);
  const low = host.config.quality === 'low';

  useEffect(() => {
    if (drawing !== true) host.problems.add('avatar', drawing);
  }, [drawing, host]);
  useEffect(() => () => host.show(null), [host]);
  const onLoad = useCallback((loaded: VrmDriver) => {
    if (low) hideOutlines(loaded.object);
    host.show(loaded);
    setDriver(loaded);
  }, [host, low]);
  const onError = useCallback((problem: AttuneError) => host.problems.add('avatar', problem, 'avatar-first'), [host]);

  if (drawing !== true) return null;
  return (
    <Canvas
      flat role="img" aria-label={t('stage.avatar', { name: NAMES[id] })} dpr={low ? 0.6 : [1, 2]} frameloop={low ? 'demand' : 'always'} gl={{ antialias: !low, alpha: true }}
      camera={{ fov: FOV, near: 0.1, far: 40 }} style={{ position: 'absolute', inset: 0 }}
    >
      {low && <Unhurried />}
      <Lights />
      <Sounding />
      <Framing avatar={driver} />
      <Agent avatar={assetUrl(host.tools.assets, `avatars/${id}/${low ? 'avatar.light.vrm' : 'avatar.vrm'}`)} onLoad={onLoad} onError={onError} />
    </Canvas>
  );
}

/** Lets the agent be heard from its mouth, and counts the pictures for those who watch over them. */
function Sounding() {
  const host = useHost();
  useFrame(({ gl, camera }) => {
    // What is drawn into a context that was lost is no picture.
    if (!gl.getContext().isContextLost()) host.drew();
    if (host.driver) host.tools.mouth.follow(host.driver, gl, camera);
  });
  return null;
}
