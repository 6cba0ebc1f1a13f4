import type { FaceSignal, ProblemCode, Seconds, Hertz } from '../../core/index.ts';

/** Absolute URLs of what the worker needs. */
export interface FaceAssets {
  readonly model: string;
  /** The JavaScript loader of MediaPipe's wasm. */
  readonly loader: string;
  readonly wasm: string;
}

/** A time in milliseconds since the epoch on the monotonic clock that page and worker share. */
export type SharedTime = number;

/** From the page to the worker. */
export type FaceRequest =
  | { readonly type: 'load'; readonly assets: FaceAssets; readonly rate: Hertz; readonly delegate: 'CPU' | 'GPU' }
  | { readonly type: 'watch'; readonly frames: ReadableStream<VideoFrame> }
  | { readonly type: 'look'; readonly bitmap: ImageBitmap; readonly captured: SharedTime }
  | { readonly type: 'reset' };

/** What the worker saw; never a landmark, a crop or a matrix. */
export type FaceObservation = Omit<FaceSignal, 'at' | 'latency'>;

/** How the worker's looks are going. */
export interface LookStats {
  readonly rate: Hertz;
  readonly inference: Seconds;
  readonly dropped: number;
}

/** From the worker to the page. */
export type FaceReply =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'ready' }
  | { readonly type: 'seen'; readonly observation: FaceObservation; readonly captured: SharedTime; readonly stats: LookStats }
  | { readonly type: 'ended' }
  | { readonly type: 'problem'; readonly code: ProblemCode; readonly message: string };

/** The present {@link SharedTime}. */
export function sharedNow(): SharedTime {
  return performance.timeOrigin + performance.now();
}
