/**
 * Signatures by which near-duplicates are found: MinHash over shingles (Broder 1997), joined into a few super-shingles, so that texts that say
 * nearly the same share one of them, and nobody has to compare texts in pairs.
 */

/** Super-shingles of a signature, and MinHashes in each: texts whose shingles are 0.9 alike share one with 0.97, 0.8 with 0.80, 0.5 with 0.12. */
export const SIGNATURE = 4;
const HASHES = 5;
/** Words in a shingle, and characters where a script does not part words. */
const WORDS = 2;

/** @returns {@link SIGNATURE} numbers of 32 bits, one for each super-shingle; no case, numbers as they are, no punctuation */
export function signatureOf(text: string): Uint32Array {
  const shingles = shinglesOf(text);
  const least = new Uint32Array(SIGNATURE * HASHES).fill(0xFFFFFFFF);
  for (const shingle of shingles) {
    for (let i = 0; i < least.length; i += 1) {
      const hash = mix(shingle ^ SEEDS[i]!);
      if (hash < least[i]!) least[i] = hash;
    }
  }
  return Uint32Array.from({ length: SIGNATURE }, (_, band) => {
    let joined = band;
    for (let i = 0; i < HASHES; i += 1) joined = mix(joined ^ least[band * HASHES + i]!);
    return joined;
  });
}

const SEEDS = Uint32Array.from({ length: SIGNATURE * HASHES }, (_, i) => mix(i + 1));

function shinglesOf(text: string): Set<number> {
  const words = text.toLowerCase().match(/[\p{Script=Han}]|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu) ?? [];
  const shingles = new Set<number>();
  const last = Math.max(1, words.length - WORDS + 1);
  for (let i = 0; i < last; i += 1) shingles.add(fnv(words.slice(i, i + WORDS).join(' ')));
  return shingles;
}

function fnv(text: string): number {
  let hash = 0x811C9DC5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The finaliser of MurmurHash3: each bit of the input moves half of the bits. */
function mix(value: number): number {
  let x = value;
  x = Math.imul(x ^ (x >>> 16), 0x85EBCA6B);
  x = Math.imul(x ^ (x >>> 13), 0xC2B2AE35);
  return (x ^ (x >>> 16)) >>> 0;
}
