import { clamp, random, type Seconds, type Seed, type Unit, unit } from '../../../core/index.ts';
import { chordOn, layChord, nextRoot } from './harmony.ts';
import { drawMotif, type Motif, stepOn, tuneScale, varyMotif } from './melody.ts';
import { type Mode, modeFor, semitones } from './mode.ts';
import { approachMood, KNOWN, type MusicalMood } from './musical-mood.ts';

/** One note of the bed. */
export interface Note {
  readonly part: 'pad' | 'bass' | 'bell';
  /** MIDI's number: 69 is 440 Hz. */
  readonly pitch: number;
  /** From the beginning of its bar. */
  readonly at: Seconds;
  readonly length: Seconds;
  /** Of the part's usual level. */
  readonly level: Unit;
}

/** Four beats of music. */
export interface Bar {
  readonly duration: Seconds;
  /** Beats a minute. */
  readonly tempo: number;
  readonly mode: Mode;
  readonly tonic: number;
  readonly notes: readonly Note[];
  /** How long pads take to swell. */
  readonly swell: Seconds;
  /** How bright everything sounds. */
  readonly brightness: Unit;
}

/** Where the music is. */
export interface Composition {
  readonly seed: Seed;
  /** Semitones above C. */
  readonly tonic: number;
  readonly mood: MusicalMood;
  readonly mode: Mode;
  readonly motif: Motif;
  /** Bars so far. */
  readonly bars: number;
  readonly chords: number;
  /** The chord's root as a degree, and the bars that it still lasts. */
  readonly root: number;
  readonly lasts: number;
  /** How the last chord lay, and the last notes of bass and tune; MIDI numbers. */
  readonly chord: readonly number[];
  readonly bass: number;
  readonly tune: number;
}

const BEATS = 4;
const SLOWEST = 44;
const FASTEST = 72;
/** The motif bends after so many bars, and rests in the last bar of a phrase. */
const BENDS_EVERY = 8;
const PHRASE = 4;
/** Bells that nobody strikes exactly on time. */
const LOOSENESS: Seconds = 0.018;
/** Where the bass lies, in MIDI's numbers: C2 to B2. */
export const LOWEST_BASS = 36;
export const HIGHEST_BASS = 47;

/** Keys that lie well for pads and small loudspeakers. */
const TONICS: readonly number[] = [2, 3, 5, 7, 9];

/** The key of everything that sounds with this seed; semitones above C. */
export function tonicOf(seed: Seed): number {
  return TONICS[Math.floor(random(seed)[0] * TONICS.length)]!;
}

/** Begins with a key, a motif and a chord of its own. The same seed begins, and goes on, in the same way. */
export function beginComposition(seed: Seed, mood: MusicalMood): Composition {
  const draws = drawing(seed);
  const motif = drawMotif(draws.next);
  return { seed: draws.seed, tonic: tonicOf(seed), mood, mode: modeFor(mood.valence, null), motif, bars: 0, chords: 0, root: 0, lasts: 0, chord: [], bass: LOWEST_BASS, tune: 74 };
}

/**
 * Writes the next bar.
 *
 * Mode, register and brightness follow valence; tempo, density and attack follow arousal, in the directions that Gabrielsson
 * & Lindström (2010) sum up. All of it goes slowly: a bar differs little from the one before.
 *
 * @param mood what the music is to be about by and by
 */
