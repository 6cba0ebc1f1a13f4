import { PitchDetector } from 'pitchy';
import type { Hertz, Unit } from '../../core/index.ts';
import { createPitchFilter } from './pitch-filter.ts';

/** Follows the fundamental frequency of a voice. */
export interface PitchTracker {
  /**
   * Takes the next samples, a whole number of {@link PITCH_HOP}s.
   *
   * @returns the pitch at each hop, null where nothing is voiced
   */
  push(samples: Float32Array): (Hertz | null)[];
  reset(): void;
}

/** 16 ms at 16 kHz. */
export const PITCH_HOP = 256;
/** 40 ms at 16 kHz, 2.4 periods of the lowest voice; a longer one loses pitch that moves. */
const WINDOW = 640;
const LOWEST: Hertz = 60;
const HIGHEST: Hertz = 500;
/**
 * McLeod's clarity, about signal / (signal + noise) within the filter's band. Against Praat on EmoDB
 * a lower bar finds more voiced frames, and a higher one mistakes fewer: 0.65 balances the two.
 */
const CLEAR: Unit = 0.65;
/** A jump of this many semitones within a hop is an octave error until it persists. */
const JUMP = 9;
/** Hops after which a new register is believed, or an old one forgotten: 80 ms. */
const PATIENCE = 5;

/**
 * The McLeod pitch method on low-passed windows, with a guard against octave jumps.
 *
 * @param rate in hertz
 * @param highest pitch that is looked for, at most 900 Hz; talk stays below 500, and a higher bound mistakes more harmonics for it
 */
export function createPitchTracker(rate: Hertz, highest: Hertz = HIGHEST): PitchTracker {
  const detector = PitchDetector.forFloat32Array(WINDOW);
  const filter = createPitchFilter(rate);
  const window = new Float32Array(WINDOW);
  let trusted: Hertz | null = null;
  let doubtful = 0;

  const guard = (pitch: Hertz | null): Hertz | null => {
    const jumped = pitch === null || (trusted !== null && Math.abs(12 * Math.log2(pitch / trusted)) > JUMP);
    doubtful = jumped ? doubtful + 1 : 0;
    if (jumped && doubtful < PATIENCE) return null;
    trusted = pitch;
    return pitch;
  };

  return {
    push(samples) {
      if (samples.length % PITCH_HOP !== 0) {
        throw new RangeError(`Expected a multiple of ${PITCH_HOP} samples, but got ${samples.length}. Push whole hops.`);
      }
      const pitches: (Hertz | null)[] = [];
      for (let start = 0; start < samples.length; start += PITCH_HOP) {
        window.copyWithin(0, PITCH_HOP);
        for (let i = 0; i < PITCH_HOP; i += 1) window[WINDOW - PITCH_HOP + i] = filter.push(samples[start + i]!);
        const [pitch, clarity] = detector.findPitch(window, rate);
        const voiced = clarity >= CLEAR && pitch >= LOWEST && pitch <= highest;
        pitches.push(guard(voiced ? pitch : null));
      }
      return pitches;
    },
    reset() {
      filter.reset();
      window.fill(0);
      trusted = null;
      doubtful = 0;
    },
  };
}
