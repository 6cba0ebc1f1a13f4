import { CRISES, type Crisis, type HeardDanger, type Language, traitsOf } from '../../../core/index.ts';
import { type Net, tensorOf } from '../../nets/net-file.ts';
import { createLookup, type KnownNgrams, type Vocabulary } from '../vocabulary.ts';
import { dangerGrams, hashTrait } from './danger-grams.ts';
import { meaningReader } from './meaning.ts';

/** Whether there is danger at all, and which crisis it would be. */
export const DANGER_COLUMNS = ['danger', ...CRISES] as const;
const COLUMNS = DANGER_COLUMNS.length;

/** What the core's rules found in a message counts so much beside its grams, whose squares sum to at most 1. */
export const TRAIT = 0.06;

/** How scores become a probability, and which of them is how much of an alarm. */
export interface DangerScale {
  /** The logarithm of the odds is `offset`, and each score times its own slope. */
  readonly grams: number;
  readonly meaning: number;
  readonly offset: number;
  /** From this probability on it is a crisis. */
  readonly alarm: number;
  /** From this one on it may be. */
  readonly ask: number;
}

export interface DangerSettings {
  readonly grams: Omit<Vocabulary, 'keys' | 'rarity'> & { readonly known: number };
  readonly traits: number;
  readonly scales: Readonly<Record<'light' | 'full', Readonly<Record<Language, DangerScale>>>>;
}

export interface Danger {
  /** How likely it is that somebody is in danger, as far as the words tell. */
  readonly probability: number;
  /** Which crisis it would be. */
  readonly kind: Crisis;
  readonly heard: HeardDanger;
}

/** What is counted of a message before anything is weighed. */
export interface DangerTraits {
  readonly grams: Uint32Array;
  readonly traits: readonly number[];
}

export function dangerTraits(text: string): DangerTraits {
  return { grams: dangerGrams(text), traits: traitsOf(text).map(hashTrait) };
}

export interface DangerHead {
  /** @param embedding of the message, for English; null for the light size */
  read(text: string, language: Language, embedding: Float32Array | null): Danger;
}

/**
 * Tells danger in words by the weights of models/safety: support vector machines on grams and on what the core's rules found, and, where there is an embedding,
 * small nets on it. Always the same answer for the same words.
 *
 * @throws {AttuneError} `asset-wrong` when a tensor is missing or of another shape
 */
export function createDangerHead(net: Net): DangerHead {
  const { grams, traits, scales } = net.settings as unknown as DangerSettings;
  const weights = tensorOf(net, 'grams/weights', [grams.known, COLUMNS]);
  const look = createLookup({ ...grams, keys: Uint32Array.from(tensorOf(net, 'grams/keys', [grams.known])), rarity: tensorOf(net, 'grams/rarity', [grams.known, 1]) });
  const traitRows = new Map([...tensorOf(net, 'traits/keys', [traits])].map((key, row) => [key, row]));
  const traitWeights = tensorOf(net, 'traits/weights', [traits, COLUMNS]);
  const bias = tensorOf(net, 'bias', [COLUMNS]);
  const meaningOf = meaningReader(net);

  function scoresOf({ ids, values }: KnownNgrams, found: readonly number[]): Float32Array {
    const scores = bias.slice();
    const add = (from: Float32Array, row: number, value: number): void => {
      for (let c = 0; c < COLUMNS; c += 1) scores[c] = scores[c]! + value * from[row * COLUMNS + c]!;
    };
    ids.forEach((row, k) => add(weights, row, values[k]!));
    for (const key of found) {
      const row = traitRows.get(key);
      if (row !== undefined) add(traitWeights, row, TRAIT);
    }
    return scores;
  }

  return {
    read(text, language, embedding) {
      const { grams: found, traits: noted } = dangerTraits(text);
      const scores = scoresOf(look({ hashes: found }), noted);
      const full = embedding !== null && language === 'en';
      const scale = scales[full ? 'full' : 'light'][language];
      const odds = scale.offset + scale.grams * scores[0]! + (full ? scale.meaning * meaningOf(embedding) : 0);
      const probability = 1 / (1 + Math.exp(-odds));
      const kind = CRISES.reduce((best, crisis, i) => (scores[i + 1]! > scores[CRISES.indexOf(best) + 1]! ? crisis : best));
      return { probability, kind, heard: probability >= scale.alarm ? kind : probability >= scale.ask ? 'unsure' : null };
    },
  };
}
