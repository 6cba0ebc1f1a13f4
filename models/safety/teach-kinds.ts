import { type DangerSettings, TRAIT } from '../../src/browser/text/danger/danger-head.ts';
import type { Net } from '../../src/browser/nets/net-file.ts';
import { createLookup, type Vocabulary } from '../../src/browser/text/vocabulary.ts';
import { CRISES } from '../../src/index.ts';
import type { SparseRow } from '../../src/learn/linear/train-linear.ts';
import { trainSvm } from '../../src/learn/linear/train-svm.ts';
import { countLines } from './teach-danger.ts';
import type { Lesson } from './lessons.ts';

const COLUMNS = CRISES.length;
/** How many grams are kept at most, and in how many lines one must be. */
const [MOST, LEAST] = [20_000, 2] as const;
const [BITS, COST, EPOCHS, SEED] = [24, 3, 15, 20261130] as const;
/** The rarity of an unknown gram, where the length of a message is measured. */
const STRANGE = 6;

/** A machine for each crisis, which tells it from the others. */
export interface KindWeights {
  readonly vocabulary: Vocabulary;
  /** [grams, crises] */
  readonly grams: Float32Array;
  /** [the traits that were asked for, crises] */
  readonly traits: Float32Array;
  readonly bias: Float32Array;
}

/** Learns from lines of danger alone. @param traits those of the rules that may be learnt from */
export function teachKinds(lessons: readonly Lesson[], traits: readonly number[]): KindWeights {
  const crises = lessons.filter(({ crisis }) => crisis !== null);
  const mask = 2 ** BITS - 1;
  const seen = countLines(crises.map(({ grams }) => grams.map((hash) => hash & mask)));
  const rowOfTrait = new Map(traits.map((key, row) => [key, row]));
  const fit = (keys: readonly number[]): KindWeights => {
    const sorted = Uint32Array.from(keys).sort();
    const vocabulary: Vocabulary = { bits: BITS, keys: sorted, rarity: Float32Array.from(sorted, (key) => Math.log(1 + crises.length / seen.get(key)!)), strange: STRANGE };
    const look = createLookup(vocabulary);
    const rows = crises.map(({ grams, traits: own }): SparseRow => {
      const { ids, values } = look({ hashes: grams });
      const known = own.flatMap((key) => rowOfTrait.get(key) ?? []).map((row) => sorted.length + row);
      return { ids: Int32Array.from([...ids, ...known]), values: Float32Array.from([...values, ...known.map(() => TRAIT)]) };
    });
    const features = sorted.length + traits.length;
    const weights = new Float32Array(features * COLUMNS);
    const bias = new Float32Array(COLUMNS);
    CRISES.forEach((kind, c) => {
      const learnt = trainSvm({ rows, features, positive: crises.map(({ crisis }) => crisis === kind), cost: COST, epochs: EPOCHS, seed: SEED });
      for (let row = 0; row < features; row += 1) weights[row * COLUMNS + c] = learnt.weights[row]!;
      bias[c] = learnt.bias[0]!;
    });
    return { vocabulary, grams: weights.subarray(0, sorted.length * COLUMNS), traits: weights.subarray(sorted.length * COLUMNS), bias };
  };
  const first = fit([...seen].flatMap(([key, lines]) => (lines >= LEAST ? [key] : [])));
  const { keys, rarity } = first.vocabulary;
  // What moves some score most over all lines is kept, and learnt anew.
  const moved = Float64Array.from(keys, (key, row) => Math.max(...first.grams.subarray(row * COLUMNS, (row + 1) * COLUMNS).map(Math.abs)) * rarity[row]! * Math.sqrt(seen.get(key)!));
  return fit(Array.from(keys.keys()).sort((a, b) => moved[b]! - moved[a]!).slice(0, MOST).map((row) => keys[row]!));
}

export function kindTensors({ vocabulary: { keys, rarity, bits, strange }, grams }: KindWeights): Pick<Net, 'tensors'> & { readonly settings: DangerSettings['kinds'] } {
  return {
    settings: { known: keys.length, bits, strange },
    tensors: {
      'kinds/keys': { shape: [keys.length], values: Float32Array.from(keys), as: 'whole' },
      'kinds/rarity': { shape: [keys.length, 1], values: rarity, as: 'byte' },
      'kinds/weights': { shape: [keys.length, COLUMNS], values: grams, as: 'byte' },
    },
  };
}