export function composeBar(before: Composition, mood: MusicalMood): readonly [Bar, Composition] {
  const draws = drawing(before.seed);
  const since = (60 / tempoOf(before.mood)) * BEATS;
  const now = approachMood(before.mood, mood, since);
  const tempo = tempoOf(now);
  const beat = 60 / tempo;
  const duration = beat * BEATS;
  const changes = before.lasts === 0;
  const mode = changes ? modeFor(now.valence, before.mode) : before.mode;
  const chords = before.chords + (changes ? 1 : 0);
  const root = changes && before.bars > 0 ? nextRoot(mode, before.root, chords, draws.next()) : before.root;
  const bars = changes ? (now.arousal > 0.35 ? 1 : 2) : before.lasts;
  const open = now.known < KNOWN;
  const tension = unit(now.arousal) * unit(-now.valence);
  const notes: Note[] = [];

  let { chord, bass } = before;
  if (changes) {
    chord = layChord(chordOn(mode, root, { open, tense: tension > 0.12 }).map((note) => note + before.tonic), before.chord, now.valence);
    for (const [i, pitch] of chord.entries()) {
      // The outer voices carry, the inner ones fill; each comes a little after the one below.
      notes.push({ part: 'pad', pitch, at: 0.12 * i * beat, length: duration * bars - 0.12 * i * beat, level: i === 0 || i === chord.length - 1 ? 0.8 : 0.6 });
    }
    bass = LOWEST_BASS + ((before.tonic + semitones(mode, root)) % 12);
  }
  if (changes || tension > 0.12) notes.push(...layBass(bass, changes ? bars : 1, beat, tension));

  const motif = before.bars % BENDS_EVERY === BENDS_EVERY - 1 ? varyMotif(before.motif, draws.next) : before.motif;
  const scale = tuneScale(before.tonic, mode, open, now.valence);
  const rests = before.bars % PHRASE === PHRASE - 1;
  const count = rests ? 0 : clamp(Math.floor(2.1 + 2 * now.arousal + draws.next()), 0, motif.slots.length);
  const slots = motif.slots.slice(0, count).toSorted((a, b) => a - b);
  let { tune } = before;
  for (const [i, slot] of slots.entries()) {
    // A phrase begins on a note of the chord, and its shape goes on from there.
    tune = i === 0 ? nearestOf(scale, chord, tune) : stepOn(scale, tune, motif.steps[i]!);
    notes.push({
      part: 'bell', pitch: tune, at: slot * beat / 2 + LOOSENESS * draws.next(), length: beat * (1.5 - 0.5 * now.arousal), level: 0.5 + 0.3 * (slot === 0 ? 1 : draws.next()),
    });
  }

  return [
    { duration, tempo, mode, tonic: before.tonic, notes, swell: clamp(1.6 - now.arousal, 0.5, 2.4), brightness: unit(0.45 + 0.3 * now.valence + 0.25 * now.arousal) },
    { seed: draws.seed, tonic: before.tonic, mood: now, mode, motif, bars: before.bars + 1, chords, root, lasts: bars - 1, chord, bass, tune },
  ];
}

function tempoOf({ arousal }: MusicalMood): number {
  return clamp((SLOWEST + FASTEST) / 2 + arousal * (FASTEST - SLOWEST) / 2, SLOWEST, FASTEST);
}

/** A long note; where there is tension, a soft beating on the same one. */
function layBass(pitch: number, bars: number, beat: Seconds, tension: Unit): readonly Note[] {
  if (tension <= 0.12) return [{ part: 'bass', pitch, at: 0, length: beat * (BEATS * bars - 0.5), level: 0.7 }];
  const strokes = tension > 0.3 ? BEATS : BEATS / 2;
  const apart = BEATS / strokes;
  return Array.from({ length: strokes }, (_, i): Note => ({ part: 'bass', pitch, at: i * apart * beat, length: beat * apart * 0.6, level: i === 0 ? 0.75 : 0.5 }));
}

/** The note of a scale that is also one of the chord's, nearest to another. */
function nearestOf(scale: readonly number[], chord: readonly number[], to: number): number {
  const classes = new Set(chord.map((note) => note % 12));
  const shared = scale.filter((note) => classes.has(note % 12));
  return stepOn(shared.length > 0 ? shared : scale, to, 0);
}

function drawing(from: Seed): { readonly seed: Seed; readonly next: () => Unit } {
  let seed = from;
  return {
    get seed() {
      return seed;
    },
    next() {
      const [value, after] = random(seed);
      seed = after;
      return value;
    },
  };
}
