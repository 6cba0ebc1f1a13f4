import { FaceLandmarker, FilesetResolver } from '@mediapipe/tasks-vision';
import { countLongTasks } from './long-tasks.ts';

/** The baseline: the same model on the main thread, at the same rate, as most pages do it. */

const video = document.querySelector('video');
if (!video) throw new Error('Expected the page to have a video element.');
const landmarker = await FaceLandmarker.createFromOptions(await FilesetResolver.forVisionTasks('./wasm'), {
  baseOptions: { modelAssetPath: './attune/face/face_landmarker.task', delegate: 'CPU' }, runningMode: 'VIDEO', outputFacialTransformationMatrixes: true,
});
video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 } });
await video.play();
landmarker.detectForVideo(video, performance.now());
const times: number[] = [];
const timer = setInterval(() => {
  const begun = performance.now();
  landmarker.detectForVideo(video, begun);
  times.push(performance.now() - begun);
}, 1000 / 15);
const longTasks = await countLongTasks(20);
clearInterval(timer);
times.sort((a, b) => a - b);
window.figures = { longTasks, frames: times.length, inferenceMedian: times[Math.floor(times.length / 2)] };
