import * as tf from '@tensorflow/tfjs';
import type { Random } from '../random.ts';

/**
 * A matrix of weights whose outputs vary about as much as its inputs (Glorot and Bengio 2010).
 *
 * @param gain 1 before a linear or tanh layer; the square root of 2 before a ReLU (He et al. 2015)
 */
export function weights(rows: number, columns: number, random: Random, gain = 1): tf.Variable {
  const deviation = gain * Math.sqrt(gain === 1 ? 2 / (rows + columns) : 1 / rows);
  return variable(Float32Array.from({ length: rows * columns }, () => deviation * random.normal()), [rows, columns]);
}

/** A variable of one value throughout, such as a bias (0) or a scale (1). */
export function constant(shape: readonly number[], value = 0): tf.Variable {
  return variable(new Float32Array(shape.reduce((product, size) => product * size, 1)).fill(value), shape);
}

function variable(values: Float32Array, shape: readonly number[]): tf.Variable {
  return tf.tidy(() => tf.variable(tf.tensor(values, [...shape])));
}
