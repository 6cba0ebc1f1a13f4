import { AttuneError, type Hertz } from '../../core/index.ts';
import type { Camera } from './camera.ts';
import { sharedNow, type FaceRequest, type LookStats } from './face-messages.ts';
import { createPacer } from './pacer.ts';

/** How frames reach the worker: straight from the track, or copied by the page from a video element. */
export type FramePath = 'track-processor' | 'video-frame';

/** Frames on their way from a camera to the worker. */
export interface FrameFeed {
  readonly path: FramePath;
  /** To be told of every observation that came back, with the worker's figures; returns those of the whole way. */
  answered(stats: LookStats): LookStats;
  stop(): void;
}

type Send = (request: FaceRequest, transfer: Transferable[]) => void;

/** Chromium's, which the DOM's types do not know yet. */
type TrackProcessor = new (init: { track: MediaStreamTrack; maxBufferSize: number }) => { readonly readable: ReadableStream<VideoFrame> };

/**
 * Begins to feed the worker by the best path that this browser has.
 *
 * @param onProblem called when no more frames can come, although the camera goes on
 * @throws {AttuneError} `unsupported` when it has none
 */
export function startFrameFeed(camera: Camera, rate: Hertz, send: Send, onProblem: (problem: AttuneError) => void): FrameFeed {
  return feedFromTrack(camera, send) ?? feedFromVideo(camera, rate, send, onProblem);
}

function feedFromTrack({ track }: Camera, send: Send): FrameFeed | null {
  const Processor = (globalThis as { MediaStreamTrackProcessor?: TrackProcessor }).MediaStreamTrackProcessor;
  if (!Processor) return null;
  // A buffer of one: while the worker looks, the newest frame replaces the one that waits.
  const { readable } = new Processor({ track, maxBufferSize: 1 });
  try {
    send({ type: 'watch', frames: readable }, [readable]);
  } catch {
    void readable.cancel();
    return null;
  }
  // The worker holds the stream now; it ends with the worker or with the track.
  return { path: 'track-processor', answered: (stats) => stats, stop: () => undefined };
}

function feedFromVideo({ stream }: Camera, rate: Hertz, send: Send, onProblem: (problem: AttuneError) => void): FrameFeed {
  const video = document.createElement('video');
  if (!('requestVideoFrameCallback' in video) || typeof createImageBitmap === 'undefined') {
    throw new AttuneError('unsupported', 'This browser can hand no camera frames to a worker (neither MediaStreamTrackProcessor nor requestVideoFrameCallback). Use a current browser to be seen.');
  }
  const pacer = createPacer(rate);
  let stopped = false;
  let request = 0;
  let began: number | null = null;

  const onFrame: VideoFrameRequestCallback = (now, { captureTime }) => {
    if (stopped) return;
    request = video.requestVideoFrameCallback(onFrame);
    if (began !== null || !pacer.due(sharedNow() / 1000)) return;
    began = sharedNow();
    const captured = performance.timeOrigin + (captureTime ?? now);
    createImageBitmap(video).then((bitmap) => {
      if (stopped) bitmap.close();
      else send({ type: 'look', bitmap, captured }, [bitmap]);
    }).catch(() => {
      // The video was between two sizes or had just ended: the next frame tells.
      began = null;
    });
  };
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  video.play().catch((thrown: unknown) => {
    if (!stopped) onProblem(new AttuneError('unsupported', 'The browser did not play the camera picture. Start the face source from a tap or a key.', thrown));
  });
  request = video.requestVideoFrameCallback(onFrame);
  return {
    path: 'video-frame',
    answered({ inference }) {
      if (began !== null) pacer.looked(began / 1000, sharedNow() / 1000);
      began = null;
      return { rate: pacer.rate, inference, dropped: pacer.dropped };
    },
    stop() {
      stopped = true;
      video.cancelVideoFrameCallback(request);
      video.pause();
      video.srcObject = null;
    },
  };
}
