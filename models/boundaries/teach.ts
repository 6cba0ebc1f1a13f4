import type { BoundarySettings } from '../../src/browser/text/boundaries/boundary-head.ts';
import { EMBEDDING } from '../../src/browser/text/encoder/embedding.ts';
import type { Net } from '../../src/browser/nets/net-file.ts';
import { createLookup, type Vocabulary } from '../../src/browser/text/vocabulary.ts';
import { BOUNDARIES } from '../../src/index.ts';
import { type Linear, scoreRow, type SparseRow } from '../../src/learn/linear/train-linear.ts';
import { trainSvm } from '../../src/learn/linear/train-svm.ts';
import type { Lesson, Source } from './lessons.ts';

const COLUMNS = BOUNDARIES.length;
/** At most so many grams are kept. */
const MOST = 100_000;
const [BITS, EPOCHS, SEED] = [24, 15, 20261129] as const;
/** The rarity of an unknown gram, where the length of a message is measured. */
const STRANGE = 6;
/** A gram of one line alone teaches nothing of others. */
const LEAST = 2;
/** How much errors cost, for grams and for meaning. */
const [GRAM_COST, MEANING_COST] = [3, 1] as const;
/** What nobody wrote to be told from a boundary is easy to tell, and counts less. */
const EASY: readonly Source[] = ['ordinary', 'comments', 'perhaps'];
const WORTH_OF_EASY = 0.7;

/** Five machines on grams, and five on what sentences mean. */
export interface Taught {
  readonly vocabulary: Vocabulary;
  readonly grams: Linear;
  readonly meaning: Linear;
}

export function teach(lessons: readonly Lesson[]): Taught {
  const { vocabulary, grams } = teachGrams(lessons);
  return { vocabulary, grams, meaning: fitEach(lessons, lessons.map(meaningRow), EMBEDDING, MEANING_COST) };
}

function teachGrams(lessons: readonly Lesson[]): Pick<Taught, 'vocabulary' | 'grams'> {
  const mask = 2 ** BITS - 1;
  const seen = new Map<number, number>();
  for (const { grams } of lessons) for (const key of new Set(grams.map((hash) => hash & mask))) seen.set(key, (seen.get(key) ?? 0) + 1);
  const fit = (keys: readonly number[]): Pick<Taught, 'vocabulary' | 'grams'> => {
    const sorted = Uint32Array.from(keys).sort();
    const vocabulary: Vocabulary = { bits: BITS, keys: sorted, rarity: Float32Array.from(sorted, (key) => Math.log(1 + lessons.length / seen.get(key)!)), strange: STRANGE };
    const look = createLookup(vocabulary);
    return { vocabulary, grams: fitEach(lessons, lessons.map(({ grams }) => look({ hashes: grams })), sorted.length, GRAM_COST) };
  };
  const first = fit([...seen].filter(([, lines]) => lines >= LEAST).map(([key]) => key));
  const { keys, rarity } = first.vocabulary;
  if (keys.length <= MOST) return first;
  // What moves some score most over all lines is kept, and learnt anew.
  const moved = Float64Array.from(keys, (key, row) => Math.max(...first.grams.weights.subarray(row * COLUMNS, (row + 1) * COLUMNS).map(Math.abs)) * rarity[row]! * Math.sqrt(seen.get(key)!));
  return fit(Array.from(keys.keys()).sort((a, b) => moved[b]! - moved[a]!).slice(0, MOST).map((row) => keys[row]!));
}

/** One machine for each boundary, which tells it from all else. */
function fitEach(lessons: readonly Lesson[], rows: readonly SparseRow[], features: number, cost: number): Linear {
  const weights = new Float32Array(features * COLUMNS);
  const bias = new Float32Array(COLUMNS);
  BOUNDARIES.forEach((boundary, c) => {
    const learnt = trainSvm({ rows, features, positive: lessons.map((lesson) => lesson.boundary === boundary), worth: lessons.map(({ source }) => (EASY.includes(source) ? WORTH_OF_EASY : 1)), cost, epochs: EPOCHS, seed: SEED });
    for (let row = 0; row < features; row += 1) weights[row * COLUMNS + c] = learnt.weights[row]!;
    bias[c] = learnt.bias[0]!;
  });
  return { weights, bias };
}

const EVERY = Int32Array.from({ length: EMBEDDING }, (_, i) => i);

function meaningRow({ embedding }: Lesson): SparseRow {
  return { ids: EVERY, values: embedding };
}

/** Scores of a line, one for each boundary. */
export interface Scores {
  readonly grams: Float32Array;
  readonly meaning: Float32Array;
}

export function scoreLines({ vocabulary, grams, meaning }: Taught, lessons: readonly Lesson[]): Scores[] {
  const look = createLookup(vocabulary);
  return lessons.map((lesson) => ({
    grams: scoreRow(look({ hashes: lesson.grams }), grams, new Float32Array(COLUMNS)),
    meaning: scoreRow(meaningRow(lesson), meaning, new Float32Array(COLUMNS)),
  }));
}

/** Settings and tensors as `createBoundaryHead` reads them. */
export function boundaryNet({ vocabulary: { keys, rarity, bits, strange }, grams, meaning }: Taught): Pick<Net, 'tensors'> & { readonly settings: Pick<BoundarySettings, 'grams'> } {
  return {
    settings: { grams: { known: keys.length, bits, strange } },
    tensors: {
      'grams/keys': { shape: [keys.length], values: Float32Array.from(keys), as: 'whole' },
      'grams/rarity': { shape: [keys.length, 1], values: rarity, as: 'byte' },
      'grams/weights': { shape: [keys.length, COLUMNS], values: grams.weights, as: 'byte' },
      'grams/bias': { shape: [COLUMNS], values: grams.bias },
      'meaning/weights': { shape: [EMBEDDING, COLUMNS], values: meaning.weights },
      'meaning/bias': { shape: [COLUMNS], values: meaning.bias },
    },
  };
}
