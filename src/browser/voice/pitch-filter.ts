import type { Hertz } from '../../core/index.ts';

/** A filter that works sample by sample. */
export interface SampleFilter {
  push(sample: number): number;
  reset(): void;
}

/**
 * Keeps what carries the pitch, 50 to 900 Hz: mains hum's and rumble's lower part goes, and so do
 * the higher formants and hiss, which blur the period. Butterworth biquads of the audio EQ cookbook
 * (R. Bristow-Johnson).
 */
export function createPitchFilter(rate: Hertz): SampleFilter {
  const low = createBiquad(rate, 900, 'low-pass');
  const high = createBiquad(rate, 50, 'high-pass');
  return {
    push: (sample) => high.push(low.push(sample)),
    reset() {
      low.reset();
      high.reset();
    },
  };
}

function createBiquad(rate: Hertz, corner: Hertz, kind: 'low-pass' | 'high-pass'): SampleFilter {
  const omega = (2 * Math.PI * corner) / rate;
  const cosine = Math.cos(omega);
  const alpha = Math.sin(omega) * Math.SQRT1_2;
  const a0 = 1 + alpha;
  const sum = kind === 'low-pass' ? 1 - cosine : 1 + cosine;
  const b0 = sum / 2 / a0;
  const b1 = (kind === 'low-pass' ? sum : -sum) / a0;
  const a1 = (-2 * cosine) / a0;
  const a2 = (1 - alpha) / a0;
  // Transposed direct form II: two values of memory.
  let z1 = 0;
  let z2 = 0;
  return {
    push(sample) {
      const out = b0 * sample + z1;
      z1 = b1 * sample - a1 * out + z2;
      z2 = b0 * sample - a2 * out;
      return out;
    },
    reset() {
      z1 = 0;
      z2 = 0;
    },
  };
}
