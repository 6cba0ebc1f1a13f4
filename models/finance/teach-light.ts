import type { Net } from '../../src/browser/nets/net-file.ts';
import { createLookup, type Vocabulary } from '../../src/browser/text/vocabulary.ts';
import { type Block, type Linear, scoreRow, type SparseRow, trainLinear } from '../../src/learn/linear/train-linear.ts';
import type { FinanceFeatures } from '../../src/monitor/finance/features.ts';
import { FINANCE_CLASSES, type FinanceSettings } from '../../src/monitor/finance/finance-head.ts';
import { MADE } from './make-lines.ts';
import type { Lesson } from './lessons.ts';

export interface LightOptions {
  readonly share: FinanceSettings['share'];
  readonly epochs: number;
  readonly rate: number;
  /** How much a sentence that was made by rules counts beside one that was written. */
  readonly made: number;
}

export const LIGHT: LightOptions = { share: { trait: 0.6, gram: 0.8 }, epochs: 15, rate: 0.1, made: 0.2 };

const [BITS, SEED, COLUMNS] = [24, 20261129, FINANCE_CLASSES.length] as const;
/** The rarity of an unknown gram, where the length of a text is measured. */
const STRANGE = 5;
/** A trait must be in so many texts to be learnt, a gram in so many. */
const [LEAST_TRAIT, LEAST_GRAM] = [3, 3] as const;
/** How often each class is in news about companies: most of it is plain facts. */
const PRIOR = [0.3, 0.5, 0.2] as const;
const BLOCK: Block = { from: 0, to: COLUMNS, link: 'softmax' };

export interface Light {
  readonly traits: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly share: FinanceSettings['share'];
  readonly linear: Linear;
}

/** Softmax regression on traits and grams. */
export function teachLight(lessons: readonly Lesson[], { share, epochs, rate, made }: LightOptions): Light {
  const traits = [...countIn(lessons.map(({ features }) => [...features.traits.keys()]))].filter(([, texts]) => texts >= LEAST_TRAIT).map(([name]) => name).sort();
  const seen = countIn(lessons.map(({ features }) => [...features.grams]));
  const keys = Uint32Array.from([...seen].filter(([, texts]) => texts >= LEAST_GRAM).map(([key]) => key)).sort();
  const vocabulary: Vocabulary = { bits: BITS, keys, rarity: Float32Array.from(keys, (key) => Math.log(1 + lessons.length / seen.get(key)!)), strange: STRANGE };
  const rowOf = rowsBy(traits, vocabulary, share);
  const targets = new Float32Array(lessons.length * COLUMNS);
  lessons.forEach(({ sentiment }, i) => { targets[i * COLUMNS + sentiment] = 1; });
  const own = lessons.map(({ list }) => (list === MADE ? made : 1));
  const sums = PRIOR.map((_, c) => lessons.reduce((sum, { sentiment }, i) => sum + (sentiment === c ? own[i]! : 0), 0));
  const total = own.reduce((sum, each) => sum + each, 0);
  const worth = Float32Array.from(lessons, ({ sentiment }, i) => (own[i]! * PRIOR[sentiment]! * total) / sums[sentiment]!);
  const linear = trainLinear({ rows: lessons.map(({ features }) => rowOf(features)), features: traits.length + keys.length, columns: COLUMNS, blocks: [BLOCK], targets, worth, epochs, rate, seed: SEED });
  return { traits, vocabulary, share, linear };
}

/** Logarithms of the odds, up to a constant. */
export function scoreLight({ traits, vocabulary, share, linear }: Light): (features: FinanceFeatures) => Float32Array {
  const rowOf = rowsBy(traits, vocabulary, share);
  return (features) => scoreRow(rowOf(features), linear, new Float32Array(COLUMNS));
}

export function lightNet({ traits, vocabulary: { keys, rarity, bits, strange }, share, linear: { weights, bias } }: Light): Pick<Net, 'tensors'> & { readonly settings: Omit<FinanceSettings, 'tone'> } {
  return {
    settings: { traits, grams: { known: keys.length, bits, strange }, share },
    tensors: {
      'traits/weights': { shape: [traits.length, COLUMNS], values: weights.slice(0, traits.length * COLUMNS) },
      'grams/keys': { shape: [keys.length], values: Float32Array.from(keys), as: 'whole' },
      'grams/rarity': { shape: [keys.length, 1], values: rarity, as: 'byte' },
      'grams/weights': { shape: [keys.length, COLUMNS], values: weights.slice(traits.length * COLUMNS), as: 'byte' },
      bias: { shape: [COLUMNS], values: bias },
    },
  };
}

function rowsBy(traits: readonly string[], vocabulary: Vocabulary, share: FinanceSettings['share']): (features: FinanceFeatures) => SparseRow {
  const rowOfTrait = new Map(traits.map((name, row) => [name, row]));
  const look = createLookup(vocabulary);
  return ({ traits: own, grams }) => {
    const known = [...own].flatMap(([name, value]) => (rowOfTrait.has(name) ? [[rowOfTrait.get(name)!, value * share.trait] as const] : []));
    const { ids, values } = look({ hashes: grams });
    return {
      ids: Int32Array.from([...known.map(([row]) => row), ...Array.from(ids, (id) => traits.length + id)]),
      values: Float32Array.from([...known.map(([, value]) => value), ...Array.from(values, (value) => value * share.gram)]),
    };
  };
}

/** In how many texts each thing is. */
function countIn<Thing>(texts: readonly (readonly Thing[])[]): Map<Thing, number> {
  const counts = new Map<Thing, number>();
  for (const things of texts) for (const each of new Set(things)) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}
