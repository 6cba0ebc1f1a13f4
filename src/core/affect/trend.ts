import type { Seconds, Unit } from '../units.ts';
import { certainty, type Belief } from './belief.ts';

/** A straight line through the recent past of valence. */
export interface Slope {
  /** Change of valence per second. */
  readonly perSecond: number;
  /** Standard deviation of that. */
  readonly deviation: number;
}

/** Where valence is going. */
export interface Trend {
  /** Over about 15 s: only what is clearly more than its uncertainty is a direction. */
  readonly direction: 'rising' | 'steady' | 'falling';
  /** Over about the last 3, 15 and 60 seconds; null while too little is known. */
  readonly short: Slope | null;
  readonly middle: Slope | null;
  readonly long: Slope | null;
  /** Standard deviation of valence around the middle line: how much it goes up and down. */
  readonly volatility: number;
  readonly moments: Readonly<Record<Span, Moments>>;
}

/** Exponentially weighted sums over time, which is in seconds before now; weights are seconds of certain view. */
interface Moments {
  readonly weight: number;
  readonly time: number;
  readonly value: number;
  readonly timeTime: number;
  readonly timeValue: number;
  readonly valueValue: number;
  /** Of the variances of the beliefs. */
  readonly doubt: number;
}

/** How far back a line reaches before a sample's weight has fallen to 1/e. */
const SPANS = { short: 3, middle: 15, long: 60 } as const;
type Span = keyof typeof SPANS;

/** Slower changes than this, in valence per second, are not worth a word. */
const NOTICEABLE = 0.01;

/** A slope must exceed its standard deviation this many times to be a direction (nine in ten steady lines don't). */
const CLEARLY = 1.64;

/** Errors of what is seen are shared for about so long: samples closer to each other are no news. */
const SHARED: Seconds = 1;

/** The times of less certain view than this can't be told apart from one moment. */
const LEAST: Seconds = 0.5;

const NO_MOMENTS: Moments = { weight: 0, time: 0, value: 0, timeTime: 0, timeValue: 0, valueValue: 0, doubt: 0 };

/** Where valence is going before any of it was seen: steady, with no line fitted yet. */
export const NO_TREND: Trend = {
  direction: 'steady', short: null, middle: null, long: null, volatility: 0,
  moments: { short: NO_MOMENTS, middle: NO_MOMENTS, long: NO_MOMENTS },
};

/**
 * Takes in that valence was `seen` for `elapsed` seconds, and refits the lines.
 *
 * Samples count by their time and certainty, not by their number. Times are kept relative to now, so
 * that ten hours cost no precision.
 */
export function updateTrend(trend: Trend, seen: Belief, elapsed: Seconds): Trend {
  if (!(elapsed > 0)) return trend;
  const moved = (span: Span): Moments => add(trend.moments[span], seen, elapsed, SPANS[span]);
  const moments = { short: moved('short'), middle: moved('middle'), long: moved('long') };
  const [short, middle, long] = [lineOf(moments.short), lineOf(moments.middle), lineOf(moments.long)];
  const { perSecond, deviation } = middle.slope ?? { perSecond: 0, deviation: 0 };
  const clear = Math.abs(perSecond) > Math.max(NOTICEABLE, CLEARLY * deviation);
  return {
    direction: !clear ? 'steady' : perSecond > 0 ? 'rising' : 'falling',
    short: short.slope, middle: middle.slope, long: long.slope, volatility: middle.scatter, moments,
  };
}

function add(m: Moments, { mean, variance }: Belief, elapsed: Seconds, span: Seconds): Moments {
  const fade = Math.exp(-elapsed / span);
  const old = fade * m.weight;
  // The sample is spread over the time that it lasted, as far as that is remembered.
  const weight = certainty({ mean, variance }) * span * (1 - fade);
  const middle = -Math.min(elapsed, span) / 2;
  // Shifting the origin to now turns each time t into t - elapsed.
  return {
    weight: old + weight,
    time: fade * m.time - old * elapsed + weight * middle,
    value: fade * m.value + weight * mean,
    timeTime: fade * (m.timeTime - 2 * elapsed * m.time) + old * elapsed * elapsed + weight * middle * middle,
    timeValue: fade * (m.timeValue - elapsed * m.value) + weight * middle * mean,
    valueValue: fade * m.valueValue + weight * mean * mean,
    doubt: fade * m.doubt + weight * variance,
  };
}

function lineOf(m: Moments): { readonly slope: Slope | null; readonly scatter: Unit } {
  if (m.weight < LEAST) return { slope: null, scatter: 0 };
  const spread = m.timeTime / m.weight - (m.time / m.weight) ** 2;
  const variance = Math.max(0, m.valueValue / m.weight - (m.value / m.weight) ** 2);
  if (!(spread > 1e-3)) return { slope: null, scatter: Math.sqrt(variance) };
  const together = m.timeValue / m.weight - (m.time / m.weight) * (m.value / m.weight);
  const perSecond = together / spread;
  const residual = Math.max(0, variance - perSecond * together);
  const independent = Math.max(1, m.weight / SHARED);
  return { slope: { perSecond, deviation: Math.sqrt((residual + m.doubt / m.weight) / (independent * spread)) }, scatter: Math.sqrt(residual) };
}
