import * as tf from '@tensorflow/tfjs';
import type { Random } from '../random.ts';

/**
 * Cross-entropy with distributions as targets, averaged over the rows by their weights.
 *
 * @param logits [rows, classes]
 * @param targets [rows, classes], each row summing to 1
 * @param worth [rows], how much each row counts; all alike when left out
 */
export function crossEntropy(logits: tf.Tensor2D, targets: tf.Tensor2D, worth?: tf.Tensor1D): tf.Scalar {
  return tf.tidy(() => {
    const each = tf.neg(tf.sum(tf.mul(targets, tf.logSoftmax(logits)), 1));
    return worth ? tf.div(tf.sum(tf.mul(each, worth)), tf.sum(worth)) : tf.mean(each);
  });
}

/** Zeroes a share of the numbers and enlarges the others, so that their sum stays (Srivastava et al. 2014). Only while training. */
export function dropout<Shape extends tf.Tensor>(x: Shape, share: number, random: Random): Shape {
  if (share === 0) return x;
  const kept = Float32Array.from({ length: x.size }, () => (random.uniform() < share ? 0 : 1 / (1 - share)));
  return tf.tidy(() => tf.mul(x, tf.tensor(kept, x.shape)));
}

/**
 * How much a row of each class should count so that rare classes are not ignored.
 *
 * @param power 0 counts all rows alike, 1 gives every class the same total
 * @returns one weight for each class, with a mean of 1 over the rows; 0 for a class without rows
 */
export function classWeights(labels: Int32Array, classes: number, power: number): Float32Array {
  const counts = new Float32Array(classes);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  const raw = counts.map((count) => (count === 0 ? 0 : count ** -power));
  const total = labels.reduce((sum, label) => sum + (raw[label] ?? 0), 0);
  return raw.map((weight) => (weight * labels.length) / total);
}
