import type { Language } from '../../core/index.ts';
import { CUE_PATTERNS, REPLY_CUES } from './reply-cues.ts';

/** How a reply is built, apart from its length. */
const SHAPES = ['questions', 'ends asking', 'exclamations', 'sentences', 'pauses'] as const;
const LENGTHS = ['words', 'words up to the usual'] as const;

export const REPLY_FEATURES: readonly string[] = [...REPLY_CUES, ...SHAPES, ...LENGTHS];
/** Features from here on are the length's. */
export const LENGTH_FROM = REPLY_CUES.length + SHAPES.length;

/** What is said more often than this in one reply counts no more. */
const MOST_TOLD = 3;
/** Rated replies are hardly ever longer; of Chinese, in characters. */
const USUAL_LENGTH: Readonly<Record<Language, number>> = { en: 40, zh: 60 };

/** How many words a reply has; of Chinese, characters and words of other scripts. */
export function countWords(text: string, language: Language): number {
  return (language === 'zh' ? text.match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) : text.match(/[\p{L}\p{N}'’]+/gu))?.length ?? 0;
}

/** The features of a reply under their names in {@link REPLY_FEATURES}: counts, and logarithms of counts. */
export function readReply(reply: string, language: Language): Float32Array {
  const text = reply.normalize('NFKC').replaceAll(/[‘’]/g, '\'').trim();
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const words = countWords(text, language);
  return Float32Array.from([
    ...REPLY_CUES.map((cue) => Math.min(MOST_TOLD, count(CUE_PATTERNS[language][cue]))),
    Math.min(MOST_TOLD, count(/[?？]/g)), /[?？]$/.test(text) ? 1 : 0, Math.min(MOST_TOLD, count(/[!！]/g)),
    Math.min(MOST_TOLD, count(/[^.!?。！？]+(?:[.!?。！？]+|$)/g)), Math.min(MOST_TOLD, count(/[,，、;；]/g)),
    Math.log1p(words), Math.min(1, words / USUAL_LENGTH[language]),
  ]);
}
