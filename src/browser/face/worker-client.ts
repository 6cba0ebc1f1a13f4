import { AttuneError } from '../../core/index.ts';
import type { FaceReply, FaceRequest } from './face-messages.ts';
import type { FaceJudgement } from './face-models.ts';

type Seen = Extract<FaceReply, { type: 'seen' }>;

export interface WorkerListener {
  readonly progress: (share: number) => void;
  readonly seen: (seen: Seen) => void;
  /** Share of the calibration that is done; null when it has ended. */
  readonly calibration: (share: number | null) => void;
  /** Something is missing or came to nothing, but the looking goes on. */
  readonly notice: (problem: AttuneError) => void;
  /** The camera's track has no more frames. */
  readonly ended: () => void;
  /** The worker broke down after it had been ready. */
  readonly failed: (problem: AttuneError) => void;
}

/** The face worker, seen from the page. */
export interface WorkerClient {
  /** Resolves with what can't be judged when the worker can look; rejects with an {@link AttuneError} when it never will. */
  readonly ready: Promise<readonly FaceJudgement[]>;
  send(request: FaceRequest, transfer?: Transferable[]): void;
  terminate(): void;
}

/** Starts a worker and tells it what to load. */
export function startWorker(load: Extract<FaceRequest, { type: 'load' }>, listener: WorkerListener): WorkerClient {
  const worker = new Worker(new URL('./face-worker.ts', import.meta.url), { type: 'module', name: 'attune-face' });
  const listening = new AbortController();
  const { signal } = listening;
  let isReady = false;
  const ready = new Promise<readonly FaceJudgement[]>((resolve, reject) => {
    const fail = (problem: AttuneError): void => {
      if (isReady) listener.failed(problem);
      else reject(problem);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<FaceReply>) => {
      if (data.type === 'ready') {
        isReady = true;
        resolve(data.lacks);
      } else if (data.type === 'progress') listener.progress(data.share);
      else if (data.type === 'seen') listener.seen(data);
      else if (data.type === 'ended') listener.ended();
      else if (data.type === 'calibration') listener.calibration(data.share);
      else if (data.type === 'notice') listener.notice(new AttuneError(data.code, data.message));
      else fail(new AttuneError(data.code, data.message));
    }, { signal });
    worker.addEventListener('messageerror', () => fail(new AttuneError('worker-failed', 'The face worker sent something unreadable. Reload the page if the face stays unseen.')), { signal });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      fail(new AttuneError('worker-failed', `The face worker broke down${event.message ? ` (${event.message})` : ', or its script was not found beside the page'}. Reload the page if the face stays unseen.`, event.error));
    }, { signal });
  });
  const send = (request: FaceRequest, transfer: Transferable[] = []): void => worker.postMessage(request, transfer);
  send(load);
  return {
    ready,
    send,
    terminate() {
      listening.abort();
      worker.terminate();
    },
  };
}
