import { AttuneError, type Clock, createRestarts, type RestartPolicy, type Seconds, type ToldPart } from '../../core/index.ts';
import { trustOwnWorkers } from '../../trusted-types.ts';
import { createBrowserClock } from '../clock.ts';
import { watchLife } from './watch-life.ts';

export interface KeptWorkerOptions {
  /** What it is told of as. */
  readonly part: ToldPart;
  /** What its problems call it, at the beginning of a sentence. */
  readonly name: string;
  readonly start: () => Worker;
  /** How long it may be silent once it runs, because of work that nothing can interrupt. */
  readonly patience: Seconds;
  /** A worker has been started: listen to it and tell it what to load. */
  readonly begin: (worker: Worker) => void;
  /**
   * It broke down, and all that it knew is lost.
   *
   * @param pause until another is started; null where it is given up
   */
  readonly broke: (problem: AttuneError, pause: Seconds | null) => void;
  readonly restarts?: RestartPolicy;
  readonly clock?: Clock;
}

/** A worker that is started again when it breaks down, hangs or disappears, as often as the policy allows. */
export interface KeptWorker {
  /** Starts it, unless it was started and not ended. */
  start(): void;
  /** Drops what nobody is there to receive. */
  send(message: unknown, transfer?: Transferable[]): void;
  /** It does its work from now on, with a problem where it can do only a part of it. */
  running(problem?: AttuneError | null): void;
  /** It told that it can't go on: another one may. */
  breakDown(detail: string, cause?: unknown): void;
  /** It told what no restart can mend. It is ended, and may be started again by the host. */
  fail(problem: AttuneError): void;
  /** Ends it. It may be started again. */
  end(): void;
}

/** While it loads: compiling a large program on a busy machine takes long. */
const LOADING_PATIENCE: Seconds = 30;

/** Makes a keeper; nothing is started yet. */
export function keepWorker({ part, name, start: create, patience, begin, broke, restarts: policy, clock = createBrowserClock() }: KeptWorkerOptions): KeptWorker {
  const restarts = createRestarts(policy);
  let worker: Worker | null = null;
  let runs = false;
  let began = 0;
  let wanted = false;
  let stopWatching = (): void => undefined;
  let stopWaiting = (): void => undefined;

  const release = (): void => {
    stopWaiting();
    stopWatching();
    worker?.terminate();
    worker = null;
    runs = false;
  };

  const breakDown = (detail: string, cause?: unknown): void => {
    release();
    const pause = restarts.broke(clock.now() - began);
    const problem = new AttuneError('worker-failed', `${name} broke down (${detail}). ${pause === null ? 'It was tried often enough: load the page again, and report this if it returns.' : `It starts again in ${pause} s.`}`, cause);
    part.tell(pause === null ? 'failed' : 'restarting', problem);
    wanted = pause !== null;
    broke(problem, pause);
    // Ending it may have been the answer.
    if (pause === null || !wanted) return;
    stopWaiting = clock.every(pause, () => {
      stopWaiting();
      launch();
    });
  };

  function launch(): void {
    trustOwnWorkers();
    const launched = create();
    worker = launched;
    began = clock.now();
    stopWatching = watchLife(launched, clock, () => (runs ? patience : LOADING_PATIENCE), breakDown);
    launched.addEventListener('error', (event) => {
      event.preventDefault();
      if (worker === launched) breakDown(event.message || 'its script did not load', event.error);
    });
    launched.addEventListener('messageerror', () => {
      if (worker === launched) breakDown('it sent something unreadable');
    });
    begin(launched);
  }

  return {
    start() {
      if (wanted) return;
      wanted = true;
      part.tell('starting');
      launch();
    },
    send: (message, transfer = []) => worker?.postMessage(message, transfer),
    running(problem = null) {
      runs = true;
      part.tell(problem ? 'degraded' : 'running', problem);
    },
    breakDown(detail, cause) {
      if (worker) breakDown(detail, cause);
    },
    fail(problem) {
      wanted = false;
      release();
      part.tell('failed', problem);
    },
    end() {
      wanted = false;
      release();
      // Why it was given up is still to be told.
      if (part.vitals.condition !== 'failed') part.tell('off');
    },
  };
}
