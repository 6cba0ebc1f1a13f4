import type { SignedUnit } from '../../../core/index.ts';

export type Mode = 'phrygian' | 'aeolian' | 'dorian' | 'mixolydian' | 'ionian' | 'lydian';

/** From dark to bright. Neighbours differ in a single note, so going from one to the next is hardly noticed. */
export const MODES: readonly Mode[] = ['phrygian', 'aeolian', 'dorian', 'mixolydian', 'ionian', 'lydian'];

/** Semitones of the seven degrees above the tonic. */
const SCALES: Readonly<Record<Mode, readonly number[]>> = {
  phrygian: [0, 1, 3, 5, 7, 8, 10],
  aeolian: [0, 2, 3, 5, 7, 8, 10],
  dorian: [0, 2, 3, 5, 7, 9, 10],
  mixolydian: [0, 2, 4, 5, 7, 9, 10],
  ionian: [0, 2, 4, 5, 7, 9, 11],
  lydian: [0, 2, 4, 6, 7, 9, 11],
};

/** How far beyond a border the valence must be before the mode changes. */
const HYSTERESIS = 0.06;

/**
 * The mode for a valence: the brighter, the more pleasant (Temperley & Tan 2013 found this order in listeners' ratings).
 *
 * @param before the present mode, which is left for a neighbour at most; null at the beginning
 */
export function modeFor(valence: SignedUnit, before: Mode | null): Mode {
  const place = ((valence + 1) / 2) * MODES.length;
  if (before === null) return MODES[Math.min(MODES.length - 1, Math.floor(place))]!;
  const present = MODES.indexOf(before);
  const margin = (HYSTERESIS / 2) * MODES.length;
  if (place > present + 1 + margin) return MODES[Math.min(MODES.length - 1, present + 1)]!;
  if (place < present - margin) return MODES[Math.max(0, present - 1)]!;
  return before;
}

/** Semitones of a degree above the tonic; degree 7 is the octave, and so on. */
export function semitones(mode: Mode, degree: number): number {
  const octave = Math.floor(degree / 7);
  return SCALES[mode][degree - 7 * octave]! + 12 * octave;
}
