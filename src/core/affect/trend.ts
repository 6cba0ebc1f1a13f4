import type { Seconds, SessionTime, SignedUnit } from '../units.ts';

/** Where valence is going. */
export interface Trend {
  readonly direction: 'rising' | 'steady' | 'falling';
  /** Change of valence per second over about the last {@link TREND_MEMORY} seconds. */
  readonly slope: number;
  readonly moments: TrendMoments;
}

/** Exponentially weighted sums, from which a straight line through the recent past is fitted. */
interface TrendMoments {
  readonly at: SessionTime;
  readonly weight: number;
  readonly time: number;
  readonly value: number;
  readonly timeTime: number;
  readonly timeValue: number;
}

/** How far back the line reaches before a sample's weight has fallen to 1/e. */
export const TREND_MEMORY: Seconds = 8;

const NOTICEABLE_SLOPE = 0.02;

export const NO_TREND: Trend = {
  direction: 'steady',
  slope: 0,
  moments: { at: 0, weight: 0, time: 0, value: 0, timeTime: 0, timeValue: 0 },
};

/**
 * Adds a sample of valence, weighted by how certain it is, and refits the line.
 *
 * Times are kept relative to the newest sample, so that ten hours cost no precision.
 */
export function updateTrend(trend: Trend, at: SessionTime, valence: SignedUnit, weight: number): Trend {
  const m = trend.moments;
  const elapsed = Math.max(0, at - m.at);
  const fade = Math.exp(-elapsed / TREND_MEMORY);
  const old = m.weight * fade;
  // Shifting the origin by -elapsed turns each time t into t - elapsed.
  const time = fade * m.time - old * elapsed;
  const timeTime = fade * (m.timeTime - 2 * elapsed * m.time) + old * elapsed * elapsed;
  const timeValue = fade * (m.timeValue - elapsed * m.value);
  const moments: TrendMoments = { at, weight: old + weight, time, value: fade * m.value + weight * valence, timeTime, timeValue };
  const spread = moments.weight * timeTime - time * time;
  const slope = spread > 1e-6 ? (moments.weight * timeValue - time * moments.value) / spread : 0;
  const direction = slope > NOTICEABLE_SLOPE ? 'rising' : slope < -NOTICEABLE_SLOPE ? 'falling' : 'steady';
  return { direction, slope, moments };
}
