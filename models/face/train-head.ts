import * as tf from '@tensorflow/tfjs';
import { FEATURES, LARGEST_FEATURE, LOWER_FEATURE } from '../../src/browser/face/expression-head.ts';
import { EMOTIONS } from '../../src/index.ts';
import { crossEntropy } from '../../src/learn/nets/loss.ts';
import { mixPairs } from '../../src/learn/nets/mixup.ts';
import { trainNet } from '../../src/learn/train-net.ts';
import { type FaceRow, LOOK, targetOf, unpackLook } from './face-rows.ts';
import { type HeadVariables, runHead } from './head-graph.ts';

/** How raw features become standard scores. */
export interface Standard {
  readonly centre: Float32Array;
  /** One over the standard deviation. */
  readonly scale: Float32Array;
}

/** A face to learn from, and how much it counts. */
export interface Lesson {
  readonly row: FaceRow;
  readonly worth: number;
}

export interface Stage {
  readonly title: string;
  readonly epochs: number;
  readonly rate: number;
  readonly seed: number;
}

const NOISE = 0.15;
/** Little, since blended faces are hard enough to learn by heart. */
const DROPOUT = { look: 0.2, shape: 0.15, hidden: 0.15 } as const;
const DECAY = 2e-5;
/** The upper face is a second opinion that the same layers give: it must not cost the first. */
const UPPER_SHARE = 0.4;

/** The spread of features over rows. */
export function standardOf(rows: readonly FaceRow[]): Standard {
  const centre = new Float32Array(FEATURES);
  const square = new Float64Array(FEATURES);
  for (const { features: [plain, mirrored] } of rows) for (const each of [plain, mirrored]) for (let i = 0; i < FEATURES; i += 1) centre[i] = centre[i]! + each[i]! / (2 * rows.length);
  for (const { features: [plain, mirrored] } of rows) for (const each of [plain, mirrored]) for (let i = 0; i < FEATURES; i += 1) square[i] = square[i]! + (each[i]! - centre[i]!) ** 2 / (2 * rows.length);
  // A shape that nearly never moves must not be blown up.
  return { centre, scale: Float32Array.from(square, (each) => 1 / Math.max(0.01, Math.sqrt(each))) };
}

/** Standard scores of one row's features, and the same without the lower face. */
export function standardise(raw: Float32Array, { centre, scale }: Standard, into: Float32Array, upper: Float32Array, at: number, disturb: () => number = () => 0): void {
  for (let i = 0; i < FEATURES; i += 1) {
    const value = Math.min(LARGEST_FEATURE, Math.max(-LARGEST_FEATURE, (raw[i]! - centre[i]!) * scale[i]!)) + disturb();
    into[at + i] = value;
    upper[at + i] = LOWER_FEATURE[i] ? 0 : value;
  }
}

/** Trains the head's variables further on some lessons. */
export async function trainHead(variables: HeadVariables, lessons: readonly Lesson[], standard: Standard, { title, epochs, rate, seed }: Stage): Promise<void> {
  const taught = lessons.flatMap(({ row, worth }) => {
    const target = targetOf(row.picture);
    return target ? [{ row, worth, target }] : [];
  });
  const targets = new Float32Array(taught.length * EMOTIONS.length);
  taught.forEach(({ target }, i) => targets.set(target, i * EMOTIONS.length));
  await trainNet({
    variables, title, epochs, rate, seed, batchSize: 64, l2: DECAY,
    columns: {
      look: { values: new Float32Array(taught.length * LOOK), shape: [LOOK] },
      features: { values: new Float32Array(taught.length * FEATURES), shape: [FEATURES] },
      upper: { values: new Float32Array(taught.length * FEATURES), shape: [FEATURES] },
      target: { values: targets, shape: [EMOTIONS.length] },
      worth: { values: Float32Array.from(taught, (each) => each.worth), shape: [] },
    },
    augment: (rows, indices, random) => {
      indices.forEach((lesson, place) => {
        const { looks, features } = taught[lesson]!.row;
        const variant = random.below(looks.length);
        unpackLook(looks[variant]!, rows.look, place * LOOK);
        standardise(features[variant % 2 as 0 | 1], standard, rows.features, rows.upper, place * FEATURES, () => NOISE * random.normal());
      });
      mixPairs([rows.look, rows.features, rows.upper, rows.target], indices.length, random);
    },
    loss: (batch, random) => tf.tidy(() => {
      const { whole, upper } = runHead(variables, batch.look, batch.features as tf.Tensor2D, batch.upper as tf.Tensor2D, { random, ...DROPOUT });
      const [target, worth] = [batch.target as tf.Tensor2D, batch.worth as tf.Tensor1D];
      return tf.add(crossEntropy(whole, target, worth), tf.mul(UPPER_SHARE, crossEntropy(upper, target, worth))) as tf.Scalar;
    }),
  });
}

/** What the head says of faces, before it is calibrated: a row of scores for each. */
export function scoreRows(variables: HeadVariables, rows: readonly FaceRow[], standard: Standard): { whole: Float32Array; upper: Float32Array } {
  const scores = { whole: new Float32Array(rows.length * EMOTIONS.length), upper: new Float32Array(rows.length * EMOTIONS.length) };
  const size = 256;
  for (let from = 0; from < rows.length; from += size) {
    const some = rows.slice(from, from + size);
    const look = new Float32Array(some.length * LOOK);
    const features = new Float32Array(some.length * FEATURES);
    const upper = new Float32Array(some.length * FEATURES);
    some.forEach((row, place) => {
      unpackLook(row.looks[0]!, look, place * LOOK);
      standardise(row.features[0], standard, features, upper, place * FEATURES);
    });
    const said = tf.tidy(() => {
      const logits = runHead(variables, tf.tensor2d(look, [some.length, LOOK]), tf.tensor2d(features, [some.length, FEATURES]), tf.tensor2d(upper, [some.length, FEATURES]));
      return { whole: logits.whole.dataSync<'float32'>().slice(), upper: logits.upper.dataSync<'float32'>().slice() };
    });
    scores.whole.set(said.whole, from * EMOTIONS.length);
    scores.upper.set(said.upper, from * EMOTIONS.length);
  }
  return scores;
}
