import type { Hertz } from '../../core/index.ts';

/** The frequency of a MIDI number: 69 is A4 at 440 Hz. */
export function hertz(pitch: number): Hertz {
  return 440 * 2 ** ((pitch - 69) / 12);
}
