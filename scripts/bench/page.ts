import { join } from 'node:path';
import type { PageFigures } from '../../tests/bench/long-tasks.ts';
import { FACE_CROPS } from '../../tests/e2e/face-crops.ts';
import { ROOT } from '../run.ts';
import { withBenchPages } from './page-bench.ts';

/** Long tasks of a page with everything on, beside one with FaceLandmarker on its main thread. */
export async function benchPage(): Promise<void> {
  await withBenchPages({
    assets: true, face: FACE_CROPS[0]!, speech: ['I would like to tell you about my day, which was long but good.', 15],
    // On the main thread MediaPipe loads another build of its wasm than in a worker, so it comes from its package.
    folders: [join(ROOT, 'node_modules/@mediapipe/tasks-vision')],
  }, async (figuresOf) => {
    const alone = await figuresOf('landmarker-alone.html');
    const loop = await figuresOf('full-loop.html');
    console.log(`FaceLandmarker alone on the main thread, 20 s: ${told(alone)}; ${JSON.stringify(alone)}`);
    console.log(`the full loop of Attune, 20 s: ${told(loop)} (bar: none); ${JSON.stringify(loop)}`);
  });
}

function told({ longTasks }: PageFigures): string {
  return `${longTasks.length} tasks over 50 ms${longTasks.length > 0 ? ` (longest ${Math.max(...longTasks)} ms)` : ''}`;
}
