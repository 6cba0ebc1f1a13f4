import type { AffectEstimate, Decibels, Hertz, Seconds, Unit } from 'attune';
import type { Hop, Utterance } from '../measurements.ts';

/** One utterance in figures; null where too little was heard for one. */
export interface Summary {
  readonly length: Seconds;
  readonly loudness: Decibels | null;
  /** Median of the voiced hops. */
  readonly pitch: Hertz | null;
  /** Interquartile range of the voiced hops, in semitones. */
  readonly range: number | null;
  readonly voiced: Unit | null;
  readonly quality: Unit | null;
  /** From its onset to the first signal. */
  readonly first: Seconds | null;
  readonly estimate: AffectEstimate | null;
}

/** Fewer voiced hops (half a second) have no meaningful range. */
const ENOUGH = 8;

export function summarise({ from, to, signals, estimate }: Utterance, hops: readonly Hop[]): Summary {
  const end = to ?? Number.POSITIVE_INFINITY;
  const heard = hops.flatMap(({ at, stats }) => (stats && at >= from && at <= end ? [stats.pitch] : []));
  const pitches = heard.filter((pitch) => pitch !== null).sort((a, b) => a - b);
  const quantile = (share: Unit): number => pitches[Math.round(share * (pitches.length - 1))] ?? Number.NaN;
  const mean = (values: readonly number[]): number | null => (values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null);
  const power = mean(signals.map(({ loudness }) => 10 ** (loudness / 10)));
  const [first] = signals;
  return {
    length: (to ?? hops.at(-1)?.at ?? from) - from,
    loudness: power === null ? null : 10 * Math.log10(power),
    pitch: pitches.length > 0 ? quantile(0.5) : null,
    range: pitches.length >= ENOUGH ? 12 * Math.log2(quantile(0.75) / quantile(0.25)) : null,
    voiced: heard.length > 0 ? pitches.length / heard.length : null,
    quality: mean(signals.map(({ quality }) => quality)),
    first: first ? first.at - from : null,
    estimate,
  };
}
