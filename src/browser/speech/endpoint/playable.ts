import type { Hertz } from '../../../core/index.ts';
import { createResampler } from '../../voice/resampler.ts';

/**
 * Brings pieces of one stream to the rate at which they are played, without seams.
 *
 * A piece sounds less than 2 ms early: what the filter still holds of it comes with the next.
 */
export function playable(from: Hertz, to: Hertz): (samples: Float32Array<ArrayBuffer>, last: boolean) => Float32Array<ArrayBuffer> {
  if (from === to) return (samples) => samples;
  const resampler = createResampler(from, to);
  return (samples, last) => {
    const whole = new Float32Array(samples.length + (last ? Math.ceil(resampler.delay) : 0));
    whole.set(samples);
    const output = new Float32Array(resampler.capacity(whole.length));
    return output.slice(0, resampler.push(whole, output));
  };
}
