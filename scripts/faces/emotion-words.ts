import type { Emotion } from '../../src/index.ts';

/** The words under which corpora of faces file their pictures; every one of them is what somebody else calls an emotion of FER+. */
const WORDS: Readonly<Record<Emotion, readonly string[]>> = {
  neutral: ['neutral', 'ne', 'neu'],
  happiness: ['happiness', 'happy', 'joy', 'joyful', 'ha', 'hap'],
  surprise: ['surprise', 'surprised', 'su', 'sur'],
  sadness: ['sadness', 'sad', 'sa'],
  anger: ['anger', 'angry', 'an', 'ang'],
  disgust: ['disgust', 'disgusted', 'di', 'dis'],
  fear: ['fear', 'fearful', 'afraid', 'scared', 'fe', 'fea'],
  contempt: ['contempt', 'contemptuous', 'co', 'con'],
};

const EMOTION_OF = new Map(Object.entries(WORDS).flatMap(([emotion, words]) => words.map((word) => [word, emotion as Emotion] as const)));

/** Labels that say that there is nothing to score. */
const UNSCORED = new Set(['tie', 'unknown', 'nf', 'not a face', 'not face', 'uncertain', 'other', '']);

/**
 * What a corpus means by a word.
 *
 * @returns null where it means that a picture has no clear label, undefined where the word is not known
 */
export function readEmotionWord(word: string): Emotion | null | undefined {
  const plain = word.trim().toLowerCase().replaceAll(/[\s_-]+/g, ' ');
  return UNSCORED.has(plain) ? null : EMOTION_OF.get(plain);
}
