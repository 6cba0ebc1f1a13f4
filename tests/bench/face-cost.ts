import type { FaceCost } from './face-cost-worker.ts';
import { takeFrames } from './take-frames.ts';

/** Takes a second of the camera's film into memory and lets a worker measure on it. */

const FRAMES = 15;

const frames = await takeFrames(FRAMES);
const worker = new Worker(new URL('./face-cost-worker.ts', import.meta.url), { type: 'module' });
const cost = await new Promise<FaceCost>((resolve, reject) => {
  worker.addEventListener('message', ({ data }: MessageEvent<FaceCost | string>) => (typeof data === 'string' ? reject(new Error(data)) : resolve(data)));
  worker.addEventListener('error', ({ message }) => reject(new Error(message)));
  worker.postMessage({ frames, base: new URL('./attune/', document.baseURI).href }, frames.map(({ data }) => data.buffer));
});
window.figures = { longTasks: [], cost };
