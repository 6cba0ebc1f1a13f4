import { EMBEDDING } from '../encoder/embedding.ts';

/** How sharply nearness falls: of unit vectors, exp(-2 d^2). */
const SHARPNESS = 2;

/**
 * How near a sentence's meaning lies to each of some sentences (a radial basis function of the embeddings), in (0, 1].
 *
 * @param landmarks a row of 512 numbers for each, of unit length
 * @param into as many numbers as there are landmarks
 */
export function nearnesses(embedding: Float32Array, landmarks: Float32Array, into: Float32Array): Float32Array {
  for (let row = 0, at = 0; row < into.length; row += 1, at += EMBEDDING) {
    let product = 0;
    for (let i = 0; i < EMBEDDING; i += 1) product += embedding[i]! * landmarks[at + i]!;
    into[row] = Math.exp(2 * SHARPNESS * (product - 1));
  }
  return into;
}
