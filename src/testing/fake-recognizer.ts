import { AttuneError, type HeardWords, type Language, type RecognizerListener, type Speech, type SpeechRecognizer } from '../core/index.ts';

/** A recogniser that knows beforehand what it will hear. */
export interface FakeRecognizer extends SpeechRecognizer {
  readonly opened: boolean;
  /** Samples of the newest speech so far. */
  readonly heard: number;
  /** Pauses that it was told of. */
  readonly pauses: number;
  /** As if so much of the speech under way had been made out; `paused` when it is all up to the last pause. */
  guess(text: string, stable?: number, paused?: boolean): void;
  /** As if something had gone wrong. */
  fail(problem: AttuneError): void;
}

/** What the recogniser will hear. By default it says nothing, in English, with a confidence of 0.9; `needsSound` is whether it is given the samples, by default true; with `fails` it can't be opened. */
export interface FakeRecognizerOptions {
  /** What the speeches say, one after the other; those beyond the last say nothing. */
  readonly texts?: readonly string[];
  readonly language?: Language;
  readonly confidence?: number;
  readonly needsSound?: boolean;
  readonly fails?: boolean;
}

/** It answers a speech in the microtask after its end. */
export function createFakeRecognizer(options: FakeRecognizerOptions = {}): FakeRecognizer {
  const { texts = [], language = 'en', confidence = 0.9, needsSound = true, fails = false } = options;
  let listener: RecognizerListener | null = null;
  let current: Speech | null = null;
  let awaited = new Set<string>();
  let ended = 0;
  let heard = 0;
  let pauses = 0;

  const words = ({ id, at }: Speech, text: string, stable: number, final: boolean): HeardWords => ({ id, at, text, stable, final, confidence, language, source: 'fake' });
  const forget = (): void => {
    current = null;
    awaited = new Set();
  };

  return {
    source: 'fake', language, onDevice: true, needsSound,
    get opened() {
      return listener !== null;
    },
    get heard() {
      return heard;
    },
    async open(next) {
      if (fails) throw new AttuneError('words-unheard', 'Expected a recogniser, but this fake one fails on purpose.');
      next.progress(1);
      listener = next;
    },
    begin(speech) {
      current = speech;
      heard = 0;
    },
    push(samples) {
      if (current) heard += samples.length;
    },
    get pauses() {
      return pauses;
    },
    pause() {
      if (current) pauses += 1;
    },
    end() {
      if (!current) return;
      const speech = current;
      const text = texts[ended] ?? '';
      current = null;
      ended += 1;
      awaited.add(speech.id);
      queueMicrotask(() => {
        if (awaited.delete(speech.id)) listener?.words(words(speech, text, text.length, true));
      });
    },
    guess(text, stable = 0, paused = false) {
      if (current) listener?.words({ ...words(current, text, stable, false), paused });
    },
    fail: (problem) => listener?.problem(problem),
    cancel: forget,
    async close() {
      forget();
      listener = null;
    },
  };
}
