import type { Random } from '../../src/learn/random.ts';

/** How much louder than another a lesson can be, how bright or dull, and how noisy, in decibels. */
const GAIN = [-12, 6] as const;
const TILT = 0.5;
const NOISE = [-70, -38] as const;

/** A lesson as another microphone, codec or engine might sound it: softer or louder, brighter or duller, with noise. */
export function disturb(samples: Float32Array, random: Random): Float32Array<ArrayBuffer> {
  const between = ([low, high]: readonly [number, number]): number => 10 ** ((low + (high - low) * random.uniform()) / 20);
  const gain = between(GAIN);
  const noise = between(NOISE);
  const tilt = TILT * (2 * random.uniform() - 1);
  let before = 0;
  return Float32Array.from(samples, (sample) => {
    // A first-order filter: a positive tilt lifts what is high, a negative one what is low.
    const tilted = sample - tilt * before;
    before = sample;
    return gain * tilted + noise * (2 * random.uniform() - 1);
  });
}
