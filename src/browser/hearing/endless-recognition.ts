import { AttuneError, type Seconds } from '../../core/index.ts';
import type { Recognition, RecognitionClass, RecognitionResultEvent } from './recognition-api.ts';

export interface EndlessEvents {
  readonly results: (event: RecognitionResultEvent) => void;
  /** It starts, or starts anew, and numbers its results from 0. */
  readonly starts: () => void;
  /** It has ended for good, after it had been running. */
  readonly failed: (problem: AttuneError) => void;
}

/** A recognition that starts again whenever the browser ends it. */
export interface EndlessRecognition {
  /** Resolves when it listens; rejects with an {@link AttuneError} when it never will. */
  readonly ready: Promise<void>;
  /** Forgets what it is still thinking about. */
  forget(): void;
  end(): void;
}

/** Errors after which there is no point in going on; browsers report all else (silence, a pause) and can start again. */
const HOPELESS: Readonly<Record<string, string>> = {
  'not-allowed': 'The browser does not allow its speech recognition on this page. Allow the microphone, or go on by typing.',
  'service-not-allowed': 'The browser does not allow its speech recognition on this page. Switch it on in the browser\'s settings, or go on by typing.',
  'audio-capture': 'The browser\'s speech recognition found no microphone. Plug one in, then start it again.',
  'language-not-supported': 'The browser\'s speech recognition does not know this language. Go on by typing.',
  network: 'The browser\'s speech recognition could not reach its maker\'s server. Check the connection, or go on by typing.',
};
/** Between an end and the next start. */
const PAUSE: Seconds = 0.2;
/** So many ends in a row, each within a second of its start, are no silence. */
const MOST_FAILURES = 5;

/** Starts to listen in one language, on the device alone where `local`. */
export function startEndlessRecognition(api: RecognitionClass, lang: string, local: boolean, events: EndlessEvents): EndlessRecognition {
  const recognition: Recognition = new api();
  recognition.lang = lang;
  recognition.continuous = true;
  recognition.interimResults = true;
  if (local) recognition.processLocally = true;
  const life = new AbortController();
  const { signal } = life;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [began, failures, listens] = [0, 0, false];
  let settle: { readonly resolve: () => void; readonly reject: (problem: AttuneError) => void } | null = null;

  function end(): void {
    clearTimeout(timer);
    life.abort();
    recognition.abort();
    settle?.reject(new AttuneError('words-unheard', 'The recogniser was closed before it was ready.'));
  }

  function fail(message: string): void {
    const problem = new AttuneError('words-unheard', message);
    settle?.reject(problem);
    end();
    if (listens) events.failed(problem);
  }

  function start(): void {
    began = performance.now();
    events.starts();
    try {
      recognition.start();
    } catch (thrown) {
      fail(`The browser's speech recognition did not start (${String(thrown)}). Reload the page, or go on by typing.`);
    }
  }

  recognition.addEventListener('start', () => {
    listens = true;
    settle?.resolve();
  }, { signal });
  recognition.addEventListener('result', (event) => {
    failures = 0;
    events.results(event);
  }, { signal });
  recognition.addEventListener('error', ({ error }) => {
    const hopeless = HOPELESS[error];
    if (hopeless !== undefined) fail(hopeless);
  }, { signal });
  recognition.addEventListener('end', () => {
    failures = performance.now() - began < 1000 ? failures + 1 : 0;
    if (failures >= MOST_FAILURES) fail('The browser\'s speech recognition ends again and again as soon as it has started. Reload the page, or go on by typing.');
    else timer = setTimeout(start, PAUSE * 1000);
  }, { signal });
  const ready = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  start();
  return { ready, forget: () => recognition.abort(), end };
}
