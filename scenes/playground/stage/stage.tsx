import { Canvas } from '@react-three/fiber';
import type { AttuneError } from 'attune';
import { Agent, useAgentState, useHealth } from 'attune/react';
import type { VrmDriver } from 'attune/three';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canDraw } from '../../shared/stage/can-draw.ts';
import { hideOutlines } from '../../shared/stage/hide-outlines.ts';
import { Framing, RESTING_FOV } from '../../shared/stage/framing.tsx';
import { Lights } from '../../shared/stage/lights.tsx';
import { Unhurried } from '../../shared/stage/unhurried.tsx';
import type { AvatarChoice } from '../avatar-choice.ts';
import { useMeeting } from '../meeting-context.ts';
import type { Query } from '../query.ts';
import { NoPicture } from './no-picture.tsx';
import { Sight } from './sight.tsx';

const InHeadset = lazy(() => import('./in-headset.tsx').then(({ InHeadset: component }) => ({ default: component })));

interface StageProps {
  readonly query: Query;
  readonly choice: AvatarChoice;
  /** Whether a headset may be entered. */
  readonly vr: boolean;
}

/** The avatar in a well-lit room. Without WebGL or an avatar the conversation goes on in writing. */
export function Stage({ query, choice, vr }: StageProps) {
  const { t } = useTranslation();
  const meeting = useMeeting();
  const name = useAgentState((state) => state.character.name);
  const [driver, setDriver] = useState<VrmDriver | null>(null);
  const [drawing] = useState(canDraw);
  const [failed, setFailed] = useState<AvatarChoice | null>(null);
  const canvas = useFreshCanvas();
  const low = query.quality === 'low';

  useEffect(() => {
    if (drawing !== true) meeting.problems.add('avatar', drawing);
  }, [drawing, meeting]);
  useEffect(() => () => {
    meeting.show(null, null);
  }, [meeting]);

  const onLoad = useCallback((loaded: VrmDriver) => {
    if (low) hideOutlines(loaded.object);
    meeting.show(loaded, choice.own);
    meeting.problems.settle('avatar');
    meeting.load('avatar', null);
    setDriver(loaded);
  }, [choice, low, meeting]);
  const onError = useCallback((problem: AttuneError) => {
    meeting.load('avatar', null);
    meeting.problems.add('avatar', problem, meeting.driver ? problem.code : 'avatar-first');
    setFailed(choice);
  }, [choice, meeting]);
  const onProgress = useCallback((share: number) => meeting.load('avatar', Math.min(0.99, share)), [meeting]);

  if (drawing !== true || (failed === choice && !driver)) return <NoPicture />;
  const agent = <Agent key={choice.attempt} avatar={choice.url} onLoad={onLoad} onError={onError} onProgress={onProgress} />;
  return (
    <Canvas
      key={canvas} flat role="img" aria-label={t('stage.avatar', { name })} dpr={low ? 0.6 : [1, 2]} frameloop={low ? 'demand' : 'always'} gl={{ antialias: !low, alpha: true }}
      camera={{ fov: RESTING_FOV, near: 0.1, far: 40 }} style={{ position: 'absolute', inset: 0 }}
    >
      <Awaiting key={`${choice.attempt} ${choice.url}`} />
      {low && <Unhurried />}
      <Lights />
      <Sight />
      <Framing avatar={driver} />
      {vr ? <Suspense fallback={null}><InHeadset headHeight={driver?.headHeight ?? 1.5}>{agent}</InHeadset></Suspense> : agent}
    </Canvas>
  );
}

/** As often as a canvas is tried anew. */
const CANVASES = 3;

/** Counts up whenever the browser did not give the picture back, and only another canvas helps. */
function useFreshCanvas(): number {
  const { condition } = useHealth().picture;
  const [{ count, lost }, setCanvas] = useState({ count: 0, lost: false });
  if (lost !== (condition === 'failed')) setCanvas({ lost: !lost, count: lost || count >= CANVASES ? count : count + 1 });
  return count;
}

/** Says that an avatar is on its way, until the stage says that it came or failed. */
function Awaiting() {
  const meeting = useMeeting();
  useEffect(() => {
    meeting.load('avatar', 0);
    return () => meeting.load('avatar', null);
  }, [meeting]);
  return null;
}
