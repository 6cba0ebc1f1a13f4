import { useReducedMotion } from '@mantine/hooks';
import { Canvas, useFrame, useThree } from '@react-three/fiber';
import { createAvatarFrame } from 'attune';
import { assetUrl } from 'attune/browser';
import { useAvatar } from 'attune/react';
import { readViewer, type VrmDriver } from 'attune/three';
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MathUtils, type PerspectiveCamera, Vector3 } from 'three';
import { canDraw } from '../../shared/stage/can-draw.ts';
import { hideOutlines } from '../../shared/stage/hide-outlines.ts';
import { Lights } from '../../shared/stage/lights.tsx';
import { Unhurried } from '../../shared/stage/unhurried.tsx';
import { FOV, viewOf } from '../../shared/stage/view.ts';
import type { Query } from '../query.ts';
import { useVoicing } from '../voicing-context.ts';

interface SpeakerStageProps {
  readonly query: Query;
  readonly name: string;
  readonly onShown: () => void;
  /** She can't be drawn or fetched; the voicing's problems tell why. */
  readonly onMissing: () => void;
  readonly onProgress: (share: number) => void;
}

/** Mira's face, close enough to read her lips. */
export function SpeakerStage({ query, name, onMissing, ...events }: SpeakerStageProps) {
  const { t } = useTranslation();
  const { performer, problems } = useVoicing();
  const reduced = useReducedMotion(false, { getInitialValueInEffect: false });
  const [drawing] = useState(canDraw);
  const low = query.quality === 'low';
  useEffect(() => performer.setMotion(reduced ? 0 : 1), [performer, reduced]);
  useEffect(() => {
    if (drawing === true) return;
    problems.add('avatar', drawing);
    onMissing();
  }, [drawing, onMissing, problems]);
  if (drawing !== true) return null;
  return (
    <Canvas
      flat role="img" aria-label={t('stage.avatar', { name })} dpr={low ? 0.6 : [1, 2]} frameloop={low ? 'demand' : 'always'} gl={{ antialias: !low, alpha: true }}
      camera={{ fov: FOV, near: 0.05, far: 60 }} style={{ position: 'absolute', inset: 0 }}
    >
      {low && <Unhurried />}
      <Lights />
      <Speaker url={assetUrl(query.assets, `avatars/mira/${low ? 'avatar.light.vrm' : 'avatar.vrm'}`)} outlines={!low} onMissing={onMissing} {...events} />
    </Canvas>
  );
}

const OPTIONS = {};
const viewer = new Vector3();
/** Nearer than a portrait: lips are to be read. */
const NEARER = 0.7;

function Speaker({ url, outlines, onShown, onMissing, onProgress }: Omit<SpeakerStageProps, 'query' | 'name'> & { readonly url: string; readonly outlines: boolean }) {
  const voicing = useVoicing();
  const camera = useThree((state) => state.camera) as PerspectiveCamera;
  const { width, height } = useThree((state) => state.size);
  const onLoad = useCallback((loaded: VrmDriver) => {
    if (!outlines) hideOutlines(loaded.object);
    onShown();
  }, [onShown, outlines]);
  const driver = useAvatar(url, OPTIONS, {
    onLoad, onProgress,
    onError(problem) {
      voicing.problems.add('avatar', problem);
      onMissing();
    },
  });
  const frame = useMemo(() => driver && createAvatarFrame(driver.build), [driver]);
  useLayoutEffect(() => {
    if (!driver) return;
    const { middle, tall, wide } = viewOf(driver, 'face', null);
    const half = Math.tan((FOV * MathUtils.DEG2RAD) / 2);
    camera.position.set(0, middle, NEARER * Math.max(tall / 2 / half, wide / 2 / (half * (width / height))));
    camera.rotation.set(0, 0, 0);
  }, [camera, driver, height, width]);
  useFrame((state, delta) => {
    if (!driver || !frame) return;
    driver.setEyes(readViewer(state.gl, camera, viewer));
    voicing.fill(frame);
    driver.apply(frame, delta);
  });
  return driver && <primitive object={driver.object} dispose={null} />;
}
