import { EMBEDDING, type Meaning, PIECE } from '../../../../src/browser/text/encoder/embedding.ts';

/** A meaning of the sentence encoder's shape and size, of no to eight pieces; it is no sentence's. */
export function someMeaning(seed: number): Meaning {
  const wave = (length: number): Float32Array => Float32Array.from({ length }, (_, i) => Math.SQRT2 * Math.sin(seed * 7 + i * (seed + 1)));
  return { embedding: wave(EMBEDDING).map((value) => value / Math.sqrt(EMBEDDING)), pieces: wave(PIECE * (seed % 9)) };
}
