import { EMBEDDING, type MessageInEnglish, PIECE } from '../../../../src/browser/text/encoder/embedding.ts';

/** A meaning of the sentence encoder's shape and size, of no to eight pieces; it is no sentence's. */
export function someMeaning(seed: number): MessageInEnglish {
  const wave = (length: number): Float32Array => Float32Array.from({ length }, (_, i) => Math.SQRT2 * Math.sin(seed * 7 + i * (seed + 1)));
  return { english: `I took ${seed} of them`, embedding: wave(EMBEDDING).map((value) => value / Math.sqrt(EMBEDDING)), pieces: wave(PIECE * (seed % 9)) };
}
