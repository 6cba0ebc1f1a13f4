import * as tf from '@tensorflow/tfjs';
import { startTensorflow } from '../tensorflow.ts';
import { prepareGraph } from './run-graph.ts';
import { readGraph } from './tflite-graph.ts';

/** MediaPipe's blendshape net. */
export interface BlendshapeTeacher {
  /**
   * Scores faces.
   *
   * @param points x and y of the 146 landmarks in the net's own order, face after face, in pixels or
   *   in anything else that is square: the net centres and scales them itself
   * @returns 52 scores in [0, 1] for each face
   */
  score(points: Float32Array): Float32Array;
  dispose(): void;
}

const POINTS = 146;
/** More rows at once leave the processor's cache and take longer for each. */
const BATCH = 16;

/** @param file the bytes of face_blendshapes.tflite */
export async function createBlendshapeTeacher(file: Uint8Array): Promise<BlendshapeTeacher> {
  await startTensorflow();
  const graph = prepareGraph(readGraph(file));
  return {
    score(points) {
      const faces = points.length / (POINTS * 2);
      if (!Number.isInteger(faces)) throw new Error(`Expected x and y of ${POINTS} points for each face, but got ${points.length} numbers. Pick the points first.`);
      const parts: Float32Array[] = [];
      for (let from = 0; from < faces; from += BATCH) {
        const rows = Math.min(BATCH, faces - from);
        const scores = tf.tidy(() => graph.run(tf.tensor(points.subarray(from * POINTS * 2, (from + rows) * POINTS * 2), [rows, POINTS, 2])));
        parts.push(scores.dataSync<'float32'>().slice());
        scores.dispose();
      }
      const all = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
      parts.reduce((at, part) => {
        all.set(part, at);
        return at + part.length;
      }, 0);
      return all;
    },
    dispose: () => graph.dispose(),
  };
}
