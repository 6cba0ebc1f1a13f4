import type { Decibels, Unit } from '../../core/index.ts';

/** The level given to digital silence, below what any microphone delivers. */
export const SILENCE: Decibels = -100;

/** Samples at or beyond this amplitude count as clipped; resampling rounds a flat top a little. */
const CLIPPED = 0.985;

/** The level of a mean square, never below {@link SILENCE}. */
export function toDecibels(meanSquare: number): Decibels {
  return meanSquare > 1e-10 ? 10 * Math.log10(meanSquare) : SILENCE;
}

/** The mean square of a level. */
export function toMeanSquare(level: Decibels): number {
  return 10 ** (level / 10);
}

/** The RMS level of samples in [-1, 1]; a full-scale sine is -3. */
export function measureLevel(samples: Float32Array): Decibels {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return toDecibels(sum / samples.length);
}

/** Share of the samples that were cut off at full scale. */
export function measureClipping(samples: Float32Array): Unit {
  let count = 0;
  for (const sample of samples) if (Math.abs(sample) >= CLIPPED) count += 1;
  return count / samples.length;
}
