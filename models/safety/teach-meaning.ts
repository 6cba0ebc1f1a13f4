import type { Net } from '../../src/browser/nets/net-file.ts';
import { nearnesses } from '../../src/browser/text/danger/landmarks.ts';
import { EMBEDDING } from '../../src/browser/text/encoder/embedding.ts';
import type { Linear } from '../../src/learn/linear/train-linear.ts';
import { trainSvm } from '../../src/learn/linear/train-svm.ts';
import { createRandom } from '../../src/learn/random.ts';
import type { Lesson } from './lessons.ts';
import { worthOf } from './teach-grams.ts';

/** So many lines stand for all that a sentence may mean (Nyström's method, Williams and Seeger 2000). */
export const LANDMARKS = 1000;
const [COST, EPOCHS, SEED] = [3, 20, 20261129] as const;

/** How near each English line lies to the landmarks; computed once for all that is learnt from it. */
export interface Meanings {
  /** [landmarks, 512] */
  readonly landmarks: Float32Array;
  readonly of: ReadonlyMap<Lesson, Float32Array>;
}

/** @param among whose meanings the landmarks are drawn from, whatever they are labelled */
export function measureMeanings(lessons: readonly Lesson[], among: readonly Lesson[]): Meanings {
  const english = among.filter(({ embedding }) => embedding !== null);
  const order = createRandom(SEED).shuffle(Int32Array.from(english.keys()));
  const landmarks = new Float32Array(LANDMARKS * EMBEDDING);
  order.subarray(0, LANDMARKS).forEach((i, row) => landmarks.set(english[i]!.embedding!, row * EMBEDDING));
  const of = new Map<Lesson, Float32Array>();
  for (const lesson of lessons) if (lesson.embedding) of.set(lesson, nearnesses(lesson.embedding, landmarks, new Float32Array(LANDMARKS)));
  return { landmarks, of };
}

/** Tells danger by what a sentence means alone. */
export function teachMeaning(lessons: readonly Lesson[], { of }: Meanings): Linear {
  const known = lessons.filter((lesson) => of.has(lesson));
  const ids = Int32Array.from({ length: LANDMARKS }, (_, i) => i);
  return trainSvm({ rows: known.map((lesson) => ({ ids, values: of.get(lesson)! })), features: LANDMARKS, positive: known.map(({ crisis }) => crisis !== null), worth: known.map(worthOf), cost: COST, epochs: EPOCHS, seed: SEED });
}

/** The score of each line; 0 for one without an embedding. */
export function scoreMeaning({ weights, bias }: Linear, lessons: readonly Lesson[], { of }: Meanings): Float64Array {
  return Float64Array.from(lessons, (lesson) => of.get(lesson)?.reduce((sum, value, i) => sum + value * weights[i]!, bias[0]!) ?? 0);
}

export function meaningNet({ weights, bias }: Linear, { landmarks }: Meanings): Pick<Net, 'tensors'> {
  return {
    tensors: {
      'meaning/landmarks': { shape: [LANDMARKS, EMBEDDING], values: landmarks, as: 'byte' },
      'meaning/weights': { shape: [LANDMARKS], values: weights },
      'meaning/bias': { shape: [1], values: bias },
    },
  };
}
