import { DANGER_COLUMNS, type DangerSettings, TRAIT } from '../../src/browser/text/danger/danger-head.ts';
import type { Net } from '../../src/browser/nets/net-file.ts';
import { createLookup, type Vocabulary } from '../../src/browser/text/vocabulary.ts';
import type { SparseRow } from '../../src/learn/linear/train-linear.ts';
import { trainSvm } from '../../src/learn/linear/train-svm.ts';
import { type Lesson, ORDINARY_KIND } from './lessons.ts';

export interface GramOptions {
  /** How many grams are kept at most. */
  readonly most: number;
  /** Whether what the core's rules found is learnt from. */
  readonly traits: boolean;
  readonly cost: number;
  /** Which columns are learnt; the first alone is enough to measure with. */
  readonly columns: number;
}

export const GRAMS: GramOptions = { most: 60_000, traits: true, cost: 3, columns: DANGER_COLUMNS.length };

const [BITS, EPOCHS, SEED] = [24, 15, 20261128] as const;
/** The rarity of an unknown gram, where the length of a message is measured. */
const STRANGE = 6;
/** An ordinary line counts so much beside one that was written to be hard to tell. */
const ORDINARY = 0.7;
/** A gram of one line alone teaches nothing of others; a trait must be in a few. */
const [LEAST_GRAM, LEAST_TRAIT] = [2, 3] as const;

/** Weights of grams and traits: settings and tensors as `createDangerHead` reads them. */
export interface Grams {
  readonly vocabulary: Vocabulary;
  readonly traits: Float32Array;
  /** [grams, then traits; columns] */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** One machine for whether there is danger, and, on lines of danger alone, one for each crisis. */
export function teachGrams(lessons: readonly Lesson[], { most, traits: withTraits, cost, columns }: GramOptions): Grams {
  const mask = 2 ** BITS - 1;
  const seen = countLines(lessons.map(({ grams }) => grams.map((hash) => hash & mask)));
  const noted = withTraits ? countLines(lessons.map(({ traits }) => traits)) : new Map<number, number>();
  const traits = Float32Array.from([...noted].filter(([, lines]) => lines >= LEAST_TRAIT).map(([key]) => key)).sort();
  const rowOfTrait = new Map([...traits].map((key, row) => [key, row]));
  const fit = (keys: readonly number[], count: number): Grams => {
    const sorted = Uint32Array.from(keys).sort();
    const vocabulary: Vocabulary = { bits: BITS, keys: sorted, rarity: Float32Array.from(sorted, (key) => Math.log(1 + lessons.length / seen.get(key)!)), strange: STRANGE };
    const look = createLookup(vocabulary);
    const rows = lessons.map(({ grams, traits: own }): SparseRow => {
      const { ids, values } = look({ hashes: grams });
      const known = own.flatMap((key) => rowOfTrait.get(key) ?? []).map((row) => sorted.length + row);
      return { ids: Int32Array.from([...ids, ...known]), values: Float32Array.from([...values, ...known.map(() => TRAIT)]) };
    });
    const features = sorted.length + traits.length;
    const weights = new Float32Array(features * count);
    const bias = new Float32Array(count);
    DANGER_COLUMNS.slice(0, count).forEach((column, c) => {
      const of = lessons.flatMap(({ crisis }, i) => (column === 'danger' || crisis !== null ? [i] : []));
      const learnt = trainSvm({
        rows: of.map((i) => rows[i]!), features, positive: of.map((i) => (column === 'danger' ? lessons[i]!.crisis !== null : lessons[i]!.crisis === column)), worth: of.map((i) => worthOf(lessons[i]!)), cost, epochs: EPOCHS, seed: SEED,
      });
      for (let row = 0; row < features; row += 1) weights[row * count + c] = learnt.weights[row]!;
      bias[c] = learnt.bias[0]!;
    });
    return { vocabulary, traits, weights, bias };
  };
  const all = [...seen].filter(([, lines]) => lines >= LEAST_GRAM).map(([key]) => key);
  if (all.length <= most) return fit(all, columns);
  const first = fit(all, 1);
  const moved = Float64Array.from(first.vocabulary.keys, (key, row) => Math.abs(first.weights[row]!) * first.vocabulary.rarity[row]! * Math.sqrt(seen.get(key)!));
  const kept = Array.from(first.vocabulary.keys.keys()).sort((a, b) => moved[b]! - moved[a]!).slice(0, most);
  return fit(kept.map((row) => first.vocabulary.keys[row]!), columns);
}

/** How much a line counts. */
export function worthOf({ kind }: Lesson): number {
  return kind === ORDINARY_KIND ? ORDINARY : 1;
}

export function gramNet({ vocabulary: { keys, rarity, bits, strange }, traits, weights, bias }: Grams): Pick<Net, 'tensors'> & { readonly settings: Pick<DangerSettings, 'grams' | 'traits'> } {
  const columns = bias.length;
  return {
    settings: { grams: { known: keys.length, bits, strange }, traits: traits.length },
    tensors: {
      'grams/keys': { shape: [keys.length], values: Float32Array.from(keys), as: 'whole' },
      'grams/rarity': { shape: [keys.length, 1], values: rarity, as: 'byte' },
      'grams/weights': { shape: [keys.length, columns], values: weights.slice(0, keys.length * columns), as: 'byte' },
      'traits/keys': { shape: [traits.length], values: traits, as: 'whole' },
      'traits/weights': { shape: [traits.length, columns], values: weights.slice(keys.length * columns), as: 'byte' },
      bias: { shape: [columns], values: bias },
    },
  };
}

/** The score of danger alone, before any scale. */
export function scoreLines({ vocabulary, traits, weights, bias }: Grams, lessons: readonly Lesson[]): Float64Array {
  const look = createLookup(vocabulary);
  const rowOfTrait = new Map([...traits].map((key, row) => [key, row]));
  const columns = bias.length;
  return Float64Array.from(lessons, ({ grams, traits: own }) => {
    const { ids, values } = look({ hashes: grams });
    let score = bias[0]!;
    ids.forEach((row, k) => { score += values[k]! * weights[row * columns]!; });
    for (const key of own) {
      const row = rowOfTrait.get(key);
      if (row !== undefined) score += TRAIT * weights[(vocabulary.keys.length + row) * columns]!;
    }
    return score;
  });
}

/** In how many lines each thing is. */
function countLines(lines: readonly ArrayLike<number>[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const line of lines) for (const each of new Set(Array.from(line))) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}
