import type { AttuneError, Clock, SenseStatus, Signal, SignalSink } from 'attune';
import { createAudioHub, createFaceSource, createVoiceSource } from 'attune/browser';
import { type Problems, subjectOf } from '../shared/problems.ts';

type Opened = 'face' | 'voice';

/** Camera and microphone, and what comes of them while something is recorded. Nothing of it is kept otherwise. */
export interface Senses {
  open(sense: Opened): Promise<void>;
  /** All signals of the next seconds; fewer where the sense stops before. */
  gather<S extends Signal>(sense: Opened, seconds: number): Promise<readonly S[]>;
  /** Forgets what is usual for the person: somebody else may come. */
  forget(): void;
  stop(): Promise<void>;
}

interface SensesOptions {
  readonly clock: Clock;
  readonly assets: string;
  readonly problems: Problems;
  readonly onStatus: (sense: Opened, status: SenseStatus) => void;
}

/** Makes senses of which none is open. */
export function createSenses({ clock, assets, problems, onStatus }: SensesOptions): Senses {
  const audio = createAudioHub();
  const sources = { face: createFaceSource({ assets }), voice: createVoiceSource({ audio, assets }) };
  let gathered: { readonly sense: Opened; readonly signals: Signal[]; readonly end: () => void } | null = null;

  const sinkOf = (sense: Opened): SignalSink => ({
    words: () => undefined,
    problem: (problem: AttuneError) => problems.add(subjectOf(sense, problem), problem),
    event(event) {
      if (event.type === 'signal' && gathered?.sense === sense) gathered.signals.push(event.signal);
      if (event.type !== 'sense') return;
      onStatus(sense, event.status);
      if (event.status !== 'live' && event.status !== 'starting' && gathered?.sense === sense) gathered.end();
    },
  });

  return {
    async open(sense) {
      problems.settle(sense);
      // Called from a tap, or the browser holds the sound back.
      if (sense === 'voice') await audio.open();
      await sources[sense].start(clock, sinkOf(sense));
    },
    gather<S extends Signal>(sense: Opened, seconds: number) {
      return new Promise<readonly S[]>((resolve) => {
        const signals: Signal[] = [];
        const end = (): void => {
          clearTimeout(timer);
          gathered = null;
          resolve(signals as readonly Signal[] as readonly S[]);
        };
        const timer = setTimeout(end, 1000 * seconds);
        gathered = { sense, signals, end };
      });
    },
    forget() {
      gathered?.end();
      sources.face.reset();
      sources.voice.reset();
    },
    async stop() {
      gathered?.end();
      await Promise.all([sources.face.stop(), sources.voice.stop()]);
      await audio.close();
    },
  };
}
