import { type Agent, type AgentEvent, asProblem, type Clock, createAgent, createRelease } from 'attune';
import { type AudioHub, createAudioHub, createBrowserClock, createMoonshineRecognizer, createVoiceSource, endWithPage, type VoiceSource } from 'attune/browser';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Course, createCourse } from '../shared/course.ts';
import { createProblems, type Problems, subjectOf } from '../shared/problems.ts';
import { createFileQueue, type FileQueue } from './file-queue.ts';
import { createMeasurements, type Measurements } from './measurements.ts';

export interface ListeningView {
  /** What is heard now, or about to be. */
  readonly source: 'microphone' | 'files' | 'nothing';
  readonly device: string | null;
  /** Share of the detector that has been fetched; null when nothing is on its way. */
  readonly loading: number | null;
  /** Whether words are to be made out, and the share that has been loaded for it; null when nothing is on its way. */
  readonly words: boolean;
  readonly loadingWords: number | null;
}

/** A voice that is listened to, live or from files: what is open, what was measured, and how both end. */
export interface Listening {
  readonly agent: Agent;
  readonly clock: Clock;
  readonly audio: AudioHub;
  readonly view: StoreApi<ListeningView>;
  readonly problems: Problems;
  readonly measurements: Measurements;
  /** What the agent made of it. */
  readonly course: Course;
  readonly queue: FileQueue;
  openMicrophone(device?: string | null): Promise<void>;
  closeMicrophone(): Promise<void>;
  /** Reads files; the microphone rests meanwhile. */
  read(files: readonly File[]): void;
  /** Whether words are made out. */
  makeOutWords(on: boolean): void;
  /** Releases the microphone, the sound and every worker. */
  stop(): Promise<void>;
  /** Forgets everything that was measured; what is heard goes on as a stranger. */
  erase(): Promise<void>;
  /** Takes in an event as if a source had sent it. */
  take(event: AgentEvent): void;
}

/** The longest stretch of time that the charts can show. */
export const LONGEST = 300;

/** Begins to listen. Call it from a tap or a key, or the browser holds the sound back. */
export function beginListening(assets: string, microphone: boolean, firstDevice: string | null): Listening {
  const clock = createBrowserClock();
  const audio = createAudioHub();
  const problems = createProblems();
  const measurements = createMeasurements();
  const view = createStore<ListeningView>(() => ({ source: 'nothing', device: firstDevice, loading: null, words: true, loadingWords: null }));
  const agent = createAgent({ clock, onProblem: (problem) => problems.add('page', problem) });
  const heard = (): boolean => agent.state.senses.voice.status === 'live';
  const recognizer = () => createMoonshineRecognizer({ assets });
  const course = createCourse(agent, clock, {
    remembered: LONGEST, view: ({ senses }) => senses.voice ?? null, goesOn: heard,
  });
  let source: VoiceSource | null = null;
  /** Whether the microphone is to go on after the files. */
  let resting = false;

  const take = (event: AgentEvent): void => {
    agent.dispatch(event);
    measurements.observe(event, agent.state.affect.senses.voice ?? null);
  };
  /** Every voice is a stranger's: what is usual for the one before must not judge it. */
  const meet = (name: string): void => {
    source?.reset();
    agent.erase();
    measurements.begin(name, clock.now());
  };

  /** Hears a microphone, or a stream in its stead. */
  async function attach(input: { readonly deviceId?: string; readonly stream?: MediaStream }): Promise<void> {
    problems.settle('voice');
    problems.settle('text');
    const opened = createVoiceSource({
      ...input, audio, assets,
      ...(view.getState().words ? { recognizer: recognizer() } : {}),
      onRecognizer: (share) => view.setState({ loadingWords: share !== null && share < 1 ? share : null }),
      onStats: measurements.hear,
      onProgress: (share) => view.setState({ loading: share < 1 ? share : null }),
    });
    source = opened;
    await agent.attach({
      sense: 'voice', stop: opened.stop,
      start: (time, sink) => opened.start(time, {
        ...sink,
        problem: (problem) => problems.add(subjectOf('voice', problem), problem),
        words(words) {
          sink.words(words);
          measurements.read(words);
        },
        event(event) {
          sink.event(event);
          measurements.observe(event, agent.state.affect.senses.voice ?? null);
        },
      }),
    });
    view.setState({ loading: null });
  }

  async function listen(device: string | null): Promise<void> {
    view.setState({ source: 'microphone', device });
    meet('microphone');
    await attach(device === null ? {} : { deviceId: device });
  }

  async function detach(): Promise<void> {
    source = null;
    await agent.detach('voice');
    view.setState({ source: 'nothing', loading: null });
  }

  const queue = createFileQueue({
    audio,
    async hear(stream) {
      const { source: before } = view.getState();
      resting = before === 'microphone';
      view.setState({ source: 'files' });
      await attach({ stream });
    },
    heard,
    understood: () => view.getState().loadingWords === null && !measurements.utterances.at(-1)?.awaited,
    next: meet,
    async rest() {
      if (view.getState().source !== 'files') return;
      await detach();
      if (resting) await listen(view.getState().device);
    },
  });

  const listening: Listening = {
    agent, clock, audio, view, problems, measurements, course, queue, take,
    async openMicrophone(device = view.getState().device) {
      resting = false;
      await queue.stop();
      await listen(device);
    },
    async closeMicrophone() {
      resting = false;
      if (view.getState().source === 'microphone') await detach();
    },
    read: (files) => queue.add(files),
    makeOutWords(words) {
      view.setState({ words });
      problems.settle('text');
      source?.listenWith(words ? recognizer() : null);
    },
    async stop() {
      resting = false;
      await queue.stop();
      await detach();
      problems.settle('voice');
      problems.settle('text');
      await audio.close();
    },
    async erase() {
      await queue.clear();
      source?.reset();
      agent.erase();
      measurements.clear();
      course.clear();
    },
  };

  const held = createRelease((problem) => problems.add('page', problem));
  held.hold('The sound', audio.close);
  held.hold('The agent', agent.stop);
  held.hold('The files', queue.stop);
  endWithPage(held.end);
  agent.start();
  void audio.open().catch((thrown: unknown) => problems.add('page', asProblem(thrown, 'unsupported', 'Sound could not be opened')));
  if (microphone) void listening.openMicrophone();
  return listening;
}
