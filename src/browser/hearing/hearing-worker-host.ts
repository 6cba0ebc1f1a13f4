import { AttuneError, type HeardWords, type Seconds, type Unit } from '../../core/index.ts';
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

/** A worker that ran this long was healthy, and another is started after its crash. */
const HEALTHY: Seconds = 60;

/** Starts the worker, and another one after a crash unless that came too soon. */
export function hostHearingWorker(assets: HearingAssets, events: HearingWorkerEvents): HearingWorkerHost {
  let worker: Worker | null = null;
  let isReady = false;
  let abandon = (): void => undefined;

  function launch(): Promise<void> {
    const launched = new Worker(new URL('./hearing-worker.ts', import.meta.url), { type: 'module', name: 'attune-hearing' });
    const began = performance.now();
    worker = launched;
    isReady = false;
    return new Promise((resolve, reject) => {
      abandon = () => reject(new AttuneError('words-unheard', 'The recogniser was closed before it was ready.'));
      const end = (): void => {
        launched.terminate();
        worker = null;
      };
      launched.addEventListener('message', ({ data }: MessageEvent<HearingReply>) => {
        if (worker !== launched) return;
        if (data.type === 'words') events.words(data.words);
        else if (data.type === 'progress') events.progress(data.share);
        else if (data.type === 'ready') {
          isReady = true;
          resolve();
        } else if (isReady) events.problem(new AttuneError(data.code, data.message));
        else {
          end();
          reject(new AttuneError(data.code, data.message));
        }
      });
      launched.addEventListener('error', (event) => {
        event.preventDefault();
        const detail = event.message || 'its script did not load';
        end();
        if (!isReady) return reject(new AttuneError('worker-failed', `The worker that makes out words broke down (${detail}). Reload the page, and report this if it returns.`));
        isReady = false;
        events.crashed();
        const again = (performance.now() - began) / 1000 >= HEALTHY;
        events.problem(new AttuneError('worker-failed', `The worker that makes out words crashed (${detail}). ${again ? 'It starts again.' : 'It was the second time in a minute, so words are no longer made out. Turn the microphone off and on, and report this if it returns.'}`));
        if (again) launch().catch(events.problem);
      });
      launched.postMessage({ type: 'load', assets } satisfies HearingCommand, []);
    });
  }

  return {
    ready: launch(),
    get isReady() {
      return isReady;
    },
    tell(command, transfer = []) {
      if (isReady) worker?.postMessage(command, transfer);
    },
    end() {
      worker?.terminate();
      worker = null;
      isReady = false;
      abandon();
    },
  };
}
