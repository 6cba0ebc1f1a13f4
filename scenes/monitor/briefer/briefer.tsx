import { Canvas } from '@react-three/fiber';
import { Progress, Stack, Text } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import type { AttuneError } from 'attune';
import { assetUrl } from 'attune/browser';
import type { Briefing } from 'attune/monitor';
import { Agent, useOwnAgent } from 'attune/react';
import type { VrmDriver } from 'attune/three';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canDraw } from '../../shared/stage/can-draw.ts';
import { Framing, RESTING_FOV } from '../../shared/stage/framing.tsx';
import { hideOutlines } from '../../shared/stage/hide-outlines.ts';
import { Lights } from '../../shared/stage/lights.tsx';
import { Unhurried } from '../../shared/stage/unhurried.tsx';
import type { Query } from '../query.ts';
import { speakBriefing } from './speak-briefing.ts';
import classes from './briefing-card.module.css';

interface BrieferProps {
  readonly briefing: Briefing;
  readonly query: Query;
  readonly onLine: (line: number | null) => void;
}

/** What is told where there is no voice for a language: no file of it, or none on this device. */
const VOICELESS: ReadonlySet<AttuneError['code']> = new Set(['speech-failed', 'unsupported', 'asset-missing']);

/** Mira, small, who tells what changed. She listens to nobody, and no sense is opened. */
export function Briefer({ briefing, query: { assets, quality }, onLine }: BrieferProps) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'zh' ? 'zh' : 'en';
  const low = quality === 'low';
  const [arrived, setArrived] = useState(0);
  const [fault, setFault] = useState<string | null>(null);
  const [silent, setSilent] = useState(false);
  const [drawing] = useState(canDraw);
  const still = useReducedMotion(false, { getInitialValueInEffect: false });
  const agent = useOwnAgent(
    { avatar: assetUrl(assets, `avatars/mira/${low ? 'avatar.light.vrm' : 'avatar.vrm'}`), character: { name: 'Mira' }, assets, language, text: null, dialogue: null },
    { onProgress: setArrived, onError: ({ message }: AttuneError) => setFault(message), onProblem: ({ code }: AttuneError) => VOICELESS.has(code) && setSilent(true) },
  );
  useEffect(() => agent?.setMotion(still ? 0 : 1), [agent, still]);
  useEffect(() => {
    if (low && agent) hideOutlines(agent.object);
  }, [low, agent]);
  useEffect(() => (agent ? speakBriefing(agent, briefing, language, onLine) : undefined), [agent, briefing, language, onLine]);
  if (drawing !== true || fault !== null) return <Text size="sm" c="dimmed" role="status">{t('monitor.briefing.unseen', { message: fault ?? (drawing as AttuneError).message })}</Text>;
  return (
    <>
      <div className={classes.stage} data-testid="briefer" data-here={agent !== null}>
        <Canvas flat role="img" aria-label={t('stage.avatar', { name: 'Mira' })} dpr={low ? 0.6 : [1, 2]} frameloop={low ? 'demand' : 'always'} gl={{ antialias: !low, alpha: true }} camera={{ fov: RESTING_FOV, near: 0.1, far: 40 }}>
          {low && <Unhurried />}
          <Lights />
          <Framing avatar={agent && (agent.rig as VrmDriver)} />
          {agent && <Agent agent={agent} />}
        </Canvas>
        {!agent && <Stack className={classes.coming} align="center" gap="xs" role="status"><Text size="sm">{t('stage.preparing', { name: 'Mira' })}</Text><Progress value={arrived * 100} size="sm" w={140} aria-label={t('stage.preparing', { name: 'Mira' })} /></Stack>}
      </div>
      {silent && <Text size="xs" c="dimmed">{t('monitor.briefing.silent')}</Text>}
    </>
  );
}
