import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { multiply } from '../../../../src/learn/nets/multiply.ts';
import { startTensorflow } from '../../../../src/learn/tensorflow.ts';

describe('multiply', () => {
  beforeAll(startTensorflow);

  it('gives the product and the gradients of matMul', () => {
    const rows = tf.tensor2d(Array.from({ length: 20 }, (_, i) => Math.sin(i)), [5, 4]);
    const kernel = tf.tensor2d(Array.from({ length: 12 }, (_, i) => Math.cos(i)), [4, 3]);
    const answers = [multiply, (a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D => tf.matMul(a, b)].map((product) => {
      const { value, grads } = tf.valueAndGrads((a, b) => tf.sum(tf.square(product(a as tf.Tensor2D, b as tf.Tensor2D))))([rows, kernel]);
      return [value, ...grads].map((tensor) => Array.from(tensor.dataSync()));
    });
    answers[0]!.flat().forEach((number, i) => expect(number).toBeCloseTo(answers[1]!.flat()[i]!, 4));
    expect(answers[0]!.map(({ length }) => length)).toEqual([1, 20, 12]);
  });
});
