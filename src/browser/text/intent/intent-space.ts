import { EMBEDDING } from '../encoder/embedding.ts';
import { intentGrams } from './intent-grams.ts';
import type { Sparse } from './sparse.ts';

/** How much the pieces of words count beside an embedding, both of unit length; chosen on held-out examples of Banking77. */
const GRAM_SHARE = Math.sqrt(0.2);

/** Where messages lie among the examples that it was made from. */
export interface IntentSpace {
  /** Indices of vectors lie below it. */
  readonly dimensions: number;
  /** @param embedding of unit length, or null where the space has none */
  place(text: string, embedding: Float32Array | null): Sparse;
}

/**
 * Weighs the pieces of words by how rare they are among the examples (tf-idf, of unit length), and puts them beside an
 * embedding where there is one. Pieces that no example has count only in the length.
 */
export function createIntentSpace(examples: readonly string[], embedded: boolean): IntentSpace {
  const first = embedded ? EMBEDDING : 0;
  const share = embedded ? GRAM_SHARE : 1;
  const frequencies = new Map<string, number>();
  for (const text of examples) for (const gram of intentGrams(text).keys()) frequencies.set(gram, (frequencies.get(gram) ?? 0) + 1);
  const places = new Map([...frequencies.keys()].map((gram, i): [string, number] => [gram, first + i]));
  const rarity = (gram: string): number => Math.log((examples.length + 1) / ((frequencies.get(gram) ?? 0) + 1));

  return {
    dimensions: first + places.size,
    place(text, embedding) {
      const indices: number[] = [];
      const values: number[] = [];
      let power = 0;
      for (const [gram, count] of intentGrams(text)) {
        const weight = (1 + Math.log(count)) * rarity(gram);
        power += weight * weight;
        const index = places.get(gram);
        if (index === undefined) continue;
        indices.push(index);
        values.push(weight);
      }
      const scale = power > 0 ? share / Math.sqrt(power) : 0;
      const scaled = values.map((value) => value * scale);
      if (embedded) {
        embedding?.forEach((value, i) => {
          indices.push(i);
          scaled.push(value);
        });
      }
      return { indices: Int32Array.from(indices), values: Float32Array.from(scaled) };
    },
  };
}
