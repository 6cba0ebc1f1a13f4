import type { Net } from '../../src/browser/nets/net-file.ts';
import { createLookup, type Vocabulary } from '../../src/browser/text/vocabulary.ts';
import { type Block, type Linear, trainLinear } from '../../src/learn/linear/train-linear.ts';
import type { Featured } from './featurise.ts';

/** What a head is taught, and how. */
export interface Lesson {
  readonly texts: readonly Featured[];
  readonly columns: number;
  readonly blocks: readonly Block[];
  /** A row of `columns` for each text. */
  readonly targets: Float32Array;
  /** How much each text counts in each block. */
  readonly worth: Float32Array;
  /** How many n-grams may be kept at most. */
  readonly most: number;
  readonly epochs: number;
  readonly title: string;
}

export interface Head extends Linear {
  readonly vocabulary: Vocabulary;
  /** The words that it has seen often enough. */
  readonly words: Float32Array;
}

const BITS = 20;
const RATE = 0.5;
const SEED = 20261128;
/** The weight that an unknown n-gram has where the length of a text is measured: about that of one in seven texts. */
const STRANGE = 2;
/** An n-gram that is in one text alone teaches nothing of others, and a word must be in a few to be known. */
const [LEAST_TEXTS, LEAST_SEEN] = [2, 3] as const;

/**
 * Fits a linear head on n-grams: first on all of them, then again on those that moved the scores of all texts together the
 * most. What little others carry is learnt anew by those that stay.
 */
export function teachHead(lesson: Lesson): Head {
  const counts = countTexts(lesson.texts.map(({ ngrams }) => Array.from(ngrams.hashes, (hash) => hash & (2 ** BITS - 1))));
  const count = lesson.texts.length;
  const vocabularyOf = (buckets: readonly number[]): Vocabulary => {
    const keys = Uint32Array.from(buckets).sort();
    return { bits: BITS, keys, rarity: Float32Array.from(keys, (key) => Math.log(count / counts.get(key)!)), strange: STRANGE };
  };
  const fit = (vocabulary: Vocabulary, look = createLookup(vocabulary)): Linear => trainLinear({
    rows: lesson.texts.map(({ ngrams }) => look(ngrams)), features: vocabulary.keys.length, columns: lesson.columns, blocks: lesson.blocks,
    targets: lesson.targets, worth: lesson.worth, epochs: lesson.epochs, rate: RATE, seed: SEED, title: `${lesson.title}, ${vocabulary.keys.length} n-grams`,
  });
  const all = vocabularyOf([...counts].filter(([, texts]) => texts >= LEAST_TEXTS).map(([bucket]) => bucket));
  const first = fit(all);
  const moved = Float64Array.from(all.keys, (key, row) => {
    let squares = 0;
    for (let c = 0; c < lesson.columns; c += 1) squares += first.weights[row * lesson.columns + c]! ** 2;
    return Math.sqrt(squares * counts.get(key)!) * all.rarity[row]!;
  });
  const kept = Array.from(all.keys.keys()).sort((a, b) => moved[b]! - moved[a]!).slice(0, lesson.most);
  const vocabulary = vocabularyOf(kept.map((row) => all.keys[row]!));
  const seen = countTexts(lesson.texts.map(({ words }) => words));
  const words = Float32Array.from([...seen].filter(([, texts]) => texts >= LEAST_SEEN).map(([word]) => word)).sort();
  return { vocabulary, ...fit(vocabulary), words };
}

/** In how many texts each thing is. */
function countTexts(texts: readonly (readonly number[])[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const text of texts) for (const each of new Set(text)) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

/** The settings and tensors of a head under the name of its language, as `createNgramHead` reads them. */
export function headOf(language: string, { vocabulary, weights, bias, words }: Head): Pick<Net, 'settings' | 'tensors'> {
  const features = vocabulary.keys.length;
  return {
    settings: { [language]: { features, bits: vocabulary.bits, strange: vocabulary.strange, words: words.length } },
    tensors: {
      [`${language}/keys`]: { shape: [features], values: Float32Array.from(vocabulary.keys), as: 'whole' },
      [`${language}/rarity`]: { shape: [features, 1], values: vocabulary.rarity, as: 'byte' },
      [`${language}/weights`]: { shape: [features, bias.length], values: weights, as: 'byte' },
      [`${language}/bias`]: { shape: [bias.length], values: bias },
      [`${language}/words`]: { shape: [words.length], values: words, as: 'whole' },
    },
  };
}
