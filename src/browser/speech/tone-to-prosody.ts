import { type Decibels, type Hertz, type SpeechTone, signedUnit } from '../../core/index.ts';
import { type FliteVoice, VOICE_CHARACTERS } from './voices.ts';

/** How an utterance shall sound, before its phrases and words are told apart. */
export interface Prosody {
  /** Factor on every phone's length: above 1 is slower. */
  readonly stretch: number;
  readonly pitch: Hertz;
  /** Standard deviation of the pitch. */
  readonly range: Hertz;
  readonly gain: Decibels;
  /** How much is added above about 2 kHz: tense voices are brighter, soft ones darker. */
  readonly tilt: Decibels;
  /** Factor on the formants: a smile shortens the mouth and raises them. */
  readonly formants: number;
  /** Factor on the pauses between phrases and sentences. */
  readonly pauses: number;
  /** How loud a breath between sentences is; null where none is heard. */
  readonly breath: Decibels | null;
  /** How far an emphasised word is raised, in semitones. */
  readonly accent: number;
  /** How far the pitch sinks from the first to the last word of a sentence beyond the voice's own fall, in semitones. */
  readonly fall: number;
}

/** Range over pitch of a lively voice, and how far an emphasised word of it is raised, in semitones. */
const LIVELY = 0.14;
const ACCENT = 1.8;
/** Whoever is excited or sad is heard to breathe; from where on, and how loud at first relative to a voice's gain. */
const LEAST_STRAIN = 0.25;
const BREATH_LEVEL: Decibels = -46;
/** Range, in semitones, is at most so many times the voice's own. */
const WIDEST = 2.2;

/**
 * The prosody of a tone, relative to how the voice was recorded.
 *
 * Directions follow Banse & Scherer (1996, J. Personality and Social Psychology 70, 614-636) and the review of Juslin & Laukka
 * (2003, Psychological Bulletin 129, 770-814): arousal raises rate, pitch, range, level and high frequencies, shortens pauses and
 * flattens the fall; sadness and tenderness are slow, low, soft, dark, with small range and falling contours; happiness is
 * fast, high and lively, and heard in the formants as a smile (Tartter 1980). Tension is told from joy by less range for as
 * much brightness. What is unpleasant without arousal, sorrow and concern, is slower and softer still.
 *
 * At the corners: rate within 0.74 and 1.26, pitch within 4.8 semitones, level within 5.5 dB. Beyond it Flite turns shrill or drunk.
 */
export function toneToProsody(tone: SpeechTone, voice: FliteVoice): Prosody {
  const valence = signedUnit(tone.valence);
  const arousal = signedUnit(tone.arousal);
  const joy = Math.max(0, valence);
  const stress = Math.max(0, -valence) * Math.max(0, arousal);
  const sorrow = Math.max(0, -valence) * (1 - Math.max(0, arousal));
  const strain = Math.max(0, arousal) + 0.6 * sorrow;
  const own = VOICE_CHARACTERS[voice];
  const higher = 2 ** ((3.2 * arousal + 0.8 * joy * (1 + arousal) - sorrow) / 12);
  const movement = own.range / own.pitch / LIVELY;
  return {
    stretch: own.stretch * 1.2 ** -arousal * 1.12 ** sorrow * 1.05 ** -joy,
    pitch: own.pitch * higher,
    range: own.range * higher * Math.min(WIDEST, 1.7 ** arousal * 1.55 ** valence),
    gain: own.gain + 4 * arousal - 1.5 * sorrow,
    tilt: 6 * arousal - 2.5 * sorrow + 1.5 * stress,
    formants: own.formants * (1 + 0.03 * valence),
    pauses: 1.5 ** -arousal * 1.35 ** sorrow,
    breath: strain > LEAST_STRAIN ? own.gain + BREATH_LEVEL + 8 * strain : null,
    accent: ACCENT * movement * 1.5 ** arousal * 1.4 ** valence,
    fall: movement * (0.6 - 0.5 * arousal + 0.5 * sorrow),
  };
}
