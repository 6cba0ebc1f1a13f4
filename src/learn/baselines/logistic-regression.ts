import * as tf from '@tensorflow/tfjs';
import { constant, weights } from '../nets/initialise.ts';
import { crossEntropy } from '../nets/loss.ts';
import { createRandom } from '../random.ts';
import { startTensorflow } from '../tensorflow.ts';
import { trainNet } from '../train-net.ts';
import type { Baseline } from './baseline.ts';
import { standardiser } from './standardise.ts';

const LEAST_EPOCHS = 30;
/** Few rows make few steps of an epoch, so they get more epochs. */
const LEAST_STEPS = 1500;
const BATCH = 128;
const RATE = 0.01;
const L2 = 1e-4;

/** Multinomial logistic regression. */
export const logisticRegression: Baseline = {
  name: 'logistic regression',
  async fit(rows, labels, classes, seed) {
    await startTensorflow();
    const standardise = standardiser(rows);
    const width = rows[0]?.length ?? 0;
    const x = new Float32Array(rows.length * width);
    rows.forEach((row, index) => { x.set(standardise(row), index * width); });
    const target = new Float32Array(rows.length * classes);
    labels.forEach((label, index) => { target[index * classes + label] = 1; });
    const variables = { slope: weights(width, classes, createRandom(seed)), bias: constant([classes]) };
    try {
      await trainNet({
        variables, columns: { x: { values: x, shape: [width] }, target: { values: target, shape: [classes] } },
        loss: (batch) => crossEntropy(tf.add(tf.matMul(batch.x, variables.slope), variables.bias), batch.target as tf.Tensor2D),
        batchSize: BATCH, epochs: Math.max(LEAST_EPOCHS, Math.ceil(LEAST_STEPS / Math.ceil(rows.length / BATCH))), rate: RATE, l2: L2, seed,
      });
      const slope = variables.slope.dataSync<'float32'>().slice();
      const bias = variables.bias.dataSync<'float32'>().slice();
      return { predict: (row) => softmax(linear(standardise(row), slope, bias)), free: () => {} };
    } finally {
      Object.values(variables).forEach((variable) => variable.dispose());
    }
  },
};

function linear(row: Float32Array, slope: Float32Array, bias: Float32Array): Float32Array {
  return bias.map((start, column) => row.reduce((sum, value, j) => sum + value * (slope[j * bias.length + column] ?? 0), start));
}

function softmax(logits: Float32Array): Float32Array {
  const top = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
