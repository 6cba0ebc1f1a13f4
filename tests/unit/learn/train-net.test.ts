import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { constant, weights } from '../../../src/learn/nets/initialise.ts';
import { classWeights, crossEntropy, dropout } from '../../../src/learn/nets/loss.ts';
import { createRandom } from '../../../src/learn/random.ts';
import { startTensorflow } from '../../../src/learn/tensorflow.ts';
import { trainNet, type TrainOptions, type Trained } from '../../../src/learn/train-net.ts';

const ROWS = 256;
type Name = 'x' | 'target';

/** Exclusive or of two signs, which no linear model can tell. */
function riddle(): Record<Name, { values: Float32Array; shape: number[] }> {
  const random = createRandom(1);
  const x = Float32Array.from({ length: ROWS * 2 }, () => 2 * random.uniform() - 1);
  const target = new Float32Array(ROWS * 2);
  for (let row = 0; row < ROWS; row += 1) target[row * 2 + ((x[row * 2] ?? 0) * (x[row * 2 + 1] ?? 0) > 0 ? 1 : 0)] = 1;
  return { x: { values: x, shape: [2] }, target: { values: target, shape: [2] } };
}

function net(): { variables: Record<'w1' | 'b1' | 'w2' | 'b2', tf.Variable>; logits: (x: tf.Tensor) => tf.Tensor2D; free: () => void } {
  const random = createRandom(2);
  const variables = { w1: weights(2, 16, random, Math.SQRT2), b1: constant([16]), w2: weights(16, 2, random), b2: constant([2]) };
  const logits = (x: tf.Tensor): tf.Tensor2D => {
    const hidden = tf.relu(tf.add(tf.matMul(x as tf.Tensor2D, variables.w1 as tf.Variable<tf.Rank.R2>), variables.b1));
    return tf.add(tf.matMul(hidden as tf.Tensor2D, variables.w2 as tf.Variable<tf.Rank.R2>), variables.b2);
  };
  return { variables, logits, free: () => { Object.values(variables).forEach((variable) => variable.dispose()); } };
}

async function learn(extra: Partial<TrainOptions<Name>> = {}): Promise<Trained & { accuracy: number; w1: number[] }> {
  const { variables, logits, free } = net();
  const columns = riddle();
  const trained = await trainNet<Name>({
    variables, columns, batchSize: 32, epochs: 40, rate: 0.02, seed: 3,
    loss: ({ x, target }) => crossEntropy(logits(x), target as tf.Tensor2D), ...extra,
  });
  const accuracy = tf.tidy(() => {
    const chosen = [...tf.argMax(logits(tf.tensor(columns.x.values, [ROWS, 2])), 1).dataSync()];
    return chosen.reduce<number>((right, each, row) => right + (columns.target.values[row * 2 + each] ?? 0), 0) / ROWS;
  });
  const w1 = [...variables.w1.dataSync()];
  free();
  return { ...trained, accuracy, w1 };
}

beforeAll(startTensorflow);

