import { Canvas } from '@react-three/fiber';
import { XR } from '@react-three/xr';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canDraw } from '../../shared/stage/can-draw.ts';
import { Framing, RESTING_FOV } from '../../shared/stage/framing.tsx';
import { Lights } from '../../shared/stage/lights.tsx';
import { Unhurried } from '../../shared/stage/unhurried.tsx';
import type { Embodied } from '../meeting.ts';
import { useMeeting } from '../meeting-context.ts';
import { NAMES, type Query } from '../query.ts';
import { xrStore } from '../xr-store.ts';
import { Character } from './character.tsx';
import { InSession } from './in-session.tsx';

interface StageProps {
  readonly query: Query;
  readonly onEmbodied: (embodied: Embodied | null) => void;
}

/** The character on the page, and in a headset. */
export function Stage({ query, onEmbodied }: StageProps) {
  const { t } = useTranslation();
  const { problems } = useMeeting();
  const [drawing] = useState(canDraw);
  const [embodied, setEmbodied] = useState<Embodied | null>(null);
  const low = query.quality === 'low';
  useEffect(() => {
    if (drawing !== true) problems.add('avatar', drawing);
  }, [drawing, problems]);
  useEffect(() => onEmbodied(embodied), [embodied, onEmbodied]);
  // A page that goes away takes its session with it.
  useEffect(() => () => void xrStore().getState().session?.end().catch(() => undefined), []);
  if (drawing !== true) return null;
  return (
    <Canvas
      flat role="img" aria-label={t('stage.avatar', { name: NAMES[query.character] })} dpr={low ? 0.6 : [1, 2]} frameloop={low ? 'demand' : 'always'} gl={{ antialias: !low, alpha: true }}
      camera={{ fov: RESTING_FOV, near: 0.05, far: 40 }} style={{ position: 'absolute', inset: 0 }}
    >
      {low && <Unhurried />}
      <Lights />
      <Framing avatar={embodied?.driver ?? null} />
      <XR store={xrStore()}>
        <Character onEmbodied={setEmbodied} />
        {embodied && <InSession embodied={embodied} />}
      </XR>
    </Canvas>
  );
}
