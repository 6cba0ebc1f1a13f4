import { clamp, type Decibels } from '../../core/index.ts';
import { measureLevel } from './level.ts';
import { FRAME } from './voice-frame.ts';

/** Makes quiet microphones loud enough for the speech detector, which misses some speech below -45 dBFS. */
export interface DetectorGain {
  /**
   * Louder samples for the detector, in an array that the next frame overwrites.
   *
   * @param heard the microphone as it is, by whose loudest moments the gain goes
   */
  apply(samples: Float32Array, heard: Float32Array): Float32Array;
  reset(): void;
}

/** Where the loudest of the last seconds is brought to. */
const TARGET: Decibels = -30;
const MOST: Decibels = 20;
/** By which the loudest is forgotten each frame: 3 dB a second. */
const FORGET: Decibels = 0.1;
/** Until something louder is heard. */
const FIRST: Decibels = -40;

/** Begins with 10 dB. */
export function createDetectorGain(): DetectorGain {
  const louder = new Float32Array(FRAME);
  let loudest = FIRST;
  return {
    apply(samples, heard) {
      loudest = Math.max(measureLevel(heard), loudest - FORGET);
      const factor = 10 ** (clamp(TARGET - loudest, 0, MOST) / 20);
      if (factor === 1) return samples;
      for (let i = 0; i < samples.length; i += 1) louder[i] = clamp(samples[i]! * factor, -1, 1);
      return louder;
    },
    reset() {
      loudest = FIRST;
    },
  };
}
