import type { Hertz } from '../../core/index.ts';

/** Input samples on either side of an output sample; 16 keep mirror images 60 dB down up to 7 kHz of 16. */
const REACH = 16;

/**
 * Resamples by a windowed sinc, without delay.
 *
 * Browsers play a buffer of another rate with linear interpolation, which mirrors speech at 16 kHz
 * into the octave above as a metallic hiss.
 *
 * @param from rate of the samples, a whole number of hertz
 * @param to rate of the result, a whole number of hertz
 */
export function resample(samples: Float32Array, from: Hertz, to: Hertz): Float32Array<ArrayBuffer> {
  if (from === to) return new Float32Array(samples);
  const shared = greatestCommonDivisor(from, to);
  const phases = to / shared;
  const step = from / shared;
  const kernels = Array.from({ length: phases }, (_, phase) => kernel(phase / phases, Math.min(1, to / from)));
  const result = new Float32Array(Math.floor((samples.length * phases) / step));
  for (let n = 0; n < result.length; n++) {
    const at = n * step;
    const taps = kernels[at % phases]!;
    const first = Math.floor(at / phases) - REACH + 1;
    let sum = 0;
    for (let k = Math.max(0, -first), end = Math.min(taps.length, samples.length - first); k < end; k++) {
      sum += taps[k]! * samples[first + k]!;
    }
    result[n] = sum;
  }
  return result;
}

/** Taps for an output sample that lies `offset` of an input sample after input tap REACH - 1. */
function kernel(offset: number, cutoff: number): Float32Array {
  const taps = new Float32Array(2 * REACH);
  let total = 0;
  for (let k = 0; k < taps.length; k++) {
    const x = k - (REACH - 1) - offset;
    const angle = Math.PI * x * cutoff;
    const blackman = 0.42 + 0.5 * Math.cos((Math.PI * x) / REACH) + 0.08 * Math.cos((2 * Math.PI * x) / REACH);
    taps[k] = (angle === 0 ? 1 : Math.sin(angle) / angle) * blackman;
    total += taps[k]!;
  }
  return taps.map((tap) => tap / total);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
