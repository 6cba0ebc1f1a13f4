import type { FaceCost } from './face-cost-worker.ts';

/** Takes a second of the camera's film into memory and lets a worker measure on it. */

const FRAMES = 15;

const video = document.querySelector('video');
const sheet = new OffscreenCanvas(640, 480).getContext('2d', { willReadFrequently: true });
if (!video || !sheet) throw new Error('Expected the page to have a video element and a canvas.');
video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 } });
await video.play();
const frames: ImageData[] = [];
while (frames.length < FRAMES) {
  await new Promise((resolve) => { video.requestVideoFrameCallback(resolve); });
  sheet.drawImage(video, 0, 0);
  frames.push(sheet.getImageData(0, 0, 640, 480));
}
const worker = new Worker(new URL('./face-cost-worker.ts', import.meta.url), { type: 'module' });
const cost = await new Promise<FaceCost>((resolve, reject) => {
  worker.addEventListener('message', ({ data }: MessageEvent<FaceCost | string>) => (typeof data === 'string' ? reject(new Error(data)) : resolve(data)));
  worker.addEventListener('error', ({ message }) => reject(new Error(message)));
  worker.postMessage({ frames, base: new URL('./attune/', document.baseURI).href }, frames.map(({ data }) => data.buffer));
});
window.figures = { longTasks: [], cost };
