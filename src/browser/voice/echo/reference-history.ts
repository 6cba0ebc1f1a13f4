import { FRAME } from '../voice-frame.ts';
import { createRealTransform } from './real-transform.ts';

/** Samples in a window: this frame and the one before it. */
export const WINDOW = 2 * FRAME;
export const BINS = FRAME + 1;
/** Latest beginning of the echo, in frames after the sound: 0.42 s, a slow output such as Bluetooth. */
export const LAGS = 13;
/** Length of the filter in frames: 0.26 s hold all but -38 dB of a room whose sound decays within 0.4 s. */
export const PARTITIONS = 8;
const REACH = LAGS + PARTITIONS;

/** A window of the reference in the frequency domain. */
export interface Spectrum {
  readonly re: Float64Array;
  readonly im: Float64Array;
  /** |X|^2 of each bin. */
  readonly power: Float64Array;
}

/** What the agent sounded in the last 0.67 s. */
export interface ReferenceHistory {
  push(frame: Float32Array): void;
  /** The window that ended `age` frames ago; 0 is the newest. */
  at(age: number): Spectrum;
  /** Whether anything sounded within the reach of the echo. */
  readonly sounds: boolean;
  reset(): void;
}

/** -70 dBFS: what is quieter can be heard by no microphone beside the loudspeaker. */
const AUDIBLE = 1e-7 * FRAME;

/** Begins in silence. */
export function createReferenceHistory(): ReferenceHistory {
  const transform = createRealTransform(WINDOW);
  const window = new Float64Array(WINDOW);
  const ring: Spectrum[] = Array.from({ length: REACH }, () => ({ re: new Float64Array(BINS), im: new Float64Array(BINS), power: new Float64Array(BINS) }));
  let newest = 0;
  let silent = REACH;
  return {
    get sounds() {
      return silent < REACH;
    },
    at: (age) => ring[(newest + age) % REACH]!,
    push(frame) {
      window.copyWithin(0, FRAME);
      let energy = 0;
      for (let i = 0; i < FRAME; i += 1) {
        window[FRAME + i] = frame[i]!;
        energy += frame[i]! * frame[i]!;
      }
      silent = energy > AUDIBLE ? 0 : silent + 1;
      newest = (newest + REACH - 1) % REACH;
      const { re, im, power } = ring[newest]!;
      transform.forward(window, re, im);
      for (let k = 0; k < BINS; k += 1) power[k] = re[k]! * re[k]! + im[k]! * im[k]!;
    },
    reset() {
      window.fill(0);
      for (const { re, im, power } of ring) for (const each of [re, im, power]) each.fill(0);
      silent = REACH;
    },
  };
}
