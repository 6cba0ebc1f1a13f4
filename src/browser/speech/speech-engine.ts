import { AttuneError, type Seconds, type Unit } from '../../core/index.ts';
import type { FromSpeechWorker, ToSpeechWorker } from './worker-messages.ts';

/** A speech worker's keeper: starts it when needed, and again when it dies. */
export interface SpeechEngine<Request, Sentence> {
  /** Resolves when the voice is loaded. */
  prepare(): Promise<void>;
  say(request: Request): Promise<Sentence>;
  dispose(): void;
}

export interface SpeechEngineOptions<Load> {
  /** What the worker is to load. */
  readonly load: Load;
  readonly startWorker: () => Worker;
  readonly onProgress?: ((share: Unit) => void) | undefined;
}

/** How often in a row the worker may die before it is given up. */
const MAX_DEATHS = 3;
const FIRST_BACK_OFF: Seconds = 0.25;
/** A terminated worker reports nothing: silence for this long counts as death. */
const SILENCE: Seconds = 20;

interface Job<Sentence> {
  readonly resolve: (sentence: Sentence) => void;
  readonly reject: (problem: AttuneError) => void;
}

/** Makes an engine; no worker is started before it is first used. */
export function createSpeechEngine<Load, Request, Sentence>({ load, startWorker, onProgress }: SpeechEngineOptions<Load>): SpeechEngine<Request, Sentence> {
  const jobs = new Map<number, Job<Sentence>>();
  let worker: Worker | null = null;
  let loaded: Promise<void> | null = null;
  let settleLoading: { resolve: () => void; reject: (problem: AttuneError) => void } | null = null;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let deaths = 0;
  let lastJob = 0;
  let disposed = false;

  const send = (message: ToSpeechWorker<Load, Request>): void => worker?.postMessage(message, []);

  const watch = (): void => {
    clearTimeout(watchdog);
    if (settleLoading || jobs.size > 0) watchdog = setTimeout(() => die(`it was silent for ${SILENCE} s`), SILENCE * 1000);
  };

  /** Ends the worker and everything that waits for it. */
  const end = (problem: AttuneError): void => {
    clearTimeout(watchdog);
    worker?.terminate();
    worker = null;
    loaded = null;
    settleLoading?.reject(problem);
    settleLoading = null;
    for (const job of jobs.values()) job.reject(problem);
    jobs.clear();
  };

  const die = (why: string): void => {
    deaths++;
    end(new AttuneError('speech-failed', `Speech synthesis stopped: ${why}. The next utterance starts it again.`));
  };

  const hear = (message: FromSpeechWorker<Sentence>): void => {
    switch (message.kind) {
      case 'progress':
        onProgress?.(message.share);
        break;
      case 'ready':
        settleLoading?.resolve();
        settleLoading = null;
        break;
      case 'load-failed':
        return end(new AttuneError(message.code, message.message));
      case 'said':
        deaths = 0;
        jobs.get(message.job)?.resolve(message.sentence);
        jobs.delete(message.job);
        break;
      case 'say-failed':
        jobs.get(message.job)?.reject(new AttuneError('speech-failed', `Could not say a sentence: ${message.message}.`));
        jobs.delete(message.job);
        break;
    }
    watch();
  };

  const start = async (): Promise<void> => {
    if (deaths > 0) await new Promise((resolve) => setTimeout(resolve, FIRST_BACK_OFF * 2 ** (deaths - 1) * 1000));
    if (disposed) throw gone();
    const started = startWorker();
    worker = started;
    started.addEventListener('message', ({ data }: MessageEvent<FromSpeechWorker<Sentence>>) => {
      if (worker === started) hear(data);
    });
    started.addEventListener('error', (event) => {
      event.preventDefault();
      if (worker === started) die(event.message ? `its worker failed with "${event.message}"` : 'its worker could not be loaded');
    });
    await new Promise<void>((resolve, reject) => {
      settleLoading = { resolve, reject };
      send({ kind: 'load', load });
      watch();
    });
  };

  const prepare = (): Promise<void> => {
    if (disposed) return Promise.reject(gone());
    if (deaths >= MAX_DEATHS) {
      return Promise.reject(new AttuneError('speech-failed', `Speech synthesis stopped ${deaths} times in a row and is given up. Captions go on; reload the page to try again.`));
    }
    if (!loaded) {
      const loading = start();
      loaded = loading;
      loading.catch(() => {
        if (loaded === loading) loaded = null;
      });
    }
    return loaded;
  };

  return {
    prepare,
    async say(request) {
      await prepare();
      const job = ++lastJob;
      return new Promise((resolve, reject) => {
        jobs.set(job, { resolve, reject });
        send({ kind: 'say', job, request });
        watch();
      });
    },
    dispose() {
      disposed = true;
      end(gone());
    },
  };
}

function gone(): AttuneError {
  return new AttuneError('speech-failed', 'This voice was disposed; create another to speak.');
}
