import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { maxPool } from '../../../../src/learn/nets/max-pool.ts';
import { multiply, multiplyGiven } from '../../../../src/learn/nets/multiply.ts';
import { createRandom } from '../../../../src/learn/random.ts';
import { startTensorflow } from '../../../../src/learn/tensorflow.ts';

const [GROUPS, LONGEST, INPUTS, COLUMNS] = [5, 7, 3, 4] as const;
const draw = (rows: number, columns: number, seed: number): tf.Tensor2D => {
  const random = createRandom(seed);
  return tf.tensor2d(Float32Array.from({ length: rows * columns }, () => random.normal()), [rows, columns]);
};

/** A loss of the pooled values, and its slope by each of the weights. */
function slopes(pool: (values: tf.Tensor2D) => tf.Tensor2D, product: typeof multiply): { loss: number; slopes: number[] } {
  return tf.tidy(() => {
    const kernel = tf.variable(draw(INPUTS, COLUMNS, 2));
    const { value, grads } = tf.variableGrads(() => tf.sum(tf.square(pool(product(draw(GROUPS * LONGEST, INPUTS, 1), kernel as unknown as tf.Tensor2D)))) as tf.Scalar, [kernel]);
    const told = { loss: value.dataSync<'float32'>()[0]!, slopes: [...Object.values(grads)[0]!.dataSync<'float32'>()] };
    kernel.dispose();
    return told;
  });
}

beforeAll(startTensorflow);

describe('maxPool', () => {
  it('gives what TensorFlow.js gives, and the same slopes, with rows that are given or learnt', () => {
    const plain = slopes((values) => tf.max(tf.reshape(values, [GROUPS, LONGEST, COLUMNS]), 1), multiply);
    for (const product of [multiply, multiplyGiven]) {
      const own = slopes((values) => maxPool(values, new Uint8Array(GROUPS * LONGEST).fill(1), LONGEST, -1), product);
      expect(own.loss).toBeCloseTo(plain.loss, 3);
      own.slopes.forEach((slope, i) => expect(slope).toBeCloseTo(plain.slopes[i]!, 3));
    }
  });

  it('passes over rows that do not count, however large, and says so where none does', () => {
    tf.tidy(() => {
      const values = tf.tensor2d([1, -9, 5, -2, 100, 100, 100, 100], [4, 2]);
      expect([...maxPool(values, Uint8Array.of(1, 1, 0, 0), 2, -7).dataSync()]).toEqual([5, -2, -7, -7]);
      const slope = tf.grad((given: tf.Tensor) => tf.sum(maxPool(given as tf.Tensor2D, Uint8Array.of(1, 1, 0, 0), 2, -7)))(values);
      expect([...slope.dataSync()]).toEqual([0, 0, 1, 1, 0, 0, 0, 0]);
    });
  });
});
