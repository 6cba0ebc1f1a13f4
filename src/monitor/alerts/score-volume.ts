import { HOUR, type Hours } from './hours.ts';
import { median, robustDeviation } from './robust.ts';

/** How far what was said in the hours up to one lies from what was expected. */
export interface HourScore {
  /** In robust standard deviations; 0 where too little is known. */
  readonly score: number;
  /** How many hours it looks back over. */
  readonly hours: number;
  readonly value: number;
  readonly expected: number;
}

/** A burst may be an hour or a day long. */
const SPANS = [1, 3, 12, 24] as const;
/** Days that tell what is usual, and how many must be known before anything is unusual. */
const USUAL = 28;
const LEAST = 14;

/**
 * Scores how much was said, for each hour: the square roots of counts, whose noise does not depend on their size (Anscombe 1948), against the
 * median of the same time of day on days of the same kind (weekdays, weekends) in the four weeks before; sums of those over spans, each in robust
 * standard deviations of what such sums were.
 *
 * @returns for each hour the span that stands out most
 */
export function scoreVolume({ from, volume }: Hours): readonly HourScore[] {
  const days = Math.ceil(volume.length / 24);
  const root = (count: number): number => 2 * Math.sqrt(count + 0.375);
  const usual = new Float64Array(volume.length).fill(Number.NaN);
  const excess = new Float64Array(volume.length);
  const isWeekend = (day: number): boolean => [0, 6].includes(new Date(from + day * 24 * HOUR).getUTCDay());
  for (let day = LEAST; day < days; day += 1) {
    const alike = Array.from({ length: Math.min(day, USUAL) }, (_, i) => day - 1 - i).filter((other) => isWeekend(other) === isWeekend(day));
    for (let hour = 24 * day; hour < Math.min(24 * (day + 1), volume.length); hour += 1) {
      // A neighbouring hour is like this one, and three say more than one.
      usual[hour] = median(alike.flatMap((other) => [-1, 0, 1].map((by) => root(volume[hour - 24 * (day - other) + by] ?? 0))));
      excess[hour] = root(volume[hour]!) - usual[hour]!;
    }
  }
  const sums = SPANS.map((span) => sumsOver(excess, span));
  const scores: HourScore[] = [];
  let noise: readonly number[] = [];
  for (let hour = 0; hour < volume.length; hour += 1) {
    const day = Math.floor(hour / 24);
    if (day < 2 * LEAST) {
      scores.push({ score: 0, hours: 1, value: volume[hour]!, expected: volume[hour]! });
      continue;
    }
    if (hour % 24 === 0) noise = sums.map((sum) => Math.max(1, robustDeviation(sum.subarray(Math.max(24 * LEAST, hour - 24 * USUAL), hour))));
    const best = SPANS.map((_, i) => sums[i]![hour]! / noise[i]!).reduce((most, score, i, all) => (score > all[most]! ? i : most), 0);
    const span = SPANS[best]!;
    let [value, expected] = [0, 0];
    for (let back = 0; back < span; back += 1) {
      value += volume[hour - back]!;
      expected += (usual[hour - back]! / 2) ** 2 - 0.375;
    }
    scores.push({ score: sums[best]![hour]! / noise[best]!, hours: span, value, expected: Math.max(0, expected) });
  }
  return scores;
}

/** Sums over the span that ends at each place, divided by its square root. */
function sumsOver(values: Float64Array, span: number): Float64Array {
  const sums = new Float64Array(values.length);
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) {
    sum += values[i]! - (values[i - span] ?? 0);
    sums[i] = sum / Math.sqrt(span);
  }
  return sums;
}
