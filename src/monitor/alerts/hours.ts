import type { Bucket } from '../bucket.ts';

export const HOUR = 3_600_000;

/** What was said of an entity in each hour of a stretch of time, without gaps. */
export interface Hours {
  /** When the first one begins, in milliseconds since 1970; a whole day in UTC. */
  readonly from: number;
  readonly volume: Float64Array;
  /** Sums and sums of squares of how good the mentions are. */
  readonly sentiment: Float64Array;
  readonly squares: Float64Array;
}

/** Fills the hours between buckets with nothing. @param to one after the last moment, in milliseconds since 1970 */
export function hoursOf(buckets: readonly Bucket[], to: number): Hours {
  const from = Math.floor((buckets[0]?.at ?? to) / (24 * HOUR)) * 24 * HOUR;
  const count = Math.max(0, Math.ceil((to - from) / HOUR));
  const hours = { from, volume: new Float64Array(count), sentiment: new Float64Array(count), squares: new Float64Array(count) };
  for (const { at, volume, sentiment, squares } of buckets) {
    const hour = Math.floor((at - from) / HOUR);
    if (hour < 0 || hour >= count) continue;
    hours.volume[hour]! += volume;
    hours.sentiment[hour]! += sentiment;
    hours.squares[hour]! += squares;
  }
  return hours;
}
