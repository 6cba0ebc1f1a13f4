import type { Ngrams } from './ngrams.ts';

/** The n-grams that a head knows. */
export interface Vocabulary {
  /** An n-gram's bucket is the lowest `bits` bits of its hash. */
  readonly bits: number;
  /** The known buckets, rising. */
  readonly keys: Uint32Array;
  /** How much each says by being there at all: the logarithm of how rarely it is (inverse document frequency). */
  readonly rarity: Float32Array;
  /** The rarity that an unknown n-gram is given where the length of a text is measured. */
  readonly strange: number;
}

/** The known n-grams of a text: their rows in a head, and values whose squares sum to at most 1. */
export interface KnownNgrams {
  readonly ids: Int32Array;
  readonly values: Float32Array;
  /** Index of each among the n-grams that it was found in. */
  readonly from: Int32Array;
}

/** Looks n-grams up; each counts once, however often it occurs. */
export function createLookup({ bits, keys, rarity, strange }: Vocabulary): (ngrams: Pick<Ngrams, 'hashes'>) => KnownNgrams {
  const mask = 2 ** bits - 1;
  const rowOf = new Map<number, number>();
  keys.forEach((key, row) => rowOf.set(key, row));
  return ({ hashes }) => {
    const ids: number[] = [];
    const from: number[] = [];
    const seen = new Set<number>();
    let squares = 0;
    hashes.forEach((hash, i) => {
      const key = hash & mask;
      if (seen.has(key)) return;
      seen.add(key);
      const row = rowOf.get(key);
      squares += (row === undefined ? strange : rarity[row]!) ** 2;
      if (row === undefined) return;
      ids.push(row);
      from.push(i);
    });
    const length = Math.sqrt(squares) || 1;
    return { ids: Int32Array.from(ids), values: Float32Array.from(ids, (row) => rarity[row]! / length), from: Int32Array.from(from) };
  };
}
