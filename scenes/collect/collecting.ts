import { createRelease, type FaceSignal, type SenseStatus, type VoiceSignal } from 'attune';
import { ADAPTED_SENSES, type AdaptedSense, type HeadAdaptation, type HeadLesson, type HeadVerdict } from 'attune/adapt';
import { createBrowserClock, createTextReader, endWithPage } from 'attune/browser';
import { cleanEpisodes, type Episode, type Label, labelEpisode, lessonOf, type Observed, type SelfReport, summariseFace, summariseVoice, summariseWords } from 'attune/collect';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { openOwnHeads } from '../shared/own-heads.ts';
import { createProblems, type Problems } from '../shared/problems.ts';
import { createSenses } from './senses.ts';
import { type Prompt, promptOf } from './prompts.ts';

/** What was just observed and has no label yet. */
export interface Captured {
  readonly observed: Observed;
  readonly prompt: Prompt;
  readonly words: string | null;
}

export interface CollectingView {
  readonly open: Readonly<Record<'face' | 'voice', SenseStatus>>;
  /** Which sense is being recorded; null for none. */
  readonly recording: AdaptedSense | null;
  readonly captured: Captured | null;
  /** Oldest first. */
  readonly episodes: readonly Episode[];
  /** A letter for whoever is before the camera. */
  readonly person: string;
  readonly learning: AdaptedSense | null;
  readonly verdicts: Readonly<Partial<Record<AdaptedSense, HeadVerdict>>>;
  readonly adapted: readonly AdaptedSense[];
}

/** Episodes of this visit, how they come about, and what is learnt from them. */
export interface Collecting {
  readonly view: StoreApi<CollectingView>;
  readonly problems: Problems;
  readonly heads: HeadAdaptation;
  /** Whether written words may stay in episodes. */
  readonly keepsWords: boolean;
  /** Asks for a device that is not open. */
  open(sense: 'face' | 'voice'): Promise<void>;
  /** Records a few seconds of a face or a voice. */
  record(sense: 'face' | 'voice', prompt: Prompt): Promise<void>;
  read(text: string, prompt: Prompt): Promise<void>;
  /** Keeps what was captured, with the person's own label. */
  keep(label: Omit<Label, 'rater'>, felt: SelfReport | null): void;
  discard(): void;
  label(id: string, label: Label): void;
  remove(id: string): void;
  /** Adds episodes of a folder; those that are there already stay as they are. */
  add(episodes: readonly Episode[]): void;
  meet(person: string): void;
  /** Suits a head to the person who is here, if their labels say that it helps. */
  adapt(sense: AdaptedSense): Promise<void>;
  asItWas(): Promise<void>;
  /** Releases camera and microphone. */
  stop(): Promise<void>;
  /** Deletes everything, from the device too. */
  erase(): Promise<void>;
}

/** How long an episode of a face and of a voice is. */
export const LENGTHS = { face: 3, voice: 4 } as const;

/** Begins to collect; call it from a tap. Only what was allowed is opened. */
export function beginCollecting(assets: string, allowed: { readonly face: boolean; readonly voice: boolean; readonly words: boolean }): Collecting {
  const clock = createBrowserClock();
  const problems = createProblems();
  const heads = openOwnHeads((problem) => problems.add('page', problem));
  const view = createStore<CollectingView>(() => ({ open: { face: 'off', voice: 'off' }, recording: null, captured: null, episodes: [], person: 'A', learning: null, verdicts: {}, adapted: [] }));
  heads.subscribe(() => view.setState({ adapted: ADAPTED_SENSES.filter((sense) => heads.corrections[sense]) }));
  const senses = createSenses({ clock, assets, problems, onStatus: (sense, status) => view.setState(({ open }) => ({ open: { ...open, [sense]: status } })) });
  const reader = createTextReader({ assets, full: false, listens: false, onProblem: (problem) => problems.add('text', problem) });
  let numbers = 0;
  /** Raised by erasing: what was under way then is not shown any more. */
  let age = 0;
  const show = (asOf: number, captured: Captured): void => {
    if (asOf === age) view.setState({ recording: null, captured });
  };

  const held = createRelease((problem) => problems.add('page', problem));
  held.hold('The senses', senses.stop);
  held.hold('The reader', reader.dispose);
  endWithPage(held.end);

  const collecting: Collecting = {
    view, problems, heads, keepsWords: allowed.words,
    open: senses.open,
    async record(sense, prompt) {
      if (view.getState().recording) return;
      const asOf = age;
      view.setState({ recording: sense, captured: null });
      const observed = sense === 'face' ? summariseFace(await senses.gather<FaceSignal>(sense, LENGTHS.face)) : summariseVoice(await senses.gather<VoiceSignal>(sense, LENGTHS.voice));
      show(asOf, { observed, prompt, words: null });
    },
    async read(text, prompt) {
      const asOf = age;
      view.setState({ recording: 'text', captured: null });
      const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
      const observed = summariseWords(text, await reader.read(text, language));
      show(asOf, { observed, prompt, words: allowed.words ? text : null });
    },
    keep(label, felt) {
      const { captured, person, episodes } = view.getState();
      if (!captured) return;
      const ids = new Set(episodes.map(({ id }) => id));
      let id: string;
      do id = `${captured.observed.sense}-${(numbers += 1)}`; while (ids.has(id));
      const episode: Episode = { id, person, prompt: promptOf(captured.observed.sense, captured.prompt), ...captured.observed, labels: [{ rater: person, ...label }], felt, words: captured.words };
      view.setState({ captured: null, episodes: [...episodes, episode] });
    },
    discard: () => view.setState({ captured: null }),
    label: (id, label) => view.setState(({ episodes }) => ({ episodes: episodes.map((episode) => (episode.id === id ? labelEpisode(episode, label) : episode)) })),
    remove: (id) => view.setState(({ episodes }) => ({ episodes: episodes.filter((episode) => episode.id !== id) })),
    add: (more) => view.setState(({ episodes }) => ({ episodes: [...episodes, ...more.filter(({ id }) => episodes.every((episode) => episode.id !== id))] })),
    meet: (person) => view.setState({ person, captured: null, verdicts: {} }),
    async adapt(sense) {
      view.setState({ learning: sense });
      // Learning holds the page up for a moment; it says so first.
      await new Promise((done) => setTimeout(done, 30));
      const verdict = heads.learn(sense, lessonsFor(view.getState(), sense));
      view.setState(({ verdicts }) => ({ learning: null, verdicts: { ...verdicts, [sense]: verdict } }));
    },
    async asItWas() {
      view.setState({ verdicts: {} });
      await heads.remove();
    },
    stop: senses.stop,
    async erase() {
      age += 1;
      senses.forget();
      view.setState({ episodes: [], captured: null, recording: null, verdicts: {} });
      await heads.remove();
    },
  };
  for (const sense of ['face', 'voice'] as const) if (allowed[sense]) void collecting.open(sense);
  return collecting;
}

/** What the person who is here has labelled and can be learnt from. */
export function lessonsFor({ episodes, person }: Pick<CollectingView, 'episodes' | 'person'>, sense: AdaptedSense): readonly HeadLesson[] {
  return cleanEpisodes(episodes).kept.flatMap((episode) => {
    const lesson = episode.sense === sense && episode.person === person ? lessonOf(episode, person) : null;
    return lesson ? [lesson] : [];
  });
}
