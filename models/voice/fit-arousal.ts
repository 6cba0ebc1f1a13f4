import { POINTS, VOICE_CLASSES } from '../../src/browser/voice/voice-head.ts';
import { createRandom } from '../../src/learn/random.ts';
import { type Lessons, WIDTH } from './lessons.ts';
import type { createRehearsal } from './population.ts';

/** How strongly weights are held to zero, in rows: features go together, and hundreds of them fit anything. */
const RIDGE = 300;

/** A weighted sum of features that tells arousal. */
export interface ArousalFit {
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
}

/** Ridge regression (Hoerl and Kennard 1970) of the classes' arousal: a straight line carries further beyond what was learnt from than bends do. */
export function fitArousal(lessons: Lessons, clips: readonly number[], rehearse: ReturnType<typeof createRehearsal>): ArousalFit {
  const random = createRandom(31);
  const rows = lessons.sessions.flatMap((_, session) => clips.map((clip) => ({ session, clip })));
  // One more column for the bias.
  const size = WIDTH + 1;
  const [products, targets, row] = [new Float64Array(size * size), new Float64Array(size), new Float32Array(size)];
  for (const lesson of rows) {
    rehearse(lesson, random, row, 0);
    row[WIDTH] = 1;
    const target = POINTS[VOICE_CLASSES[lessons.labels[lesson.clip]!]!][1];
    for (let i = 0; i < size; i += 1) {
      targets[i]! += row[i]! * target;
      for (let j = 0; j <= i; j += 1) products[i * size + j]! += row[i]! * row[j]!;
    }
  }
  for (let i = 0; i < WIDTH; i += 1) products[i * size + i]! += RIDGE;
  const weights = solve(products, targets);
  return { kernel: Float32Array.from(weights.subarray(0, WIDTH)), bias: Float32Array.of(weights[WIDTH]!) };
}

/** Solves a symmetric positive definite system, of which the lower half is given, by Cholesky's decomposition; both arguments are overwritten. */
function solve(a: Float64Array, b: Float64Array): Float64Array {
  const size = b.length;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = a[i * size + j]!;
      for (let k = 0; k < j; k += 1) sum -= a[i * size + k]! * a[j * size + k]!;
      a[i * size + j] = i === j ? Math.sqrt(sum) : sum / a[j * size + j]!;
    }
  }
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < i; k += 1) b[i]! -= a[i * size + k]! * b[k]!;
    b[i]! /= a[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < size; k += 1) b[i]! -= a[k * size + i]! * b[k]!;
    b[i]! /= a[i * size + i]!;
  }
  return b;
}
