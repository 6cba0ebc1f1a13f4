import { useReducedMotion } from '@mantine/hooks';
import { type AttuneError, type Compliance, createScriptedDialogue } from 'attune';
import { createDialogue } from 'attune/dialogue';
import { useAgentEvents, useOwnAgent } from 'attune/react';
import type { SceneAgent } from 'attune/three';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { canDraw } from '../shared/stage/can-draw.ts';
import type { OpenSense } from '../shared/senses.ts';
import { Captions } from './hud/captions.tsx';
import { Choices } from './hud/choices.tsx';
import { Ending } from './hud/ending.tsx';
import { NoteList } from './hud/note-list.tsx';
import { Standing } from './hud/standing.tsx';
import { TopBar } from './hud/top-bar.tsx';
import { Write } from './hud/write.tsx';
import type { Inn } from './open-inn.ts';
import type { Query } from './query.ts';
import type { Person } from './story/evening.ts';
import classes from './taproom.module.css';

/** Three and everything that draws with it come only once somebody goes in. */
const Stage = lazy(() => import('./inn/stage.tsx').then(({ Stage: component }) => ({ default: component })));

/** The page asks before it opens a sense, so it vouches for the consent. */
const COMPLIANCE: Partial<Compliance> = { mode: 'emotion', context: 'personal', consent: true };

const VOICES = { emil: 'older', mira: 'feminine' } as const;

interface TaproomProps {
  readonly inn: Inn;
  readonly query: Query;
  /** What the player allowed before the browser was asked for anything. */
  readonly allowed: readonly OpenSense[];
  readonly onLeave: () => void;
  /** Begins another evening, with the senses that are open now. */
  readonly onAgain: (open: readonly OpenSense[]) => void;
}

/** One evening: two people, what can be said to them, and what is said. */
export function Taproom({ inn, query, allowed, onLeave, onAgain }: TaproomProps) {
  const { t } = useTranslation();
  const { story, problems } = inn;
  const [senses, setSenses] = useState(allowed);
  const [drawing] = useState(canDraw);
  const still = useReducedMotion(false, { getInitialValueInEffect: false });
  const facing = useStore(story.view, ({ evening }) => evening.facing);
  const over = useStore(story.view, (view) => view.over);
  const emil = usePerson('emil', inn, query, senses);
  const mira = usePerson('mira', inn, query, senses);

  useAgentEvents(mira, {
    // Whoever wants to try again finds the switch off.
    onSense: ({ sense, status }) => (status === 'failed' || status === 'refused') && setSenses((before) => before.filter((each) => each !== sense)),
  });
  useEffect(() => {
    if (drawing !== true) problems.add('avatar', drawing);
  }, [drawing, problems]);
  useEffect(() => (emil && mira ? story.live({ emil, mira }) : undefined), [story, emil, mira]);

  const people = emil && mira ? { emil, mira } : null;
  return (
    <div className={classes.page}>
      <main className={classes.room}>
        {drawing === true
          ? <Suspense><Stage query={query} story={story} people={people} facing={facing} still={still} /></Suspense>
          : <p className={classes.unseen}>{t('inn.noPicture')}</p>}
        <TopBar senses={senses} onSenses={setSenses} person={mira} onLeave={onLeave} />
        <Standing story={story} />
        <NoteList problems={problems} />
        {people
          ? (
            <div className={classes.lower}>
              <Captions people={people} />
              {over ? <Ending story={story} onAgain={() => onAgain(senses)} onLeave={onLeave} /> : (
                <>
                  <Choices story={story} />
                  <Write story={story} />
                </>
              )}
            </div>
          )
          : <p className={classes.loading} role="status">{t('inn.loading')} …</p>}
      </main>
    </div>
  );
}

/** One of the two: their character and avatar come by their name, their words from the story. */
function usePerson(person: Person, { story, senses: shared, problems }: Inn, { quality }: Query, senses: readonly OpenSense[]): SceneAgent | null {
  const { i18n } = useTranslation();
  const addressed = (): boolean => story.view.getState().evening.facing === person;
  const onProblem = (problem: AttuneError): void => problems.add(problem.code === 'speech-failed' ? 'speech' : 'page', problem);
  return useOwnAgent({
    character: person, voice: VOICES[person], senses, compliance: COMPLIANCE,
    ...(quality === 'low' && { detail: 'light' as const }),
    language: i18n.language === 'zh' ? 'zh' : 'en',
    dialogue: story.dialogueOf(person, createDialogue()), fallback: createScriptedDialogue(),
    sources: { face: () => shared.face.for(addressed), voice: () => shared.voice.for(addressed) },
  }, { onProblem });
}
