import { type Net, tensorOf } from '../../browser/nets/net-file.ts';
import { createLookup, type Vocabulary } from '../../browser/text/vocabulary.ts';
import type { FinanceFeatures } from './features.ts';

/** Positive, neutral and negative, in this order everywhere. */
export const FINANCE_CLASSES = ['positive', 'neutral', 'negative'] as const;
const COLUMNS = FINANCE_CLASSES.length;

export interface FinanceSettings {
  /** The names of the traits that are known. */
  readonly traits: readonly string[];
  readonly grams: Omit<Vocabulary, 'keys' | 'rarity'> & { readonly known: number };
  /** How much a trait, and all grams together, count beside each other. */
  readonly share: { readonly trait: number; readonly gram: number };
  /** How many words of general tone are known. */
  readonly tone: number;
}

/** A linear head on traits and grams. */
export interface FinanceHead {
  /** Logarithms of the odds, up to a constant, for {@link FINANCE_CLASSES}. */
  score(features: FinanceFeatures): Float64Array;
}

/** @throws {AttuneError} `asset-wrong` when a tensor is missing or of another shape */
export function createFinanceHead(net: Net): FinanceHead {
  const { traits, grams, share } = net.settings as unknown as FinanceSettings;
  const rowOfTrait = new Map(traits.map((name, row) => [name, row]));
  const traitWeights = tensorOf(net, 'traits/weights', [traits.length, COLUMNS]);
  const look = createLookup({ ...grams, keys: Uint32Array.from(tensorOf(net, 'grams/keys', [grams.known])), rarity: tensorOf(net, 'grams/rarity', [grams.known, 1]) });
  const gramWeights = tensorOf(net, 'grams/weights', [grams.known, COLUMNS]);
  const bias = tensorOf(net, 'bias', [COLUMNS]);
  return {
    score(features) {
      const scores = Float64Array.from(bias);
      const add = (weights: Float32Array, row: number, value: number): void => {
        for (let c = 0; c < COLUMNS; c += 1) scores[c] = scores[c]! + value * weights[row * COLUMNS + c]!;
      };
      for (const [name, value] of features.traits) {
        const row = rowOfTrait.get(name);
        if (row !== undefined) add(traitWeights, row, share.trait * value);
      }
      const { ids, values } = look({ hashes: features.grams });
      ids.forEach((row, k) => add(gramWeights, row, share.gram * values[k]!));
      return scores;
    },
  };
}

/** Probabilities of scores. */
export function softmax(scores: Float64Array): Float64Array {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, each) => total + each, 0);
  return powers.map((each) => each / sum);
}
