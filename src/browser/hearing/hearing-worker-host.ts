import { AttuneError, type HeardWords, type Seconds, type ToldPart, type Unit } from '../../core/index.ts';
import { keepWorker } from '../supervise/keep-worker.ts';
import type { HearingAssets, HearingCommand, HearingReply } from './hearing-protocol.ts';

interface HearingWorkerEvents {
  readonly words: (words: HeardWords) => void;
  readonly progress: (share: Unit) => void;
  readonly problem: (problem: AttuneError) => void;
  /** It knows nothing any more of what it was told. */
  readonly crashed: () => void;
}

/** The hearing worker, seen from the page. */
export interface HearingWorkerHost {
  /** Resolves when it can be told of speech; rejects with an {@link AttuneError} when it never will. */
  readonly ready: Promise<void>;
  /** Whether it can be told of speech now. */
  readonly isReady: boolean;
  tell(command: Exclude<HearingCommand, { type: 'load' }>, transfer?: Transferable[]): void;
  end(): void;
}

/** Twenty seconds of speech take a busy machine so long. */
const PATIENCE: Seconds = 30;

/** Starts the worker, and keeps it. What it was told of is lost when it breaks down. */
export function hostHearingWorker(part: ToldPart, assets: HearingAssets, events: HearingWorkerEvents): HearingWorkerHost {
  let isReady = false;
  let settle: { readonly resolve: () => void; readonly reject: (problem: AttuneError) => void };
  const ready = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });

  const kept = keepWorker({
    part, name: 'The worker that makes out words', patience: PATIENCE,
    start: () => new Worker(new URL('./hearing-worker.ts', import.meta.url), { type: 'module', name: 'attune-hearing' }),
    begin(worker) {
      worker.addEventListener('message', ({ data }: MessageEvent<HearingReply>) => {
        if (data.type === 'words') events.words(data.words);
        else if (data.type === 'progress') events.progress(data.share);
        else if (data.type === 'ready') {
          isReady = true;
          kept.running();
          settle.resolve();
        } else {
          const problem = new AttuneError(data.code, data.message);
          if (isReady) return events.problem(problem);
          kept.fail(problem);
          settle.reject(problem);
        }
      });
      kept.send({ type: 'load', assets } satisfies HearingCommand);
    },
    broke(problem, pause) {
      if (isReady) events.crashed();
      isReady = false;
      if (pause !== null) return;
      settle.reject(problem);
      events.problem(problem);
    },
  });
  kept.start();

  return {
    ready,
    get isReady() {
      return isReady;
    },
    tell(command, transfer) {
      if (isReady) kept.send(command, transfer);
    },
    end() {
      kept.end();
      isReady = false;
      settle.reject(new AttuneError('words-unheard', 'The recogniser was closed before it was ready.'));
    },
  };
}
