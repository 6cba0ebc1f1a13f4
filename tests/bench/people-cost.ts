import type { PeopleCost, PeopleCostRequest } from './people-cost-worker.ts';
import { takeFrames } from './take-frames.ts';

/** Puts the face of the film into the picture once, twice and four times, and lets workers look at that, each following one face or four. */

const FRAMES = 15;
const TIMES = [1, 2, 4] as const;

/** As many faces as wanted, each in a cell of its own. */
function repeat(frame: ImageData, times: number): ImageData {
  const { width, height } = frame;
  const [from, to] = [new OffscreenCanvas(width, height), new OffscreenCanvas(width, height)].map((canvas) => canvas.getContext('2d', { willReadFrequently: true }));
  if (!from || !to) throw new Error('Expected a canvas to draw on, but there is none.');
  from.putImageData(frame, 0, 0);
  to.fillStyle = '#808080';
  to.fillRect(0, 0, width, height);
  const side = times === 1 ? height : times === 2 ? width / 2 : height / 2;
  const columns = Math.min(2, times);
  const rows = Math.ceil(times / 2);
  for (let i = 0; i < times; i += 1) {
    const [x, y] = [((i % 2) + 0.5) * (width / columns) - side / 2, (Math.floor(i / 2) + 0.5) * (height / rows) - side / 2];
    to.drawImage(from.canvas, (width - height) / 2, 0, height, height, x, y, side, side);
  }
  return to.getImageData(0, 0, width, height);
}

const film = await takeFrames(FRAMES);
const scenes = TIMES.map((times) => film.map((frame) => repeat(frame, times)));
const costs: PeopleCost[] = [];
for (const people of [1, 4]) {
  const worker = new Worker(new URL('./people-cost-worker.ts', import.meta.url), { type: 'module' });
  const told = await new Promise<PeopleCost[]>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<PeopleCost[] | string>) => (typeof data === 'string' ? reject(new Error(data)) : resolve(data)));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    const request: PeopleCostRequest = { scenes, people, base: new URL('./attune/', document.baseURI).href };
    worker.postMessage(request, []);
  });
  worker.terminate();
  costs.push(...told);
}
window.figures = { longTasks: [], costs };
