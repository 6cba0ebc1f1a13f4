import type { Language, SignedUnit } from 'attune';
import type { AGENT_VOICES } from 'attune/browser';

export type AgentVoice = (typeof AGENT_VOICES)[number];

/** What is to be said, and how. */
export interface Wishes {
  readonly text: string;
  readonly valence: SignedUnit;
  readonly arousal: SignedUnit;
  readonly voice: AgentVoice;
}

/** About twenty seconds: longer texts make a picture that nobody reads. */
export const MOST_CHARACTERS = 300;

/** The five affects that `npm run evaluate -- speech` measures, and none. */
export const PRESETS = {
  neutral: { valence: 0, arousal: 0 }, happy: { valence: 0.75, arousal: 0.6 }, tense: { valence: -0.6, arousal: 0.8 },
  calm: { valence: 0.35, arousal: -0.7 }, concerned: { valence: -0.5, arousal: -0.15 }, sad: { valence: -0.7, arousal: -0.6 },
} as const satisfies Readonly<Record<string, Pick<Wishes, 'valence' | 'arousal'>>>;
export type Preset = keyof typeof PRESETS;
export const PRESET_NAMES = Object.keys(PRESETS) as readonly Preset[];

/** A text as it is read: the stars that stress a word are only for the voice. */
export const withoutStars = (text: string): string => text.replace(/\*+([^*\s][^*]*)\*+/g, '$1');

/** Which language most of a text is written in, by its characters. */
export function writtenIn(text: string): Language {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  return han > words ? 'zh' : 'en';
}

export const sameWishes = (a: Wishes, b: Wishes): boolean => a.text === b.text && a.valence === b.valence && a.arousal === b.arousal && a.voice === b.voice;

/** What is said until somebody writes something else. */
export const EXAMPLE = 'Well, I did not expect to see you here today, of all days!';
