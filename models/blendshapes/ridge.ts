import { ALIGNED_LENGTH } from '../../src/browser/face/blendshape-points.ts';
import { BLENDSHAPES } from '../../src/index.ts';
import type { ScoredFaces } from './made-faces.ts';
import { alignAll } from './student.ts';

/** A baseline: gives 52 scores in [0, 1] for each face's aligned points. */
export type Baseline = (points: Float32Array) => Float32Array;

const SHAPES = BLENDSHAPES.length;
/** Adds this share of the mean variance to every input's own. */
const SHRINK = 1e-5;

/** Answers with the mean scores, whatever the face. */
export function meanPredictor({ scores }: ScoredFaces): Baseline {
  const means = meansOf(scores, SHAPES);
  return (points) => Float32Array.from({ length: (alignAll(points).length / ALIGNED_LENGTH) * SHAPES }, (_, at) => means[at % SHAPES] ?? 0);
}

/** Linear regression of the scores on the aligned points, shrunk a little (ridge), cut to [0, 1]. */
export function ridgeRegression({ points, scores }: ScoredFaces): Baseline {
  const rows = alignAll(points);
  const centre = meansOf(rows, ALIGNED_LENGTH);
  const means = meansOf(scores, SHAPES);
  const products = new Float64Array(ALIGNED_LENGTH ** 2);
  const covariance = new Float64Array(ALIGNED_LENGTH * SHAPES);
  const row = new Float64Array(ALIGNED_LENGTH);
  for (let face = 0; face * ALIGNED_LENGTH < rows.length; face += 1) {
    for (let i = 0; i < ALIGNED_LENGTH; i += 1) row[i] = rows[face * ALIGNED_LENGTH + i]! - centre[i]!;
    for (let i = 0; i < ALIGNED_LENGTH; i += 1) {
      for (let j = 0; j <= i; j += 1) products[i * ALIGNED_LENGTH + j]! += row[i]! * row[j]!;
      for (let shape = 0; shape < SHAPES; shape += 1) covariance[i * SHAPES + shape]! += row[i]! * (scores[face * SHAPES + shape]! - means[shape]!);
    }
  }
  let trace = 0;
  for (let i = 0; i < ALIGNED_LENGTH; i += 1) trace += products[i * ALIGNED_LENGTH + i]! / ALIGNED_LENGTH;
  for (let i = 0; i < ALIGNED_LENGTH; i += 1) products[i * ALIGNED_LENGTH + i]! += SHRINK * trace;
  const slopes = solve(products, covariance);
  return (given) => {
    const inputs = alignAll(given);
    return Float32Array.from({ length: (inputs.length / ALIGNED_LENGTH) * SHAPES }, (_, at) => {
      const [face, shape] = [Math.floor(at / SHAPES), at % SHAPES];
      let sum = means[shape]!;
      for (let i = 0; i < ALIGNED_LENGTH; i += 1) sum += (inputs[face * ALIGNED_LENGTH + i]! - centre[i]!) * slopes[i * SHAPES + shape]!;
      return Math.min(1, Math.max(0, sum));
    });
  };
}

function meansOf(rows: Float32Array, width: number): Float64Array {
  const means = new Float64Array(width);
  rows.forEach((value, at) => { means[at % width]! += (value * width) / rows.length; });
  return means;
}

/** Solves A X = B for a symmetric, positive definite A, of which the lower half is read, by Cholesky's factors; A and B are overwritten. */
function solve(a: Float64Array, b: Float64Array): Float64Array {
  const n = ALIGNED_LENGTH;
  for (let j = 0; j < n; j += 1) {
    for (let i = j; i < n; i += 1) {
      let sum = a[i * n + j]!;
      for (let k = 0; k < j; k += 1) sum -= a[i * n + k]! * a[j * n + k]!;
      a[i * n + j] = i === j ? Math.sqrt(sum) : sum / a[j * n + j]!;
    }
  }
  for (let shape = 0; shape < SHAPES; shape += 1) {
    for (let i = 0; i < n; i += 1) {
      let sum = b[i * SHAPES + shape]!;
      for (let k = 0; k < i; k += 1) sum -= a[i * n + k]! * b[k * SHAPES + shape]!;
      b[i * SHAPES + shape] = sum / a[i * n + i]!;
    }
    for (let i = n - 1; i >= 0; i -= 1) {
      let sum = b[i * SHAPES + shape]!;
      for (let k = i + 1; k < n; k += 1) sum -= a[k * n + i]! * b[k * SHAPES + shape]!;
      b[i * SHAPES + shape] = sum / a[i * n + i]!;
    }
  }
  return b;
}
