import type { SignedUnit } from '../../../core/index.ts';
import { type Mode, semitones } from './mode.ts';

/** Roots that chords may stand on, as degrees, with how gladly; each mode's own colour is among them, and no diminished chord. */
const ROOTS: Readonly<Record<Mode, readonly (readonly [degree: number, weight: number])[]>> = {
  phrygian: [[0, 3], [1, 2], [6, 2], [3, 1], [5, 1]],
  aeolian: [[0, 3], [5, 3], [2, 2], [6, 2], [3, 2]],
  dorian: [[0, 3], [3, 3], [6, 2], [2, 1], [4, 1]],
  mixolydian: [[0, 3], [3, 3], [6, 2], [4, 1], [1, 1]],
  ionian: [[0, 3], [3, 3], [5, 2], [4, 1], [1, 1]],
  lydian: [[0, 3], [1, 3], [4, 2], [5, 2], [2, 1]],
};

/** Chords until the music comes home to its tonic. */
const HOME_EVERY = 4;

/** The next chord's root: another than the present one, and every fourth time the tonic. */
export function nextRoot(mode: Mode, before: number, chords: number, chance: number): number {
  if (chords % HOME_EVERY === 0 && before !== 0) return 0;
  const choices = ROOTS[mode].filter(([degree]) => degree !== before);
  let left = chance * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [degree, weight] of choices) {
    left -= weight;
    if (left < 0) return degree;
  }
  return choices[0]![0];
}

/**
 * The four notes of a chord as semitones above the tonic, the root first.
 *
 * @param open whether it has a second or a fourth in place of the third, and so is neither major nor minor
 * @param tense whether it leans on a fourth that does not resolve
 */
export function chordOn(mode: Mode, root: number, { open, tense }: { readonly open: boolean; readonly tense: boolean }): readonly number[] {
  const above = (steps: number): number => semitones(mode, root + steps);
  const wide = (steps: number): boolean => above(steps) - above(0) !== 1;
  // A semitone above the root grates, and so does a tritone; the mode's other colours do not.
  const second = wide(1) ? 1 : 6;
  const fourth = above(3) - above(0) === 5 ? 3 : second;
  if (open) return [0, second, 4, 7].map(above);
  return [0, 2, 4, tense ? fourth : second].map(above);
}

/** Where chords lie: F3 to E5, in MIDI's numbers; lower is muddy, higher is thin. */
export const LOWEST = 53;
export const HIGHEST = 76;

/**
 * Lays the notes of a chord so that each voice moves as little as it can from the chord before.
 *
 * @param pitches semitones above C, in any octave
 * @param before MIDI numbers in order; empty at the beginning
 * @param valence pleasant chords lie up to four semitones higher than unpleasant ones
 * @returns MIDI numbers in order, between {@link LOWEST} and {@link HIGHEST}
 */
export function layChord(pitches: readonly number[], before: readonly number[], valence: SignedUnit): readonly number[] {
  const classes = [...new Set(pitches.map((pitch) => ((pitch % 12) + 12) % 12))];
  let layings: readonly (readonly number[])[] = [[]];
  for (const pitch of classes) {
    const places: number[] = [];
    for (let note = LOWEST + ((pitch - LOWEST + 120) % 12); note <= HIGHEST; note += 12) places.push(note);
    layings = layings.flatMap((laid) => places.map((place) => laid.concat(place)));
  }
  let best: readonly number[] = [];
  let least = Infinity;
  for (const laying of layings) {
    const notes = laying.toSorted((a, b) => a - b);
    const cost = costOf(notes, before, 64 + 2 * valence);
    if (cost < least) [best, least] = [notes, cost];
  }
  return best;
}

function costOf(notes: readonly number[], before: readonly number[], centre: number): number {
  let cost = 0.7 * Math.abs(notes.reduce((sum, note) => sum + note, 0) / notes.length - centre);
  for (let i = 1; i < notes.length; i += 1) {
    const gap = notes[i]! - notes[i - 1]!;
    if (gap === 1) cost += 12;
    if (gap === 2 && notes[i]! < 60) cost += 4;
    if (gap > 9) cost += 0.8 * (gap - 9);
  }
  for (const note of before.length > 0 ? notes : []) cost += before.reduce((nearest, other) => Math.min(nearest, Math.abs(other - note)), 12) * 0.5;
  return cost;
}
