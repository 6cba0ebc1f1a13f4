import { solvePositive } from '../../browser/text/intent/cholesky.ts';

/** Estimates are `bias` plus, for each feature, its weight times how far it is from usual. */
export interface Ridge {
  readonly weights: Float64Array;
  /** The mean of each feature. */
  readonly usual: Float64Array;
  /** The mean of the targets. */
  readonly bias: number;
}

const ROUNDING = 1e-9;

/**
 * Ridge regression (Hoerl and Kennard 1970) on features that are brought to one scale first.
 *
 * @param shrink how strongly weights are held to zero, in rows
 */
export function fitRidge(rows: readonly ArrayLike<number>[], targets: ArrayLike<number>, shrink: number): Ridge {
  const size = rows[0]?.length ?? 0;
  if (rows.length < 2 || targets.length !== rows.length) throw new Error(`Expected at least 2 rows and a target for each, but got ${rows.length} and ${targets.length}.`);
  const usual = new Float64Array(size);
  const spread = new Float64Array(size);
  let bias = 0;
  rows.forEach((row, r) => {
    bias += targets[r]! / rows.length;
    for (let i = 0; i < size; i += 1) usual[i]! += row[i]! / rows.length;
  });
  for (const row of rows) for (let i = 0; i < size; i += 1) spread[i]! += (row[i]! - usual[i]!) ** 2 / rows.length;
  // What never varies but by rounding tells nothing.
  for (let i = 0; i < size; i += 1) spread[i] = Math.sqrt(spread[i]!) > ROUNDING * Math.abs(usual[i]!) ? Math.sqrt(spread[i]!) : Infinity;

  const products = new Float64Array(size * size);
  const weights = new Float64Array(size);
  const scaled = new Float64Array(size);
  rows.forEach((row, r) => {
    for (let i = 0; i < size; i += 1) scaled[i] = (row[i]! - usual[i]!) / spread[i]!;
    for (let i = 0; i < size; i += 1) {
      weights[i]! += scaled[i]! * (targets[r]! - bias);
      for (let j = 0; j <= i; j += 1) products[i * size + j]! += scaled[i]! * scaled[j]!;
    }
  });
  for (let i = 0; i < size; i += 1) products[i * size + i]! += shrink;
  solvePositive(products, size, weights, 1);
  return { weights: weights.map((weight, i) => weight / spread[i]!), usual, bias };
}

export function estimate({ weights, usual, bias }: Ridge, row: ArrayLike<number>): number {
  return weights.reduce((sum, weight, i) => sum + weight * (row[i]! - usual[i]!), bias);
}
