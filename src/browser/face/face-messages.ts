import type { FaceSignal, Hertz, ProblemCode, Seconds, Unit } from '../../core/index.ts';
import type { FaceJudgement } from './face-models.ts';

/** Absolute URLs of what the worker needs. */
export interface FaceAssets {
  readonly model: string;
  /** The JavaScript loader of MediaPipe's wasm. */
  readonly loader: string;
  readonly wasm: string;
  /** Weights of the blendshape student and the expression head; null for none. */
  readonly blendshapes: string | null;
  readonly head: string | null;
}

/** A time in milliseconds since the epoch on the monotonic clock that page and worker share. */
export type SharedTime = number;

/** From the page to the worker. */
export type FaceRequest =
  | { readonly type: 'load'; readonly assets: FaceAssets; readonly rate: Hertz; readonly delegate: 'CPU' | 'GPU'; readonly people: number }
  | { readonly type: 'watch'; readonly frames: ReadableStream<VideoFrame> }
  | { readonly type: 'look'; readonly bitmap: ImageBitmap; readonly captured: SharedTime }
  /** A person of null is whom the agent follows. */
  | { readonly type: 'calibrate'; readonly length: Seconds; readonly person: number | null }
  | { readonly type: 'reset' };

/** What the worker saw; never a landmark, a crop or a matrix. */
export type FaceObservation = Omit<FaceSignal, 'at' | 'latency'>;

/** What was seen of one of those who are followed. */
interface SeenPerson {
  readonly id: number;
  /** Whether this is whom the agent follows. */
  readonly player: boolean;
  readonly observation: FaceObservation;
}

/** What a look tells. */
export interface SeenPeople {
  /** Of whom the agent follows. */
  readonly observation: FaceObservation;
  /** Everybody who is followed, also those who went out of sight less than two seconds ago; empty where only one is followed. */
  readonly people: readonly SeenPerson[];
}

/** How the worker's looks are going. */
export interface LookStats {
  readonly rate: Hertz;
  readonly inference: Seconds;
  readonly dropped: number;
}

/** A problem on its way to the page, where it becomes an error again. */
export interface ToldProblem {
  readonly code: ProblemCode;
  readonly message: string;
}

/** From the worker to the page. */
export type FaceReply =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'ready'; readonly lacks: readonly FaceJudgement[] }
  | { readonly type: 'seen'; readonly seen: SeenPeople; readonly captured: SharedTime; readonly stats: LookStats }
  | { readonly type: 'ended' }
  /** Share of the calibration that is done; null when it has ended, with a problem where it came to nothing. */
  | { readonly type: 'calibration'; readonly share: Unit | null }
  /** Something is missing, but the face is read without it. */
  | ({ readonly type: 'notice' } & ToldProblem)
  /** The worker can't go on. */
  | ({ readonly type: 'problem' } & ToldProblem);

/** The present {@link SharedTime}. */
export function sharedNow(): SharedTime {
  return performance.timeOrigin + performance.now();
}
