import { AttuneError, createPart, type Seconds, type Unit, type WatchedPart } from '../../core/index.ts';
import { keepWorker } from '../supervise/keep-worker.ts';
import type { FromSpeechWorker, ToSpeechWorker } from './worker-messages.ts';

/** A speech worker's keeper: starts it when needed, and again when it dies. */
export interface SpeechEngine<Request, Sentence> {
  /** How its worker is doing. */
  readonly part: WatchedPart;
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

/** A long sentence by a neural voice takes a busy machine so long. */
const PATIENCE: Seconds = 30;

interface Job<Sentence> {
  readonly resolve: (sentence: Sentence) => void;
  readonly reject: (problem: AttuneError) => void;
}

/** Makes an engine; no worker is started before it is first used. Once it was, a worker that dies is started again. */
export function createSpeechEngine<Load, Request, Sentence>({ load, startWorker, onProgress }: SpeechEngineOptions<Load>): SpeechEngine<Request, Sentence> {
  const part = createPart('speech');
  const jobs = new Map<number, Job<Sentence>>();
  let loaded: Promise<void> | null = null;
  let settle: Pick<Job<void>, 'reject'> & { resolve: () => void } = { resolve: () => undefined, reject: () => undefined };
  let givenUp: AttuneError | null = null;
  let lastJob = 0;
  let disposed = false;

  const send = (message: ToSpeechWorker<Load, Request>): void => kept.send(message);

  const awaitLoading = (): Promise<void> => {
    const loading = new Promise<void>((resolve, reject) => {
      settle = { resolve, reject };
    });
    loading.catch(() => undefined);
    return loading;
  };

  /** Nothing comes any more of what waits. */
  const rejectAll = (problem: AttuneError): void => {
    for (const job of jobs.values()) job.reject(problem);
    jobs.clear();
  };

  const hear = (message: FromSpeechWorker<Sentence>): void => {
    switch (message.kind) {
      case 'progress':
        return onProgress?.(message.share);
      case 'ready':
        kept.running();
        return settle.resolve();
      case 'load-failed': {
        const problem = new AttuneError(message.code, message.message);
        kept.fail(problem);
        loaded = null;
        return settle.reject(problem);
      }
      case 'said':
        jobs.get(message.job)?.resolve(message.sentence);
        jobs.delete(message.job);
        return;
      case 'say-failed':
        jobs.get(message.job)?.reject(new AttuneError('speech-failed', `Could not say a sentence: ${message.message}.`));
        jobs.delete(message.job);
    }
  };

  const kept = keepWorker({
    part, name: 'The voice of the agent', patience: PATIENCE, start: startWorker,
    begin(worker) {
      worker.addEventListener('message', ({ data }: MessageEvent<FromSpeechWorker<Sentence>>) => hear(data));
      send({ kind: 'load', load });
    },
    broke(told, pause) {
      const problem = new AttuneError('speech-failed', told.message, told);
      rejectAll(problem);
      settle.reject(problem);
      if (pause === null) givenUp = problem;
      else loaded = awaitLoading();
    },
  });

  const prepare = (): Promise<void> => {
    if (disposed) return Promise.reject(gone());
    if (givenUp) return Promise.reject(givenUp);
    if (!loaded) {
      loaded = awaitLoading();
      kept.start();
    }
    return loaded;
  };

  return {
    part,
    prepare,
    async say(request) {
      await prepare();
      const job = ++lastJob;
      return new Promise((resolve, reject) => {
        jobs.set(job, { resolve, reject });
        send({ kind: 'say', job, request });
      });
    },
    dispose() {
      disposed = true;
      kept.end();
      part.tell('off');
      rejectAll(gone());
      settle.reject(gone());
    },
  };
}

function gone(): AttuneError {
  return new AttuneError('speech-failed', 'This voice was disposed; create another to speak.');
}
