import { BUCKETS, bucketsOf, TRAIT } from '../../src/browser/text/danger/danger-head.ts';
import type { Net } from '../../src/browser/nets/net-file.ts';
import type { SparseRow } from '../../src/learn/linear/train-linear.ts';
import { trainSvm } from '../../src/learn/linear/train-svm.ts';
import { type Lesson, ORDINARY_KIND } from './lessons.ts';

export interface DangerOptions {
  /** Whether what the core's rules found is learnt from. */
  readonly traits: boolean;
  readonly cost: number;
}

export const DANGER: DangerOptions = { traits: true, cost: 1 };

const [EPOCHS, SEED] = [15, 20261128] as const;
/** An ordinary line counts so much beside one that was written to be hard to tell. */
const ORDINARY = 0.7;
/** A trait must be in a few lines. */
const LEAST_TRAIT = 3;
/** How far each gram counts that leans to neither side; and what brings values to about 1. */
const [LEANS_NOT, USUAL] = [0.5, 9] as const;

/** One machine for whether there is danger. */
export interface DangerWeights {
  /** What a gram adds, over the square root of how many the message has. */
  readonly buckets: Float32Array;
  readonly traits: ReadonlyMap<number, number>;
  readonly bias: number;
}

/**
 * A support vector machine on every gram that there is, each scaled by how rare it is and how far it leans to one side (Wang and Manning 2012, NBSVM): rare grams say much
 * of lines of few words.
 */
export function teachDanger(lessons: readonly Lesson[], { traits: withTraits, cost }: DangerOptions): DangerWeights {
  const found = lessons.map(({ grams }) => bucketsOf(grams));
  const scales = scaleBuckets(lessons, found);
  const noted = withTraits ? countLines(lessons.map(({ traits }) => traits)) : new Map<number, number>();
  const traits = [...noted].flatMap(([key, lines]) => (lines >= LEAST_TRAIT ? [key] : [])).sort((a, b) => a - b);
  const rowOfTrait = new Map(traits.map((key, row) => [key, BUCKETS + row]));
  const rows = lessons.map(({ traits: own }, i): SparseRow => {
    const buckets = found[i]!;
    const known = own.flatMap((key) => rowOfTrait.get(key) ?? []);
    return { ids: Int32Array.from([...buckets, ...known]), values: Float32Array.from([...buckets.map((bucket) => scales[bucket]! / Math.sqrt(buckets.length)), ...known.map(() => TRAIT)]) };
  });
  const { weights, bias } = trainSvm({ rows, features: BUCKETS + traits.length, positive: lessons.map(({ crisis }) => crisis !== null), worth: lessons.map(worthOf), cost, epochs: EPOCHS, seed: SEED });
  return { buckets: scales.map((scale, bucket) => scale * weights[bucket]!), traits: new Map(traits.map((key) => [key, weights[rowOfTrait.get(key)!]!])), bias: bias[0]! };
}

function scaleBuckets(lessons: readonly Lesson[], found: readonly (readonly number[])[]): Float32Array {
  const counts = [new Float64Array(BUCKETS).fill(1), new Float64Array(BUCKETS).fill(1)] as const;
  found.forEach((buckets, i) => {
    const count = counts[lessons[i]!.crisis === null ? 0 : 1];
    for (const bucket of buckets) count[bucket]! += 1;
  });
  const [harmless, dangerous] = counts.map((count) => count.reduce((sum, each) => sum + each, 0)) as [number, number];
  return Float32Array.from({ length: BUCKETS }, (_, bucket) => {
    const [without, within] = [counts[0][bucket]!, counts[1][bucket]!];
    const rarity = Math.log(1 + lessons.length / (without + within - 1));
    const lean = Math.abs(Math.log(within / dangerous / (without / harmless)));
    return (rarity * (LEANS_NOT + lean)) / USUAL;
  });
}

/** How much a line counts. */
export function worthOf({ kind }: Lesson): number {
  return kind === ORDINARY_KIND ? ORDINARY : 1;
}

export function dangerTensors({ buckets }: DangerWeights): Net['tensors'] {
  return { 'danger/buckets': { shape: [BUCKETS, 1], values: buckets, as: 'byte' } };
}

/** The score of danger, before any scale. */
export function scoreDanger({ buckets, traits, bias }: DangerWeights, lessons: readonly Lesson[]): Float64Array {
  return Float64Array.from(lessons, ({ grams, traits: own }) => {
    const found = bucketsOf(grams);
    const byGrams = found.reduce((sum, bucket) => sum + buckets[bucket]! / Math.sqrt(found.length), bias);
    return own.reduce((sum, key) => sum + TRAIT * (traits.get(key) ?? 0), byGrams);
  });
}

/** In how many lines each thing is. */
export function countLines(lines: readonly ArrayLike<number>[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const line of lines) for (const each of new Set(Array.from(line))) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}
