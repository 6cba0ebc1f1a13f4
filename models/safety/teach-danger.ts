import { addedBy, BUCKETS, bucketsOf, TRAIT } from '../../src/browser/text/danger/danger-head.ts';
import type { Tensor } from '../../src/browser/nets/net-file.ts';
import type { SparseRow } from '../../src/learn/linear/train-linear.ts';
import { trainSvm } from '../../src/learn/linear/train-svm.ts';
import { type Lesson, ORDINARY_KIND } from './lessons.ts';

export interface DangerOptions {
  /** What is learnt from: grams, or the runs of words of their English. */
  readonly from: 'grams' | 'english';
  /** Those in fewer lines are not learnt from. */
  readonly least: number;
  /** Whether what the core's rules found is learnt from. */
  readonly traits: boolean;
  readonly cost: number;
}

export const BY_GRAMS: DangerOptions = { from: 'grams', least: 1, traits: true, cost: 1 };
/** What it hears of Chinese, English taught as well, and the other way round. */
export const BY_ENGLISH: DangerOptions = { from: 'english', least: 2, traits: false, cost: 3 };

const [EPOCHS, SEED] = [15, 20261128] as const;
/** An ordinary line counts so much beside one that was written to be hard to tell. */
const ORDINARY = 0.7;
/** A trait must be in a few lines. */
const LEAST_TRAIT = 3;
/** How far each gram counts that leans to neither side; and what brings values to about 1. */
const [LEANS_NOT, USUAL] = [0.5, 9] as const;

/** One machine for whether there is danger. */
export interface DangerWeights {
  readonly from: DangerOptions['from'];
  /** What a gram adds, over the square root of how many the message has. */
  readonly buckets: Float32Array;
  readonly traits: ReadonlyMap<number, number>;
  readonly bias: number;
}

/**
 * A support vector machine on every gram that there is, each scaled by how rare it is and how far it leans to one side (Wang and Manning 2012, NBSVM): rare grams say much
 * of lines of few words.
 */
export function teachDanger(lessons: readonly Lesson[], { from, least, traits: withTraits, cost }: DangerOptions): DangerWeights {
  const found = lessons.map((lesson) => bucketsOf(lesson[from], from));
  const scales = scaleBuckets(lessons, found, BUCKETS[from], least);
  const noted = withTraits ? countLines(lessons.map(({ traits }) => traits)) : new Map<number, number>();
  const traits = [...noted].flatMap(([key, lines]) => (lines >= LEAST_TRAIT ? [key] : [])).sort((a, b) => a - b);
  const rowOfTrait = new Map(traits.map((key, row) => [key, scales.length + row]));
  const rows = lessons.map(({ traits: own }, i): SparseRow => {
    const buckets = found[i]!;
    const known = own.flatMap((key) => rowOfTrait.get(key) ?? []);
    return { ids: Int32Array.from([...buckets, ...known]), values: Float32Array.from([...buckets.map((bucket) => scales[bucket]! / Math.sqrt(buckets.length)), ...known.map(() => TRAIT)]) };
  });
  const { weights, bias } = trainSvm({ rows, features: scales.length + traits.length, positive: lessons.map(({ crisis }) => crisis !== null), worth: lessons.map(worthOf), cost, epochs: EPOCHS, seed: SEED });
  return { from, buckets: scales.map((scale, bucket) => scale * weights[bucket]!), traits: new Map(traits.map((key) => [key, weights[rowOfTrait.get(key)!]!])), bias: bias[0]! };
}

function scaleBuckets(lessons: readonly Lesson[], found: readonly (readonly number[])[], length: number, least: number): Float32Array {
  const counts = [new Float64Array(length).fill(1), new Float64Array(length).fill(1)] as const;
  found.forEach((buckets, i) => {
    const count = counts[lessons[i]!.crisis === null ? 0 : 1];
    for (const bucket of buckets) count[bucket]! += 1;
  });
  const [harmless, dangerous] = counts.map((count) => count.reduce((sum, each) => sum + each, 0)) as [number, number];
  return Float32Array.from({ length }, (_, bucket) => {
    const [without, within] = [counts[0][bucket]!, counts[1][bucket]!];
    // Both were counted from 1 on.
    if (without + within - 2 < least) return 0;
    const rarity = Math.log(1 + lessons.length / (without + within - 1));
    const lean = Math.abs(Math.log(within / dangerous / (without / harmless)));
    return (rarity * (LEANS_NOT + lean)) / USUAL;
  });
}

/** How much a line counts. */
export function worthOf({ kind }: Lesson): number {
  return kind === ORDINARY_KIND ? ORDINARY : 1;
}

export function dangerTensor({ buckets }: DangerWeights): Tensor {
  return { shape: [buckets.length, 1], values: buckets, as: 'byte' };
}

/** The score of danger, before any scale. */
export function scoreDanger({ from, buckets, traits, bias }: DangerWeights, lessons: readonly Lesson[]): Float64Array {
  return Float64Array.from(lessons, (lesson) => lesson.traits.reduce((sum, key) => sum + TRAIT * (traits.get(key) ?? 0), bias + addedBy(buckets, bucketsOf(lesson[from], from))));
}

/** In how many lines each thing is. */
export function countLines(lines: readonly ArrayLike<number>[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const line of lines) for (const each of new Set(Array.from(line))) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}
