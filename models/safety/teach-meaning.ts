import * as tf from '@tensorflow/tfjs';
import { MEANING_HIDDEN, MEANING_MEMBERS, meaningReader } from '../../src/browser/text/danger/meaning.ts';
import type { Net } from '../../src/browser/nets/net-file.ts';
import { EMBEDDING } from '../../src/browser/text/encoder/embedding.ts';
import { startTensorflow } from '../../src/learn/tensorflow.ts';
import { trainPerceptrons } from '../../src/learn/nets/train-perceptrons.ts';
import type { Lesson } from './lessons.ts';
import { worthOf } from './teach-danger.ts';

const [EPOCHS, RATE, L2, SEED] = [12, 0.001, 1e-5, 20261129] as const;
/** Of embeddings of unit length scaled to numbers of about 1, and of hidden units. */
const DROPOUT = [0.1, 0.5] as const;
/** Nobody is sure of every label. */
const DOUBT = 0.02;

/** The small nets that tell danger by what a sentence means alone, under their names in models/safety/net.json. */
export type Meaning = Net['tensors'];

/** Teaches them lines of both languages together. */
export async function teachMeaning(lessons: readonly Lesson[], title: string): Promise<Meaning> {
  await startTensorflow();
  const inputs = new Float32Array(lessons.length * EMBEDDING);
  lessons.forEach(({ embedding }, row) => inputs.set(embedding.map((value) => value * Math.sqrt(EMBEDDING)), row * EMBEDDING));
  const tensors = await trainPerceptrons({
    inputs, widths: [EMBEDDING, MEANING_HIDDEN, 1], targets: Float32Array.from(lessons, ({ crisis }) => (crisis === null ? DOUBT : 1 - DOUBT)),
    extras: { values: Float32Array.from(lessons, worthOf), width: 1 },
    loss: (outputs, targets, worth) => tf.tidy(() => tf.mean(tf.mul(worth, logisticLoss(outputs, targets))) as tf.Scalar),
    dropout: DROPOUT, epochs: EPOCHS, rate: RATE, l2: L2, members: MEANING_MEMBERS, seed: SEED, title,
  });
  return Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [`meaning/${name}`, { ...tensor, as: name.endsWith('kernel') ? 'byte' as const : 'half' as const }]));
}

/** The score of each line. */
export function scoreMeaning(tensors: Meaning, lessons: readonly Lesson[]): Float64Array {
  const read = meaningReader({ model: 'safety', settings: {}, tensors });
  return Float64Array.from(lessons, ({ embedding }) => read(embedding));
}

/** Cross-entropy of log odds against shares, of any size without overflow. */
function logisticLoss(odds: tf.Tensor2D, shares: tf.Tensor2D): tf.Tensor2D {
  return tf.add(tf.sub(tf.relu(odds), tf.mul(shares, odds)), tf.log1p(tf.exp(tf.neg(tf.abs(odds)))));
}
