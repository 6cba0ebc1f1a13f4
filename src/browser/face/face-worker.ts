import type { FaceLandmarker } from '@mediapipe/tasks-vision';
import { asProblem, type Hertz } from '../../core/index.ts';
import { createCaptureClock } from './capture-time.ts';
import { sharedNow, type FaceAssets, type FaceReply, type FaceRequest, type SharedTime } from './face-messages.ts';
import { createFaceObserver } from './face-observer.ts';
import { PATCH_SIZE, type PatchBox } from './face-patch.ts';
import { loadLandmarker } from './load-landmarker.ts';
import { createPacer, type Pacer } from './pacer.ts';
import { readPixels } from './read-pixels.ts';

/** The part of a worker's global scope that is used; the DOM's own types describe a window. */
interface WorkerScope {
  postMessage(reply: FaceReply, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (message: MessageEvent<FaceRequest>) => void): void;
}

const scope = self as unknown as WorkerScope;
const tell = (reply: FaceReply): void => scope.postMessage(reply, []);
const observer = createFaceObserver();
const patch = new OffscreenCanvas(PATCH_SIZE, PATCH_SIZE).getContext('2d', { willReadFrequently: true });
/** Holds pixels from memory, so that the patch can be cut from them. */
const sheet = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
let landmarker: FaceLandmarker | null = null;
let pacer: Pacer = createPacer(1);
let lastStamp = 0;

scope.addEventListener('message', ({ data }) => {
  if (data.type === 'load') void load(data.assets, data.rate, data.delegate);
  else if (data.type === 'watch') void watch(data.frames);
  else if (data.type === 'reset') observer.reset();
  else {
    look(data.bitmap, data.bitmap.width, data.bitmap.height, data.captured);
    data.bitmap.close();
  }
});

async function load(assets: FaceAssets, rate: Hertz, delegate: 'CPU' | 'GPU'): Promise<void> {
  try {
    pacer = createPacer(rate);
    landmarker = await loadLandmarker(assets, delegate, (share) => tell({ type: 'progress', share }));
    tell({ type: 'ready' });
  } catch (thrown) {
    fail(thrown);
  }
}

/** Looks at the newest frame whenever a look is due; the stream keeps only one and drops the rest. */
async function watch(frames: ReadableStream<VideoFrame>): Promise<void> {
  const reader = frames.getReader();
  const clock = createCaptureClock();
  try {
    for (;;) {
      const { done, value: frame } = await reader.read();
      if (done) break;
      const arrived = sharedNow();
      const captured = clock.captured(frame.timestamp, arrived);
      if (pacer.due(arrived / 1000)) {
        const pixels = await readPixels(frame);
        if (pixels) look(pixels, pixels.width, pixels.height, captured);
        else look(frame, frame.displayWidth, frame.displayHeight, captured);
      }
      frame.close();
    }
    tell({ type: 'ended' });
  } catch (thrown) {
    fail(thrown);
  }
}

type Picture = VideoFrame | ImageBitmap | ImageData;

function look(picture: Picture, width: number, height: number, captured: SharedTime): void {
  if (!landmarker) return;
  const began = sharedNow();
  try {
    // MediaPipe wants whole milliseconds that always grow.
    lastStamp = Math.max(lastStamp + 1, Math.round(captured - performance.timeOrigin));
    const result = landmarker.detectForVideo(picture, lastStamp);
    const landmarks = result.faceLandmarks[0];
    const transform = result.facialTransformationMatrixes[0]?.data;
    const face = landmarks && transform ? { landmarks, transform } : null;
    const observation = observer.observe(face, { width, height }, captured / 1000, (box) => cutPatch(picture, box));
    pacer.looked(began / 1000, sharedNow() / 1000);
    tell({ type: 'seen', observation, captured, stats: { rate: pacer.rate, inference: pacer.duration, dropped: pacer.dropped } });
  } catch (thrown) {
    fail(thrown);
  }
}

function cutPatch(picture: Picture, { x, y, side }: PatchBox): Uint8Array {
  const grey = new Uint8Array(PATCH_SIZE * PATCH_SIZE);
  if (!patch) return grey;
  patch.drawImage(picture instanceof ImageData ? spread(picture) : picture, x, y, side, side, 0, 0, PATCH_SIZE, PATCH_SIZE);
  const { data } = patch.getImageData(0, 0, PATCH_SIZE, PATCH_SIZE);
  for (let i = 0; i < grey.length; i += 1) {
    grey[i] = 0.299 * (data[i * 4] ?? 0) + 0.587 * (data[i * 4 + 1] ?? 0) + 0.114 * (data[i * 4 + 2] ?? 0);
  }
  return grey;
}

function spread(pixels: ImageData): OffscreenCanvas {
  if (!sheet) throw new Error('expected a canvas to draw on, but this browser gave none');
  const { canvas } = sheet;
  if (canvas.width !== pixels.width || canvas.height !== pixels.height) Object.assign(canvas, { width: pixels.width, height: pixels.height });
  sheet.putImageData(pixels, 0, 0);
  return canvas;
}

function fail(thrown: unknown): void {
  const { code, message } = asProblem(thrown, 'worker-failed', 'The face worker stopped');
  tell({ type: 'problem', code, message });
}
