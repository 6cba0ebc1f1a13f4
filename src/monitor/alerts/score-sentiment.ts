import type { Hours } from './hours.ts';
import { median, robustDeviation } from './robust.ts';
import type { HourScore } from './score-volume.ts';

/** A turn may show within hours where much is said, and over days where little is. */
const SPANS = [6, 24, 72] as const;
const USUAL = 28;
const LEAST = 14;
/** Days before today that are not yet counted among the usual ones: the turn itself may lie there. */
const RECENT = 3;
/** So many mentions say something. */
const FEW = 4;

interface Usual {
  readonly mean: number;
  /** Of single mentions. */
  readonly variance: number;
  /** Of whole days, beyond what the variance of their mentions makes of it. */
  readonly wander: number;
}

/**
 * Scores how good what is said is, for each hour: the mean over spans that end there against the median of the days of the four weeks before, in
 * standard errors, to which the days' own wandering adds.
 *
 * @returns for each hour the span that stands out most, in either direction
 */
export function scoreSentiment(hours: Hours): readonly HourScore[] {
  const { volume, sentiment, squares } = hours;
  const [count, sum, square] = [volume, sentiment, squares].map(runningSums) as [Float64Array, Float64Array, Float64Array];
  const over = (of: Float64Array, begin: number, end: number): number => of[end]! - of[Math.max(0, begin)]!;
  const scores: HourScore[] = [];
  let usual: Usual | null = null;
  for (let hour = 0; hour < volume.length; hour += 1) {
    if (hour % 24 === 0) usual = usualBefore(hour / 24 - RECENT, (begin, end) => ({ n: over(count, begin, end), sum: over(sum, begin, end), squares: over(square, begin, end) }));
    let best: HourScore = { score: 0, hours: SPANS[0], value: 0, expected: usual?.mean ?? 0 };
    for (const span of usual ? SPANS : []) {
      const n = over(count, hour + 1 - span, hour + 1);
      if (n < FEW) continue;
      const mean = over(sum, hour + 1 - span, hour + 1) / n;
      const score = (mean - usual!.mean) / Math.sqrt(usual!.variance / n + usual!.wander);
      if (Math.abs(score) > Math.abs(best.score)) best = { score, hours: span, value: mean, expected: usual!.mean };
    }
    scores.push(best);
  }
  return scores;
}

/** What days up to `last` (not counted) were like; null where too few of them had something said. */
function usualBefore(last: number, over: (begin: number, end: number) => { readonly n: number; readonly sum: number; readonly squares: number }): Usual | null {
  const days: { readonly n: number; readonly mean: number }[] = [];
  let [n, squared] = [0, 0];
  for (let day = Math.max(0, last - USUAL); day < last; day += 1) {
    const own = over(24 * day, 24 * (day + 1));
    if (own.n === 0) continue;
    days.push({ n: own.n, mean: own.sum / own.n });
    n += own.n;
    squared += own.squares;
  }
  if (days.length < LEAST) return null;
  const means = days.map(({ mean }) => mean);
  const mean = median(means);
  const variance = Math.max(1e-4, squared / n - mean ** 2);
  const expected = days.reduce((sum, day) => sum + variance / day.n, 0) / days.length;
  return { mean, variance, wander: Math.max(0, robustDeviation(means) ** 2 - expected) };
}

/** How much came before each place, and at the end all of it. */
function runningSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i += 1) sums[i + 1] = sums[i]! + values[i]!;
  return sums;
}
