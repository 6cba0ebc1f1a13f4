import { AttuneError, type Seconds, type ToldPart } from '../../core/index.ts';
import { keepWorker } from '../supervise/keep-worker.ts';
import type { FaceReply, FaceRequest } from './face-messages.ts';
import type { FaceJudgement } from './face-models.ts';

type Seen = Extract<FaceReply, { type: 'seen' }>;

export interface FaceWorkerEvents {
  readonly progress: (share: number) => void;
  /** It can look from now on, but lacks these judgements. */
  readonly ready: (lacks: readonly FaceJudgement[]) => void;
  readonly seen: (seen: Seen) => void;
  /** Share of the calibration that is done; null when it has ended. */
  readonly calibration: (share: number | null) => void;
  /** Something is missing or came to nothing, but the looking goes on. */
  readonly notice: (problem: AttuneError) => void;
  /** The camera's track has no more frames. */
  readonly ended: () => void;
  /** It broke down, and another is started after a pause. */
  readonly restart: (problem: AttuneError) => void;
  /** It can't look, and no restart would mend that. */
  readonly fail: (problem: AttuneError) => void;
}

/** The face worker, seen from the page. */
export interface FaceWorkerHost {
  send(request: FaceRequest, transfer?: Transferable[]): void;
  end(): void;
}

/** A look takes 22 ms on a quiet machine, and six times as long on a busy one. */
const PATIENCE: Seconds = 10;

/** Starts the worker, and keeps it; each is told to load the same. */
export function hostFaceWorker(part: ToldPart, load: Extract<FaceRequest, { type: 'load' }>, events: FaceWorkerEvents): FaceWorkerHost {
  let lacking: AttuneError | null = null;

  function take(data: FaceReply): void {
    if (data.type === 'ready') {
      kept.running(lacking);
      events.ready(data.lacks);
    } else if (data.type === 'progress') events.progress(data.share);
    else if (data.type === 'seen') events.seen(data);
    else if (data.type === 'ended') events.ended();
    else if (data.type === 'calibration') events.calibration(data.share);
    else if (data.type === 'notice') {
      const problem = new AttuneError(data.code, data.message);
      if (problem.code === 'model-missing') lacking = problem;
      events.notice(problem);
    } else if (data.code === 'worker-failed') kept.breakDown(data.message);
    else {
      const problem = new AttuneError(data.code, data.message);
      kept.fail(problem);
      events.fail(problem);
    }
  }

  const kept = keepWorker({
    part, name: 'The face worker', patience: PATIENCE,
    start: () => new Worker(new URL('./face-worker.ts', import.meta.url), { type: 'module', name: 'attune-face' }),
    begin(worker) {
      lacking = null;
      worker.addEventListener('message', ({ data }: MessageEvent<FaceReply>) => take(data));
      kept.send(load);
    },
    broke(problem, pause) {
      if (pause === null) events.fail(problem);
      else events.restart(problem);
    },
  });
  kept.start();
  return { send: (request, transfer) => kept.send(request, transfer), end: kept.end };
}
