import type { Seconds } from '../../src/index.ts';

export interface Lag {
  /** How much later the first goes than the second. */
  readonly lag: Seconds;
  /** Pearson's, at that lag. */
  readonly correlation: number;
}

/** The lag within `reach` at which two equally sampled curves go together best. */
export function bestLag(first: ArrayLike<number>, second: ArrayLike<number>, hop: Seconds, reach: Seconds = 0.3): Lag {
  let best: Lag = { lag: Number.NaN, correlation: Number.NEGATIVE_INFINITY };
  const most = Math.round(reach / hop);
  for (let shift = -most; shift <= most; shift++) {
    const correlation = correlate(first, second, shift);
    if (correlation > best.correlation) best = { lag: shift * hop, correlation };
  }
  return best;
}

function correlate(first: ArrayLike<number>, second: ArrayLike<number>, shift: number): number {
  let [n, a, b, aa, bb, ab] = [0, 0, 0, 0, 0, 0];
  for (let i = Math.max(0, shift); i < Math.min(first.length, second.length + shift); i++) {
    const [x, y] = [first[i]!, second[i - shift]!];
    n += 1;
    a += x;
    b += y;
    aa += x * x;
    bb += y * y;
    ab += x * y;
  }
  return (n * ab - a * b) / Math.sqrt((n * aa - a * a) * (n * bb - b * b));
}
