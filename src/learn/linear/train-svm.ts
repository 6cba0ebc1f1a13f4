import { createRandom } from '../random.ts';
import type { Linear, SparseRow } from './train-linear.ts';

export interface SvmOptions {
  readonly rows: readonly SparseRow[];
  /** How many features there are. */
  readonly features: number;
  /** Which side each row is on. */
  readonly positive: readonly boolean[];
  /** How much each row counts; all 1 when left out. */
  readonly worth?: ArrayLike<number>;
  /** How much errors cost beside large weights (C). */
  readonly cost: number;
  readonly epochs: number;
  readonly seed: number;
}

/**
 * A linear support vector machine with squared hinge loss, by dual coordinate descent (Hsieh et al. 2008, as in LIBLINEAR). Both sides count the
 * same, however many rows they have. For few rows of many features it needs neither steps to choose nor an end to find.
 *
 * @returns one column of weights and its bias; scores have no scale of their own
 */
export function trainSvm({ rows, features, positive, worth, cost, epochs, seed }: SvmOptions): Linear {
  const weights = new Float64Array(features);
  let bias = 0;
  const worthOf = (row: number): number => worth?.[row] ?? 1;
  const weight = [0, 0];
  rows.forEach((_, row) => { weight[Number(positive[row])]! += worthOf(row); });
  const half = (weight[0]! + weight[1]!) / 2;
  const margins = Float64Array.from(rows, (_, row) => 1 / (2 * Math.max(1e-9, (cost * worthOf(row) * half) / weight[Number(positive[row])]!)));
  const squares = Float64Array.from(rows, ({ values }, row) => values.reduce((sum, value) => sum + value * value, 1) + margins[row]!);
  const duals = new Float64Array(rows.length);
  const order = Int32Array.from({ length: rows.length }, (_, row) => row);
  const random = createRandom(seed);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const row of random.shuffle(order)) {
      const { ids, values } = rows[row]!;
      const side = positive[row] ? 1 : -1;
      let score = bias;
      for (let k = 0; k < ids.length; k += 1) score += weights[ids[k]!]! * values[k]!;
      const before = duals[row]!;
      const after = Math.max(0, before - (side * score - 1 + margins[row]! * before) / squares[row]!);
      if (after === before) continue;
      duals[row] = after;
      const move = side * (after - before);
      for (let k = 0; k < ids.length; k += 1) weights[ids[k]!]! += move * values[k]!;
      bias += move;
    }
  }
  return { weights: Float32Array.from(weights), bias: Float32Array.of(bias) };
}
