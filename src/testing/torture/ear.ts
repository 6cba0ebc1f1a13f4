import type { Clock, HeardWords, SessionTime, SignalSink, SpeechRecognizer } from '../../core/index.ts';

/** What a microphone makes of speech: the part of a voice source that asks a recogniser. */
export interface Ear {
  /** Whether the words of the speech under way will be told. */
  readonly hears: boolean;
  open(): void;
  begin(at: SessionTime): void;
  end(): void;
  close(): void;
}

/** Makes the ear of a source that tells `sink`. */
export type MakeEar = (recognizer: SpeechRecognizer, sink: Pick<SignalSink, 'words' | 'problem'>, clock: Clock) => Ear;

/** An ear that believes its recogniser everything. */
export const simpleEar: MakeEar = (recognizer, sink) => {
  let open = false;
  let hears = false;
  const attempt = (call: () => void): boolean => {
    try {
      call();
      return true;
    } catch {
      return false;
    }
  };
  const listener = { words: (words: HeardWords) => sink.words(words), progress: () => undefined, problem: sink.problem };
  return {
    get hears() {
      return hears;
    },
    open() {
      recognizer.open(listener).then(() => {
        open = true;
      }, sink.problem);
    },
    begin(at) {
      hears = open && attempt(() => recognizer.begin({ id: `heard-${Math.round(at * 1000)}`, at }));
    },
    end() {
      if (hears) attempt(() => recognizer.end(0.2));
      hears = false;
    },
    close() {
      open = false;
      recognizer.close().catch(sink.problem);
    },
  };
};
