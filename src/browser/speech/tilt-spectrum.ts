import type { Decibels, Hertz } from '../../core/index.ts';

/** Where the shelf is half as high as it gets, above the first formant: there a soft and a pressed voice differ most. */
const CORNER: Hertz = 1500;
/** Below 1 the shelf rises slowly, as the spectrum of the vocal folds does. */
const STEEPNESS = 0.6;

/** Raises or lowers everything above about 2 kHz in place, by a high shelf of the audio EQ cookbook (R. Bristow-Johnson). */
export function tiltSpectrum(samples: Float32Array, sampleRate: Hertz, tilt: Decibels): void {
  if (tilt === 0) return;
  const height = 10 ** (tilt / 40);
  const angle = (2 * Math.PI * CORNER) / sampleRate;
  const cosine = Math.cos(angle);
  const width = Math.sin(angle) * Math.sqrt((height + 1 / height) * (1 / STEEPNESS - 1) + 2) * Math.sqrt(height);
  const a0 = height + 1 - (height - 1) * cosine + width;
  const b0 = (height * (height + 1 + (height - 1) * cosine + width)) / a0;
  const b1 = (-2 * height * (height - 1 + (height + 1) * cosine)) / a0;
  const b2 = (height * (height + 1 + (height - 1) * cosine - width)) / a0;
  const a1 = (2 * (height - 1 - (height + 1) * cosine)) / a0;
  const a2 = (height + 1 - (height - 1) * cosine - width) / a0;
  let [z1, z2] = [0, 0];
  for (let i = 0; i < samples.length; i += 1) {
    const sample = samples[i]!;
    const out = b0 * sample + z1;
    z1 = b1 * sample - a1 * out + z2;
    z2 = b2 * sample - a2 * out;
    samples[i] = out;
  }
}
