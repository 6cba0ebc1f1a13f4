/** Mean, standard deviation and percentiles of a sample. */
export function describe(values: readonly number[]): Record<'mean' | 'sd' | 'p1' | 'p5' | 'p50' | 'p95', number> {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return { mean, sd, p1: at(0.01), p5: at(0.05), p50: at(0.5), p95: at(0.95) };
}

/** The chance that a value of the first sample is above one of the second. */
export function areaUnderCurve(above: readonly number[], below: readonly number[]): number {
  let won = 0;
  for (const a of above) for (const b of below) won += a > b ? 1 : a === b ? 0.5 : 0;
  return won / (above.length * below.length);
}

/** Slope of the least-squares line. */
export function slope(xs: readonly number[], ys: readonly number[]): number {
  const [x, y] = [describe(xs), describe(ys)];
  const covariance = xs.reduce((sum, value, i) => sum + (value - x.mean) * ((ys[i] ?? 0) - y.mean), 0) / xs.length;
  return covariance / x.sd ** 2;
}

/**
 * Weights of a logistic regression by gradient descent, with an intercept that is not returned.
 *
 * @param rows standardised features
 * @param truth 0 or 1 for each row
 * @param worth how much each row counts
 */
export function fitLogistic(rows: readonly (readonly number[])[], truth: readonly number[], worth: readonly number[], shrink = 0.003): number[] {
  const total = worth.reduce((sum, value) => sum + value, 0);
  let weights = (rows[0] ?? []).map(() => 0);
  let intercept = 0;
  for (let step = 0; step < 3000; step += 1) {
    const gradient = weights.map((weight) => shrink * weight);
    let drift = 0;
    rows.forEach((row, i) => {
      const logit = row.reduce((sum, value, j) => sum + value * (weights[j] ?? 0), intercept);
      const error = (1 / (1 + Math.exp(-logit)) - (truth[i] ?? 0)) * (worth[i] ?? 0) / total;
      row.forEach((value, j) => { gradient[j] = (gradient[j] ?? 0) + error * value; });
      drift += error;
    });
    weights = weights.map((weight, j) => weight - 0.8 * (gradient[j] ?? 0));
    intercept -= 0.8 * drift;
  }
  return weights;
}
