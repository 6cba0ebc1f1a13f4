import { Canvas } from '@react-three/fiber';
import { Agent } from 'attune/react';
import type { SceneAgent, VrmDriver } from 'attune/three';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Framing, RESTING_FOV } from '../shared/stage/framing.tsx';
import { hideOutlines } from '../shared/stage/hide-outlines.ts';
import { Lights } from '../shared/stage/lights.tsx';
import { Unhurried } from '../shared/stage/unhurried.tsx';

interface StageProps {
  readonly low: boolean;
  /** Null while it is on its way. */
  readonly agent: SceneAgent | null;
}

/** The character, head and shoulders, in a well-lit room. */
export function Stage({ low, agent }: StageProps) {
  const { t } = useTranslation();
  const name = agent?.state.character.name ?? '';
  useEffect(() => {
    if (low && agent) hideOutlines(agent.object);
  }, [low, agent]);
  return (
    <Canvas
      flat role="img" aria-label={t('stage.avatar', { name })} dpr={low ? 0.6 : [1, 2]} frameloop={low ? 'demand' : 'always'} gl={{ antialias: !low, alpha: true }}
      camera={{ fov: RESTING_FOV, near: 0.1, far: 40 }} style={{ position: 'absolute', inset: 0 }}
    >
      {low && <Unhurried />}
      <Lights />
      <Framing avatar={agent && (agent.rig as VrmDriver)} />
      {agent && <Agent agent={agent} />}
    </Canvas>
  );
}
