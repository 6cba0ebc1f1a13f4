import type { SpeechTone } from '../../src/index.ts';
import type { SoundFigures } from './measure-sound.ts';

/** How the sound of an affect lies to that of the same sentence in neutral: 1 is more, -1 less, 0 is where the literature is divided. */
export type Directions = Readonly<Record<keyof SoundFigures, -1 | 0 | 1>>;

export interface SpokenAffect {
  readonly tone: SpeechTone;
  readonly directions: Directions;
}

/**
 * Five affects as points of the plane, with the directions of Juslin & Laukka (2003, Table 11) and Banse & Scherer (1996):
 * happiness for `happy`, sadness for `sad`, tenderness for `calm` and `concerned`. `tense` is between anger and fear, which agree in pitch, rate and,
 * where fear is panic, level and brightness; in range they oppose each other.
 */
export const AFFECTS: Readonly<Record<string, SpokenAffect>> = {
  happy: { tone: { valence: 0.75, arousal: 0.6 }, directions: { pitch: 1, range: 1, rate: 1, level: 1, brightness: 1 } },
  tense: { tone: { valence: -0.6, arousal: 0.8 }, directions: { pitch: 1, range: 0, rate: 1, level: 1, brightness: 1 } },
  calm: { tone: { valence: 0.35, arousal: -0.7 }, directions: { pitch: -1, range: -1, rate: -1, level: -1, brightness: -1 } },
  concerned: { tone: { valence: -0.5, arousal: -0.15 }, directions: { pitch: -1, range: -1, rate: -1, level: -1, brightness: -1 } },
  sad: { tone: { valence: -0.7, arousal: -0.6 }, directions: { pitch: -1, range: -1, rate: -1, level: -1, brightness: -1 } },
};

export const NEUTRAL: SpeechTone = { valence: 0, arousal: 0 };
