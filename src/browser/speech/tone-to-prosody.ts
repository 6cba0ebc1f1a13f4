import { type Decibels, type Hertz, type SpeechTone, signedUnit } from '../../core/index.ts';
import { type FliteVoice, VOICE_CHARACTERS } from './voices.ts';

/** How Flite shall say a sentence. */
export interface Prosody {
  /** Factor on every phone's length: above 1 is slower. */
  readonly stretch: number;
  readonly pitch: Hertz;
  /** Standard deviation of the pitch. */
  readonly range: Hertz;
  readonly gain: Decibels;
}

/**
 * The prosody of a tone, relative to how the voice was recorded.
 *
 * Directions follow Banse & Scherer (1996) and Juslin & Laukka (2003): arousal raises rate, pitch,
 * pitch range and level; valence, whose traces in the voice are weaker, raises pitch, range and
 * rate a little. At the corners: rate within 0.85 and 1.17, pitch within 2.8 semitones, range within
 * a factor of 1.6, level within 2 dB. Modest on purpose: Flite turns shrill or drunk beyond it.
 */
export function toneToProsody(tone: SpeechTone, voice: FliteVoice): Prosody {
  const valence = signedUnit(tone.valence);
  const arousal = signedUnit(tone.arousal);
  const own = VOICE_CHARACTERS[voice];
  return {
    stretch: 1.12 ** -arousal * 1.045 ** -valence,
    pitch: own.pitch * 2 ** ((2 * arousal + 0.8 * valence) / 12),
    range: own.range * 1.35 ** arousal * 1.18 ** valence,
    gain: own.gain + 2 * arousal,
  };
}
