import type { Decibels, Unit } from '../../../core/index.ts';

/** How regular a voice is. */
export interface Regularity {
  hnr: Decibels;
  jitter: Unit;
  shimmer: Unit;
}

/** A period may differ so much from the one that the pitch gives. */
const SWAY = 0.18;
/** Neighbouring periods that differ by more are not of one voice (Praat's maximum period factor is 1.3). */
const MOST = 1.3;
/** Neighbouring periods must be so alike to be counted. */
const ALIKE = 0.5;
const LARGEST_HNR: Decibels = 40;

/**
 * Finds the periods in a stretch of voice by cross-correlating each with the next (as Praat's "cc" pulses), from
 * the middle outwards, and tells how much they differ.
 *
 * @param samples at least three periods of the lowest voice
 * @param period in samples, as the pitch tracker found it
 * @param into is overwritten; NaN for what too few periods can't tell
 */
export function measureRegularity(samples: Float32Array, period: number, into: Regularity): void {
  const size = Math.round(period);
  const found: Period = { length: 0, likeness: 0 };
  const middle = strongestNear(samples, samples.length >> 1, size);
  let [alike, compared] = [0, 0];
  let [count, lengths, bends, bent] = [0, 0, 0, 0];
  let [levels, swells, swelled] = [0, 0, 0];
  for (const direction of [1, -1] as const) {
    let [at, length, level] = [middle, Number.NaN, levelAt(samples, middle, size)];
    for (;;) {
      findPeriod(samples, at, size, direction, found);
      if (Number.isNaN(found.length)) break;
      alike += found.likeness;
      compared += 1;
      if (found.likeness < ALIKE) break;
      at += direction * Math.round(found.length);
      const now = levelAt(samples, at, size);
      count += 1;
      lengths += found.length;
      if (found.length / length < MOST && length / found.length < MOST) {
        bends += Math.abs(found.length - length);
        bent += 1;
      }
      if (!Number.isNaN(now) && !Number.isNaN(level)) {
        levels += (now + level) / 2;
        swells += Math.abs(now - level);
        swelled += 1;
      }
      length = found.length;
      level = now;
    }
  }
  const r = compared > 0 ? Math.min(0.9999, Math.max(1e-3, alike / compared)) : Number.NaN;
  into.hnr = Math.min(LARGEST_HNR, 10 * Math.log10(r / (1 - r)));
  into.jitter = bent > 0 ? bends / bent / (lengths / count) : Number.NaN;
  into.shimmer = swelled > 0 && levels > 0 ? swells / levels : Number.NaN;
}

/** Where the sound is strongest within a period around a place: the pulse of the glottis. */
function strongestNear(samples: Float32Array, place: number, size: number): number {
  let best = place;
  for (let i = place - (size >> 1); i <= place + (size >> 1); i += 1) if (Math.abs(samples[i]!) > Math.abs(samples[best]!)) best = i;
  return best;
}

interface Period {
  /** In samples, to a fraction of one; NaN where the samples end. */
  length: number;
  /** Normalised cross-correlation with the period that it was compared with, in [-1, 1]. */
  likeness: number;
}

const correlations = new Float64Array(256);

/** The period after (1) or before (-1) a place. */
function findPeriod(samples: Float32Array, at: number, size: number, direction: 1 | -1, into: Period): void {
  const half = size >> 1;
  const sway = Math.max(2, Math.round(size * SWAY));
  const [shortest, longest] = [size - sway, size + sway];
  const reach = at + direction * longest;
  into.length = Number.NaN;
  if (at - half < 0 || at + half >= samples.length || reach - half < 0 || reach + half >= samples.length) return;
  let own = 1e-12;
  for (let i = -half; i <= half; i += 1) own += samples[at + i]! ** 2;
  let best = 0;
  for (let lag = shortest; lag <= longest; lag += 1) {
    const there = at + direction * lag;
    let product = 0;
    let other = 1e-12;
    for (let i = -half; i <= half; i += 1) {
      const value = samples[there + i]!;
      product += samples[at + i]! * value;
      other += value * value;
    }
    correlations[lag - shortest] = product / Math.sqrt(own * other);
    if (correlations[lag - shortest]! > correlations[best]!) best = lag - shortest;
  }
  into.likeness = correlations[best]!;
  into.length = shortest + best;
  if (best === 0 || best === longest - shortest) return;
  // A parabola through the three highest: jitter of a hundredth is a fraction of a sample.
  const [a, b, c] = [correlations[best - 1]!, correlations[best]!, correlations[best + 1]!];
  const peak = (a - c) / (2 * (a - 2 * b + c));
  into.likeness = b - ((a - c) * peak) / 4;
  into.length = shortest + best + peak;
}

/** RMS of the period around a place under a Hann window; NaN where it reaches beyond the samples. */
function levelAt(samples: Float32Array, place: number, size: number): number {
  if (place - size < 0 || place + size >= samples.length) return Number.NaN;
  let [sum, total] = [0, 0];
  for (let i = -size; i <= size; i += 1) {
    const weight = 0.5 + 0.5 * Math.cos((Math.PI * i) / size);
    sum += weight * samples[place + i]! ** 2;
    total += weight;
  }
  return Math.sqrt(sum / total);
}
