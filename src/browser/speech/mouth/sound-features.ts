import type { Hertz, Seconds } from '../../../core/index.ts';
import { createPowerSpectrum } from '../../voice/features/fft.ts';
import { createMelBands, MELS } from '../../voice/features/mel.ts';
import { TRACK_HOP } from './viseme-track.ts';

/** The rate of the sound that is looked at. */
export const SOUND_RATE: Hertz = 16_000;
/** Samples around a moment that its spectrum is of: 32 ms. */
const WINDOW = 512;
/** The moments around one by which its mouth is told, in hops of a track. */
const CONTEXT = [-6, -3, 0, 3, 6] as const;
const FARTHEST = 6;
/** How much sound before and after a moment is looked at. */
export const SOUND_REACH: Seconds = FARTHEST * TRACK_HOP + WINDOW / 2 / SOUND_RATE;
/** How many numbers tell of one moment: mel bands and loudness of each in its context. */
export const SOUND_INPUTS = CONTEXT.length * (MELS + 1);
/** What is usual loudness sinks by so much a second, in natural logarithms of power, until something is as loud again. */
const FORGET = 0.3;
/** Logarithms of power are divided by this, and nothing is farther below the loudest than that. */
const SCALE = 4;
const FAINTEST = -3;

/** Reads the sound around moments. */
export interface SoundFeatures {
  /**
   * The features of moments that follow each other by {@link TRACK_HOP}.
   *
   * @param sound at {@link SOUND_RATE}, from {@link SOUND_REACH} before the first moment to as much after the last
   * @returns {@link SOUND_INPUTS} numbers for each moment
   */
  read(sound: Float32Array, moments: number): Float32Array;
}

/** Makes a reader that learns how loud the voice is. */
export function createSoundFeatures(): SoundFeatures {
  const spectrum = createPowerSpectrum(WINDOW);
  const bands = createMelBands(spectrum.bins, SOUND_RATE);
  const power = new Float32Array(spectrum.bins);
  const hop = TRACK_HOP * SOUND_RATE;
  let loud = Number.NEGATIVE_INFINITY;

  return {
    read(sound, moments) {
      const seen = moments + 2 * FARTHEST;
      const mels = new Float32Array(seen * MELS);
      const levels = new Float32Array(seen);
      for (let i = 0; i < seen; i += 1) {
        const row = mels.subarray(i * MELS, (i + 1) * MELS);
        spectrum.run(sound.subarray(i * hop, i * hop + WINDOW), power);
        bands.run(power, row);
        levels[i] = Math.max(...row);
      }
      loud = Math.max(loud - FORGET * moments * TRACK_HOP, ...levels);
      const features = new Float32Array(moments * SOUND_INPUTS);
      const relative = (value: number): number => Math.max(FAINTEST, (value - loud) / SCALE);
      for (let moment = 0; moment < moments; moment += 1) {
        CONTEXT.forEach((offset, place) => {
          const i = moment + FARTHEST + offset;
          const at = moment * SOUND_INPUTS + place * (MELS + 1);
          for (let band = 0; band < MELS; band += 1) features[at + band] = relative(mels[i * MELS + band]!);
          features[at + MELS] = relative(levels[i]!);
        });
      }
      return features;
    },
  };
}
