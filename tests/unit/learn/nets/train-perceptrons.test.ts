import * as tf from '@tensorflow/tfjs';
import { expect, it } from 'vitest';
import { createPerceptron } from '../../../../src/browser/nets/dense.ts';
import { trainPerceptrons } from '../../../../src/learn/nets/train-perceptrons.ts';
import { createRandom } from '../../../../src/learn/random.ts';
import { startTensorflow } from '../../../../src/learn/tensorflow.ts';

it('perceptrons learn what is left over, and run as they were trained', async () => {
  await startTensorflow();
  const random = createRandom(1);
  const inputs = Float32Array.from({ length: 600 }, () => random.normal());
  const targets = Float32Array.from({ length: 300 }, (_, i) => Math.abs(inputs[2 * i]!) - inputs[2 * i + 1]!);
  const before = tf.memory().numTensors;
  const tensors = await trainPerceptrons({
    inputs, widths: [2, 16, 1], targets, extras: { values: new Float32Array(300), width: 1 }, loss: (outputs, truth) => tf.mean(tf.square(tf.sub(outputs, truth))),
    dropout: [0, 0], epochs: 120, rate: 0.02, l2: 0, members: 2, seed: 3, title: 'test',
  });
  expect(tf.memory().numTensors).toBe(before);
  const members = [0, 1].map((i) => createPerceptron({ model: 'test', settings: {}, tensors }, `member${i}`, [2, 16, 1]));
  for (const [x, y] of [[1, 0], [-1, 0], [0, 1]] as const) {
    const mean = members.reduce((sum, member) => sum + member.run(Float32Array.of(x, y))[0]! / 2, 0);
    expect(Math.abs(mean - (Math.abs(x) - y))).toBeLessThan(0.25);
  }
});
