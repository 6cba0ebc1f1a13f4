import { Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import type { AttuneError, Caption } from 'attune';
import { assetUrl } from 'attune/browser';
import { AttuneProvider, useCaptions, useOwnAgent } from 'attune/react';
import { languagesOf } from 'attune/scenario';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { HealthLine } from '../shared/health/health-line.tsx';
import type { Problems } from '../shared/problems.ts';
import type { OpenSense } from '../shared/senses.ts';
import { canDraw } from '../shared/stage/can-draw.ts';
import { CaptionLines } from '../shared/talk/caption-lines.tsx';
import { Composer } from '../shared/talk/composer.tsx';
import { SenseToggle } from '../shared/talk/sense-toggle.tsx';
import { Counted } from './counted.tsx';
import { tellAgent } from './handle.ts';
import type { OpenPack } from './open-pack.ts';
import { PACKS } from './packs/packs.ts';
import type { Query } from './query.ts';
import { Notes } from './notes.tsx';
import { Stage } from './stage.tsx';
import { TopBar } from './top-bar.tsx';
import classes from './room.module.css';

interface RoomProps {
  readonly open: OpenPack;
  readonly query: Query;
  /** What the player allowed before the browser was asked for anything. */
  readonly allowed: readonly OpenSense[];
  readonly onLeave: () => void;
}

/** The character on the stage, what is said below it, and the pack's own panel beside it. */
export function Room({ open, query, allowed, onLeave }: RoomProps) {
  const { t, i18n } = useTranslation();
  const { problems, scenario, scene, pack } = open;
  const [senses, setSenses] = useState(allowed);
  const [arrived, setArrived] = useState(0);
  const [drawing] = useState(canDraw);
  const still = useReducedMotion(false, { getInitialValueInEffect: false });
  const language = i18n.language === 'zh' ? 'zh' : 'en';
  const [sources] = useState(() => scene.sources?.(query.assets));
  const agent = useOwnAgent({
    character: pack.character, avatar: assetUrl(query.assets, `avatars/${PACKS[open.id].avatar}/${query.quality === 'low' ? 'avatar.light.vrm' : 'avatar.vrm'}`),
    seed: query.seed, language, senses, dialogue: scenario.dialogue, ...(sources && { sources }),
    // The page asks before it opens a sense, so it vouches for the consent.
    compliance: { mode: query.mode, context: 'personal', consent: query.mode === 'emotion' },
  }, {
    onProgress: setArrived,
    onError: (problem: AttuneError) => problems.add('avatar', problem, 'avatar-first'),
    onProblem: (problem: AttuneError) => problems.add(...placed(problem)),
  });

  useEffect(() => {
    if (drawing !== true) problems.add('avatar', drawing);
  }, [drawing, problems]);
  useEffect(() => agent?.setMotion(still ? 0 : 1), [agent, still]);
  useEffect(() => {
    if (!agent) return undefined;
    tellAgent(agent);
    const end = open.live(agent);
    return () => {
      end();
      tellAgent(null);
    };
  }, [agent, open]);

  const state = useSyncExternalStore(scenario.subscribe, () => scenario.state);
  const finding = useSyncExternalStore(scenario.subscribe, () => scenario.finding);
  const content = pack.content[language] ?? pack.content[languagesOf(pack)[0]!]!;
  const { Panel } = scene;
  return (
    <div className={classes.page}>
      <main className={classes.room}>
        {drawing === true && <Stage low={query.quality === 'low'} agent={agent} />}
        {!agent && (
          <Stack className={classes.coming} align="center" gap="sm" role="status">
            <Text size="lg">{t('stage.preparing', { name: pack.character.name ?? '' })}</Text>
            <Progress value={arrived * 100} size="sm" w={220} aria-label={t('stage.preparing', { name: pack.character.name ?? '' })} />
          </Stack>
        )}
        <TopBar onLeave={onLeave} />
        {agent && (
          <AttuneProvider agent={agent}>
            <Talk
              senses={query.mode === 'text-only' ? null : senses} onSenses={setSenses}
              notes={<><Notes problems={problems} /><HealthLine /></>}
              choices={(scene.choices?.(state, content, language) ?? []).map(({ says }) => (
                <Button key={says} size="compact-md" radius="xl" variant="light" className={classes.choice} data-testid="choice" onClick={() => agent.say(says)}>{says}</Button>
              ))}
            />
          </AttuneProvider>
        )}
      </main>
      <aside className={classes.aside} aria-label={t(`scenario.packs.${open.id}.title`)}>
        {agent && (
          <AttuneProvider agent={agent}>
            <Panel pack={pack} content={content} language={language} scenario={scenario} state={state} finding={finding} agent={agent} audio={open.audio} reader={open.reader} />
            <Counted pack={pack} state={state} language={language} />
          </AttuneProvider>
        )}
      </aside>
    </div>
  );
}

/** What a problem of the agent's is about, and in which words it is told. */
function placed(problem: AttuneError): Parameters<Problems['add']> {
  switch (problem.code) {
    case 'model-missing': return ['text', problem, 'text-light-only'];
    case 'unsupported': return ['speech', problem, 'voice-missing'];
    case 'speech-failed': return ['speech', problem];
    default: return ['page', problem];
  }
}

interface TalkProps {
  /** Null where none may be opened. */
  readonly senses: readonly OpenSense[] | null;
  readonly onSenses: (senses: readonly OpenSense[]) => void;
  readonly notes: ReactNode;
  readonly choices: readonly ReactNode[];
}

/** What is said, what may be said by pressing it, and the line to write on. */
function Talk({ senses, onSenses, notes, choices }: TalkProps) {
  const { t } = useTranslation();
  const captions = useCaptions();
  const [correcting, setCorrecting] = useState<Caption | null>(null);
  const change = (sense: OpenSense) => (on: boolean): void => onSenses(on ? [...(senses ?? []), sense] : (senses ?? []).filter((each) => each !== sense));
  return (
    <div className={classes.lower}>
      <div className={classes.notes}>{notes}</div>
      <Paper className={classes.captions} radius="lg"><CaptionLines captions={captions} onCorrect={setCorrecting} /></Paper>
      {choices.length > 0 && <Group gap="xs" justify="center" role="group" aria-label={t('scenario.choices')}>{choices}</Group>}
      <Composer key={correcting?.id} correcting={correcting} onCorrected={() => setCorrecting(null)}>
        {senses && <><SenseToggle sense="voice" onChange={change('voice')} /><SenseToggle sense="face" onChange={change('face')} /></>}
      </Composer>
    </div>
  );
}
