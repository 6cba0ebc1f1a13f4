import { CRISES, type Crisis, type HeardDanger, type Language, traitsOf } from '../../../core/index.ts';
import { type Net, tensorOf } from '../../nets/net-file.ts';
import type { MessageInEnglish } from '../encoder/embedding.ts';
import { createMeaningNet, type MeaningSizes } from '../encoder/meaning-net.ts';
import { createLookup, type Vocabulary } from '../vocabulary.ts';
import { dangerGrams, englishRuns, hashTrait } from './danger-grams.ts';

/** Whether there is danger at all, and which crisis it would be. */
export const DANGER_COLUMNS = ['danger', ...CRISES] as const;
const COLUMNS = DANGER_COLUMNS.length;
const KINDS = CRISES.length;

/** What the core's rules found in a message counts so much beside its grams, whose squares sum to about 1. */
export const TRAIT = 0.06;

/** Of a net on what a message means. */
export const DANGER_MEANING: MeaningSizes = { traits: 192, hidden: 256, outputs: 1 };
/** So many of them are asked, and their mean counts: where nets that began differently disagree, none of them knows. */
export const MEMBERS = 3;

/** A gram's worth, or that of a run of words in English, lies in one of so many buckets, by the lowest bits of its hash; it may share it with others. */
export const BUCKETS = { grams: 2 ** 21, english: 2 ** 20 } as const;

/** What something counts in a message of {@link USUAL_GRAMS}, and how much more for each time that it is longer by e. */
export type ByLength = readonly [usual: number, more: number];

/** What danger is told by: the grams of a message, and in the full size the runs of words of its English, and its meaning. */
export const DANGER_SCORES = ['grams', 'english', 'meaning'] as const;

export type DangerScores = Readonly<Record<(typeof DANGER_SCORES)[number], number>>;

/** How scores become the logarithm of the odds: `offset`, and each score times its own slope; a long message scores high more easily than a short one. */
export type DangerSlopes = Readonly<Record<keyof DangerScores | 'offset', ByLength>>;

/** How scores become a probability, and which of it is how much of an alarm. */
export interface DangerScale extends DangerSlopes {
  /** From this probability on it is a crisis. */
  readonly alarm: number;
  /** From this one on it may be. */
  readonly ask: number;
}

export interface DangerSettings {
  /** The grams that tell crises apart. */
  readonly kinds: Omit<Vocabulary, 'keys' | 'rarity'> & { readonly known: number };
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
  /** @param meaning of the message; null for the light size */
  read(text: string, language: Language, meaning: MessageInEnglish | null): Danger;
}

const USUAL_GRAMS = 100;
/** Shorter and longer messages than were learnt from in numbers count as if they were so long. */
const [SHORTEST, LONGEST] = [20, 600] as const;

/** How long a message is beside the usual one, as a natural logarithm. @param buckets how many its grams lie in */
export function lengthOf(buckets: number): number {
  return Math.log(Math.min(LONGEST, Math.max(SHORTEST, buckets)) / USUAL_GRAMS);
}

/** The logarithm of the odds that there is danger. @param scores in the light size that of the grams, and 0 @param length see {@link lengthOf} */
export function dangerOdds(slopes: DangerSlopes, scores: DangerScores, length: number): number {
  const at = ([usual, more]: ByLength): number => usual + more * length;
  return DANGER_SCORES.reduce((odds, name) => odds + at(slopes[name]) * scores[name], at(slopes.offset));
}

/** The buckets of what a message is made of, each once. */
export function bucketsOf(hashes: Uint32Array, of: keyof typeof BUCKETS): readonly number[] {
  return [...new Set(Array.from(hashes, (hash) => hash & (BUCKETS[of] - 1)))];
}

/** What these buckets add to a score, over the square root of how many there are. */
export function addedBy(weights: Float32Array, buckets: readonly number[]): number {
  return buckets.reduce((sum, bucket) => sum + weights[bucket]!, 0) / Math.sqrt(Math.max(1, buckets.length));
}

/**
 * Tells danger in words by the weights of models/safety: support vector machines on grams and on what the core's rules found, and, where it is known what
 * the message means, one on the words of its English, which both languages taught, and a few small nets on the meaning. Whether there is danger is weighed by every gram that there was, however rare; which crisis it would be, by those that tell crises apart.
 * Always the same answer for the same words.
 *
 * @throws {AttuneError} `asset-wrong` when a tensor is missing or of another shape
 */
export function createDangerHead(net: Net): DangerHead {
  const { kinds, traits, scales } = net.settings as unknown as DangerSettings;
  const buckets = tensorOf(net, 'danger/buckets', [BUCKETS.grams, 1]);
  const weights = tensorOf(net, 'kinds/weights', [kinds.known, KINDS]);
  const look = createLookup({ ...kinds, keys: Uint32Array.from(tensorOf(net, 'kinds/keys', [kinds.known])), rarity: tensorOf(net, 'kinds/rarity', [kinds.known, 1]) });
  const traitRows = new Map([...tensorOf(net, 'traits/keys', [traits])].map((key, row) => [key, row]));
  const traitWeights = tensorOf(net, 'traits/weights', [traits, COLUMNS]);
  const bias = tensorOf(net, 'bias', [COLUMNS]);
  const english = tensorOf(net, 'english/buckets', [BUCKETS.english, 1]);
  const englishBias = tensorOf(net, 'english/bias', [1])[0]!;
  const members = Array.from({ length: MEMBERS }, (_, i) => createMeaningNet(net, `meaning/${i}`, DANGER_MEANING));

  /** One score for each of {@link DANGER_COLUMNS}. */
  function scoresOf({ grams, traits: found }: DangerTraits, own: readonly number[]): Float32Array {
    const scores = bias.slice();
    scores[0] = scores[0]! + addedBy(buckets, own);
    const { ids, values } = look({ hashes: grams });
    ids.forEach((row, k) => {
      for (let c = 0; c < KINDS; c += 1) scores[c + 1] = scores[c + 1]! + values[k]! * weights[row * KINDS + c]!;
    });
    for (const key of found) {
      const row = traitRows.get(key);
      if (row !== undefined) for (let c = 0; c < COLUMNS; c += 1) scores[c] = scores[c]! + TRAIT * traitWeights[row * COLUMNS + c]!;
    }
    return scores;
  }

  function byEnglish(meaning: MessageInEnglish | null): Omit<DangerScores, 'grams'> {
    if (!meaning) return { english: 0, meaning: 0 };
    return { english: englishBias + addedBy(english, bucketsOf(englishRuns(meaning.english), 'english')), meaning: members.reduce((sum, read) => sum + read(meaning)[0]!, 0) / MEMBERS };
  }

  return {
    read(text, language, meaning) {
      const found = dangerTraits(text);
      const own = bucketsOf(found.grams, 'grams');
      const scores = scoresOf(found, own);
      const scale = scales[meaning ? 'full' : 'light'][language];
      const odds = dangerOdds(scale, { grams: scores[0]!, ...byEnglish(meaning) }, lengthOf(own.length));
      const probability = 1 / (1 + Math.exp(-odds));
      const kind = CRISES.reduce((best, crisis, i) => (scores[i + 1]! > scores[CRISES.indexOf(best) + 1]! ? crisis : best));
      return { probability, kind, heard: probability >= scale.alarm ? kind : probability >= scale.ask ? 'unsure' : null };
    },
  };
}