describe('trainNet', () => {
  it('runs on wasm and learns what a linear model cannot', async () => {
    expect(tf.getBackend()).toBe('wasm');
    const { accuracy, epochs } = await learn();
    expect(epochs).toBe(40);
    expect(accuracy).toBeGreaterThan(0.95);
  });

  it('takes rows that are made as they are asked for, in batches of the caller\u2019s, all the same', async () => {
    const columns = riddle();
    const { values } = columns.x;
    const asked: number[] = [];
    const make = (indices: Int32Array): tf.Tensor => {
      asked.push(indices.length);
      return tf.tensor(Float32Array.from([...indices].flatMap((row) => [values[row * 2]!, values[row * 2 + 1]!])), [indices.length, 2]);
    };
    const made = await learn({
      epochs: 3, columns: { ...columns, x: { rows: ROWS, make } },
      batchSize: (order) => [0, 1, 2, 3, 4, 5, 6, 7].map((batch) => order.subarray(batch * 32, batch * 32 + 32)),
    });
    expect(asked).toEqual(Array.from({ length: 24 }, () => 32));
    expect(made.w1).toEqual((await learn({ epochs: 3 })).w1);
    await expect(learn({ epochs: 1, columns: { ...columns, x: { rows: ROWS - 1, make } } })).rejects.toThrow(/255 of "x", 256 of "target"/);
  });

  it('leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    await learn({ epochs: 3, l2: 0.001, onEpoch: ({ epoch }) => (epoch === 2 ? 0 : 1) });
    expect(tf.memory().numTensors).toBe(before);
  });

  it('leaves no tensor behind when it fails', async () => {
    const before = tf.memory().numTensors;
    const columns = riddle();
    columns.x.values[5] = Number.NaN;
    const { variables, logits, free } = net();
    await expect(trainNet<Name>({ variables, columns, batchSize: 32, epochs: 1, rate: 0.01, seed: 1, loss: ({ x, target }) => crossEntropy(logits(x), target as tf.Tensor2D) })).rejects.toThrow('Expected the loss to stay a number');
    free();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('repeats itself from the same seed', async () => {
    const [first, again, other] = [await learn({ epochs: 2 }), await learn({ epochs: 2 }), await learn({ epochs: 2, seed: 4 })];
    expect(again.w1).toEqual(first.w1);
    expect(other.w1).not.toEqual(first.w1);
  });

  it('keeps the variables of the best epoch, and stops when patience ends', async () => {
    const errors = [3, 1, 2, 2, 2, 2];
    const short = await learn({ epochs: 2, decay: 'none' });
    const stopped = await learn({ epochs: 6, decay: 'none', patience: 2, onEpoch: ({ epoch }) => errors[epoch - 1] ?? 9 });
    expect(stopped).toMatchObject({ epochs: 4, best: 2, error: 1 });
    expect(stopped.w1).toEqual(short.w1);
  });

  it('holds weights down by L2', async () => {
    const size = (values: number[]): number => values.reduce((sum, value) => sum + value ** 2, 0);
    expect(size((await learn({ epochs: 10, l2: 0.1 })).w1)).toBeLessThan(size((await learn({ epochs: 10 })).w1) / 2);
  });

  it('augments copies, never the data', async () => {
    const columns = riddle();
    const before = columns.x.values.slice();
    const seen: number[] = [];
    await learn({ columns, epochs: 1, augment: ({ x }, indices) => { seen.push(...indices); x.fill(0); } });
    expect(columns.x.values).toEqual(before);
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: ROWS }, (_, row) => row));
  });

  it('refuses columns that do not fit', async () => {
    const { variables, free } = net();
    await expect(trainNet({ variables, columns: { x: { values: new Float32Array(4), shape: [2] }, target: { values: new Float32Array(3), shape: [] } }, batchSize: 1, epochs: 1, rate: 1, seed: 1, loss: () => tf.scalar(0) })).rejects.toThrow('got 2 of "x", 3 of "target"');
    free();
  });
});

describe('dropout', () => {
  it('zeroes its share and keeps the sum', () => {
    tf.tidy(() => {
      const values = [...dropout(tf.ones([10_000]), 0.25, createRandom(1)).dataSync()];
      expect(values.filter((value) => value === 0).length / values.length).toBeCloseTo(0.25, 1);
      expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(1, 1);
    });
  });
});

describe('crossEntropy', () => {
  it('is as by hand, with and without weights', () => {
    tf.tidy(() => {
      const logits = tf.tensor2d([[0, 0], [Math.log(3), 0]]);
      const targets = tf.tensor2d([[0.5, 0.5], [0, 1]]);
      expect(crossEntropy(logits, targets).dataSync()[0]).toBeCloseTo((Math.log(2) + Math.log(4)) / 2, 5);
      expect(crossEntropy(logits, targets, tf.tensor1d([3, 1])).dataSync()[0]).toBeCloseTo((3 * Math.log(2) + Math.log(4)) / 4, 5);
    });
  });
});

describe('classWeights', () => {
  it('gives every class the same total at power 1, and averages 1', () => {
    const labels = Int32Array.of(0, 0, 0, 1);
    expect([...classWeights(labels, 3, 1)]).toEqual([expect.closeTo(2 / 3, 5), 2, 0]);
    expect([...classWeights(labels, 2, 0)]).toEqual([1, 1]);
  });
});
