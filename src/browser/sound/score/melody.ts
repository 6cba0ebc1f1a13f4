import type { SignedUnit, Unit } from '../../../core/index.ts';
import { type Mode, semitones } from './mode.ts';

/** A short shape that comes again and again, so that what is heard is a tune and not chance. */
export interface Motif {
  /** Eighths of a bar, the most important first. */
  readonly slots: readonly number[];
  /** Steps on the scale from note to note. */
  readonly steps: readonly number[];
}

/** Rhythms with air in them; what is sparse leaves out from the end. */
const RHYTHMS: readonly (readonly number[])[] = [[0, 3, 6, 4, 7], [0, 4, 3, 6, 1], [2, 5, 0, 6, 3], [0, 2, 5, 3, 7], [1, 4, 6, 2, 7]];
const STEPS: readonly number[] = [-2, -1, -1, 1, 1, 2, 3];

export function drawMotif(chance: () => Unit): Motif {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)]!;
  return { slots: pick(RHYTHMS), steps: RHYTHMS[0]!.map(() => pick(STEPS)) };
}

/** Keeps the rhythm and bends one step of the shape. */
export function varyMotif({ slots, steps }: Motif, chance: () => Unit): Motif {
  const at = Math.floor(chance() * steps.length);
  const step = STEPS[Math.floor(chance() * STEPS.length)]!;
  return { slots, steps: steps.map((each, i) => (i === at ? step : each)) };
}

/** Where tunes lie, in MIDI's numbers: A4 to E6. */
export const LOWEST_TUNE = 69;
export const HIGHEST_TUNE = 88;

/** The degrees of five notes that go with every chord of a mode; without thirds where the music is open. */
function tuneDegrees(mode: Mode, open: boolean): readonly number[] {
  if (open) return [0, 3, 4];
  return semitones(mode, 2) === 4 ? [0, 1, 2, 4, 5] : [0, 2, 3, 4, 6];
}

/** The notes that a tune may use, in order; MIDI numbers. */
export function tuneScale(tonic: number, mode: Mode, open: boolean, valence: SignedUnit): readonly number[] {
  const classes = new Set(tuneDegrees(mode, open).map((degree) => (tonic + semitones(mode, degree)) % 12));
  // Sad tunes stay low, glad ones may rise.
  const highest = HIGHEST_TUNE - 3 + Math.round(3 * valence);
  const notes: number[] = [];
  for (let note = LOWEST_TUNE; note <= highest; note += 1) if (classes.has(note % 12)) notes.push(note);
  return notes;
}

/** Goes on by a step of the scale, and turns back at its ends. */
export function stepOn(scale: readonly number[], from: number, step: number): number {
  const nearest = scale.reduce((best, note, i) => (Math.abs(note - from) < Math.abs(scale[best]! - from) ? i : best), 0);
  const next = nearest + step;
  return scale[next] ?? scale[Math.min(scale.length - 1, Math.max(0, nearest - step))]!;
}
