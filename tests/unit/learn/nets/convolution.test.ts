import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { convolve } from '../../../../src/learn/nets/convolution.ts';
import { weights } from '../../../../src/learn/nets/initialise.ts';
import { createRandom } from '../../../../src/learn/random.ts';
import { startTensorflow } from '../../../../src/learn/tensorflow.ts';
import { trainNet } from '../../../../src/learn/train-net.ts';

const [ROWS, SIZE, CHANNELS, OUTPUTS] = [24, 6, 2, 3];

beforeAll(startTensorflow);

describe('convolve', () => {
  it('is the convolution that TensorFlow has', () => {
    tf.tidy(() => {
      const pictures = tf.randomNormal([2, 5, 4, CHANNELS], 0, 1, 'float32', 1) as tf.Tensor4D;
      const filter = tf.randomNormal([9 * CHANNELS, OUTPUTS], 0, 1, 'float32', 2) as tf.Tensor2D;
      const theirs = tf.conv2d(pictures, tf.reshape(filter, [3, 3, CHANNELS, OUTPUTS]) as tf.Tensor4D, 1, 'same');
      expect(tf.max(tf.abs(tf.sub(convolve(pictures, filter), theirs))).dataSync()[0]).toBeLessThan(1e-4);
    });
  });

  it('learns a filter that made the data', async () => {
    const random = createRandom(1);
    const x = Float32Array.from({ length: ROWS * SIZE * SIZE * CHANNELS }, () => random.normal());
    const [truth, learnt] = [weights(9 * CHANNELS, OUTPUTS, random), weights(9 * CHANNELS, OUTPUTS, random)];
    const filtered = (pictures: tf.Tensor, filter: tf.Variable): tf.Tensor4D => convolve(pictures as tf.Tensor4D, filter as tf.Variable<tf.Rank.R2>);
    const y = tf.tidy(() => filtered(tf.tensor(x, [ROWS, SIZE, SIZE, CHANNELS]), truth).dataSync<'float32'>().slice());
    const { error } = await trainNet({
      variables: { learnt }, batchSize: 8, epochs: 60, rate: 0.05, seed: 1,
      columns: { x: { values: x, shape: [SIZE, SIZE, CHANNELS] }, y: { values: y, shape: [SIZE, SIZE, OUTPUTS] } },
      loss: (batch) => tf.mean(tf.squaredDifference(filtered(batch.x, learnt), batch.y)),
    });
    expect(error).toBeLessThan(1e-3);
    tf.dispose([truth, learnt]);
  });
});
