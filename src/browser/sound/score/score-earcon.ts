import { clamp, type Seconds, type Seed, type SoundCue, type Unit } from '../../../core/index.ts';
import { tonicOf } from './compose.ts';
import { type Mode, modeFor, semitones } from './mode.ts';
import { KNOWN, type MusicalMood } from './musical-mood.ts';

export type Earcon = SoundCue['earcon'];

/** What is played for an earcon. */
export interface EarconScore {
  readonly notes: readonly { /** MIDI's number. */ readonly pitch: number; readonly at: Seconds; readonly length: Seconds; readonly level: Unit }[];
  readonly duration: Seconds;
  /** Decibels; what brings it to about -26 LUFS at gain 1, or -34 beside speech. */
  readonly level: number;
  /** How bright it sounds. */
  readonly brightness: Unit;
}

interface Sketch {
  /** Degrees of the mode above the tonic; 7 is its octave. */
  readonly notes: readonly (readonly [degree: number, at: Seconds, length: Seconds, level: Unit])[];
  readonly duration: Seconds;
  readonly level: number;
}

/**
 * A fifth that rises asks for more, one that waits on the fourth thinks, a chord says yes, falling takes leave. They should never startle.
 *
 * Only some have a third, which is where the mode is heard.
 */
const SKETCHES: Readonly<Record<Exclude<Earcon, 'hum'>, Sketch>> = {
  listening: { notes: [[7, 0, 0.08, 0.7], [11, 0.11, 0.1, 0.8]], duration: 0.75, level: -11.3 },
  thinking: { notes: [[4, 0, 0.12, 0.5], [8, 0.26, 0.12, 0.55], [10, 0.52, 0.16, 0.45]], duration: 1.4, level: -16 },
  understood: { notes: [[3, 0, 0.12, 0.6], [7, 0.03, 0.12, 0.55], [9, 0.09, 0.14, 0.5]], duration: 0.85, level: -9.7 },
  farewell: { notes: [[11, 0, 0.1, 0.7], [9, 0.17, 0.12, 0.65], [7, 0.36, 0.2, 0.6]], duration: 1.3, level: -11.3 },
};
/** "Mm-hm", a minor third up whatever the mood: softer and low, as it sounds while the player talks. */
const HUM: Sketch = { notes: [[57, 0, 0.13, 0.6], [60, 0.19, 0.15, 0.7]], duration: 0.8, level: -17 };

/** The tonic that degrees count from lies here or above. */
const LOWEST = 60;
/** Degrees that tell major from minor, with what stands in for them where nothing is known. */
const OPEN: ReadonlyMap<number, number> = new Map([[2, 1], [9, 8]]);

/**
 * Writes an earcon for a mood: in its mode, quicker where arousal is higher, brighter where things are more pleasant.
 *
 * Moods are told apart roughly, so that there are few scores to render.
 *
 * @param seed as the bed's, so that both are in the same key
 */
export function scoreEarcon(earcon: Earcon, mood: MusicalMood, before: Mode | null, seed: Seed): readonly [EarconScore, Mode] {
  const mode = modeFor(mood.valence, before);
  const pace = 1 - 0.15 * Math.round(clamp(1.5 * mood.arousal, -1, 1));
  const brightness = 0.5 + 0.25 * Math.round(clamp(1.5 * mood.valence, -1, 1));
  if (earcon === 'hum') return [writeOut(HUM, (pitch) => pitch, 1, 0.5), mode];
  const tonic = LOWEST + ((tonicOf(seed) - LOWEST + 60) % 12);
  const pitchOf = (degree: number): number => tonic + semitones(mode, mood.known < KNOWN ? OPEN.get(degree) ?? degree : degree);
  return [writeOut(SKETCHES[earcon], pitchOf, pace, brightness), mode];
}

function writeOut({ notes, duration, level }: Sketch, pitchOf: (degree: number) => number, pace: number, brightness: Unit): EarconScore {
  const last = notes.at(-1)![1];
  return { notes: notes.map(([degree, at, length, loudness]) => ({ pitch: pitchOf(degree), at: at * pace, length, level: loudness })), duration: duration + last * (pace - 1), level, brightness };
}
