import { Canvas } from '@react-three/fiber';
import type { VrmDriver } from 'attune/three';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canDraw } from '../../shared/stage/can-draw.ts';
import { ContactShadow } from '../../shared/stage/contact-shadow.tsx';
import { Lights } from '../../shared/stage/lights.tsx';
import { Unhurried } from '../../shared/stage/unhurried.tsx';
import { FOV, type Shot, viewOf } from '../../shared/stage/view.ts';
import type { Query } from '../query.ts';
import { useRehearsal, useRehearsalView, useWish } from '../rehearsal-context.ts';
import { AvatarOnStage } from './avatar-on-stage.tsx';
import { Orbit } from './orbit.tsx';
import type { Orbiter } from './orbiter.ts';

interface StageProps {
  readonly query: Query;
  readonly shot: Shot;
  readonly still: boolean;
  readonly onOrbiter: (orbiter: Orbiter) => void;
}

/** The avatar in a well-lit room, to be looked at from all sides. */
export function Stage({ query, shot, still, onOrbiter }: StageProps) {
  const { t } = useTranslation();
  const rehearsal = useRehearsal();
  const choice = useRehearsalView((view) => view.choice);
  const name = useRehearsalView((view) => view.shown?.name ?? view.choice.title);
  const pose = useWish((wish) => wish.pose);
  const [driver, setDriver] = useState<VrmDriver | null>(null);
  const [drawing] = useState(canDraw);
  const view = useMemo(() => driver && viewOf(driver, shot, pose), [driver, pose, shot]);
  const low = query.quality === 'low';

  useEffect(() => {
    if (drawing !== true) rehearsal.fail(drawing, choice);
  }, [choice, drawing, rehearsal]);

  if (drawing !== true) return null;
  return (
    <Canvas
      flat role="img" aria-label={t('stage.avatar', { name })} dpr={low ? 0.6 : [1, 2]} frameloop={low ? 'demand' : 'always'} gl={{ antialias: !low, alpha: true }}
      camera={{ fov: FOV, near: 0.05, far: 60 }} style={{ position: 'absolute', inset: 0 }}
    >
      {low && <Unhurried />}
      <Lights />
      {driver && <ContactShadow />}
      {view && <Orbit view={view} still={still} onReady={onOrbiter} />}
      <AvatarOnStage choice={choice} outlines={!low} onLoad={setDriver} />
    </Canvas>
  );
}
