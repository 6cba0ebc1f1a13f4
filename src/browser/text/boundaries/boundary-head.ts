import { BOUNDARIES, type HeardBoundary, type Language } from '../../../core/index.ts';
import { type Net, tensorOf } from '../../nets/net-file.ts';
import { dangerGrams } from '../danger/danger-grams.ts';
import { EMBEDDING, type Meaning } from '../encoder/embedding.ts';
import { createLookup, type Vocabulary } from '../vocabulary.ts';

const COLUMNS = BOUNDARIES.length;

/** How the scores of one boundary become how much more likely it is than it must be to be heard. */
export interface BoundaryScale {
  /** The logarithm of the odds is `offset`, and each score times its own slope. */
  readonly grams: number;
  readonly meaning: number;
  readonly offset: number;
  /** From these log odds on it is heard. */
  readonly from: number;
}

/** By size and language, one scale for each of {@link BOUNDARIES}, in their order. */
export type BoundaryScales = Readonly<Record<'light' | 'full', Readonly<Record<Language, readonly BoundaryScale[]>>>>;

export interface BoundarySettings {
  readonly grams: Omit<Vocabulary, 'keys' | 'rarity'> & { readonly known: number };
  readonly scales: BoundaryScales;
}

export interface ReadBoundary {
  /** Log odds of each of {@link BOUNDARIES}, in their order, above those from which on it is heard. */
  readonly above: readonly number[];
  /** The one that is farthest above; null where none is. */
  readonly heard: HeardBoundary;
}

export interface BoundaryHead {
  /** @param meaning of the message, of Chinese that of its glosses; null for the light size */
  read(text: string, language: Language, meaning: Pick<Meaning, 'embedding'> | null): ReadBoundary;
}

/**
 * Tells which boundary a message asks for by the weights of models/boundaries: support vector machines, one for each, on the grams that danger is heard by and,
 * where there is an embedding, on what the sentence means. Always the same answer for the same words.
 *
 * @throws {AttuneError} `asset-wrong` when a tensor is missing or of another shape
 */
export function createBoundaryHead(net: Net): BoundaryHead {
  const { grams, scales } = net.settings as unknown as BoundarySettings;
  const weights = tensorOf(net, 'grams/weights', [grams.known, COLUMNS]);
  const look = createLookup({ ...grams, keys: Uint32Array.from(tensorOf(net, 'grams/keys', [grams.known])), rarity: tensorOf(net, 'grams/rarity', [grams.known, 1]) });
  const bias = tensorOf(net, 'grams/bias', [COLUMNS]);
  const meaningWeights = tensorOf(net, 'meaning/weights', [EMBEDDING, COLUMNS]);
  const meaningBias = tensorOf(net, 'meaning/bias', [COLUMNS]);

  return {
    read(text, language, meaning) {
      const { ids, values } = look({ hashes: dangerGrams(text) });
      const above = scales[meaning ? 'full' : 'light'][language].map((scale, c) => {
        const byGrams = ids.reduce((sum, row, k) => sum + values[k]! * weights[row * COLUMNS + c]!, bias[c]!);
        const byMeaning = meaning ? meaning.embedding.reduce((sum, value, i) => sum + value * meaningWeights[i * COLUMNS + c]!, meaningBias[c]!) : 0;
        return scale.offset + scale.grams * byGrams + scale.meaning * byMeaning - scale.from;
      });
      const farthest = above.indexOf(Math.max(...above));
      return { above, heard: above[farthest]! >= 0 ? BOUNDARIES[farthest]! : null };
    },
  };
}
