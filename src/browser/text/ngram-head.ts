import type { Net } from '../nets/net-file.ts';
import { tensorOf } from '../nets/net-file.ts';
import { hashWord, type Ngrams } from './ngrams.ts';
import type { Token } from './tokens.ts';
import { createLookup, type KnownNgrams } from './vocabulary.ts';

/** A linear head on n-grams. */
export interface NgramHead {
  readonly columns: number;
  readonly bias: Float32Array;
  /** A row of `columns` weights for each known n-gram. */
  readonly weights: Float32Array;
  find(ngrams: Pick<Ngrams, 'hashes'>): KnownNgrams;
  /** One score for each column. */
  score(found: KnownNgrams): Float32Array;
  /** Whether it has seen a word often enough to know what it says. */
  knows(token: Token): boolean;
}

interface HeadSettings {
  readonly features: number;
  readonly bits: number;
  readonly strange: number;
  readonly words: number;
}

/** How many bits of a word's hash are kept to know it again. */
export const WORD_BITS = 24;

/**
 * The head of one language out of a net: tensors `<language>/keys`, `/rarity`, `/weights`, `/bias` and `/words`.
 *
 * @throws {AttuneError} `asset-wrong` when one is missing or of another shape
 */
export function createNgramHead(net: Net, language: string, columns: number): NgramHead {
  const { features, bits, strange, words } = net.settings[language] as HeadSettings;
  const keys = Uint32Array.from(tensorOf(net, `${language}/keys`, [features]));
  const rarity = tensorOf(net, `${language}/rarity`, [features, 1]);
  const weights = tensorOf(net, `${language}/weights`, [features, columns]);
  const bias = tensorOf(net, `${language}/bias`, [columns]);
  const known = new Set(tensorOf(net, `${language}/words`, [words]));
  return {
    columns, bias, weights,
    find: createLookup({ bits, keys, rarity, strange }),
    score: ({ ids, values }) => {
      const scores = bias.slice();
      for (let k = 0; k < ids.length; k += 1) {
        const value = values[k]!;
        for (let c = 0, at = ids[k]! * columns; c < columns; c += 1, at += 1) scores[c] = scores[c]! + weights[at]! * value;
      }
      return scores;
    },
    knows: ({ form }) => known.has(hashWord(form) % 2 ** WORD_BITS),
  };
}
