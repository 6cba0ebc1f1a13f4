import { describe, expect, it } from 'vitest';
import { linkBlock, scoreRow, type SparseRow, trainLinear } from '../../../../src/learn/linear/train-linear.ts';
import { chooseTemperature } from '../../../../src/learn/linear/temperature.ts';
import { createRandom } from '../../../../src/learn/random.ts';

const row = (...ids: number[]): SparseRow => ({ ids: Int32Array.from(ids), values: Float32Array.from(ids, () => 1) });
const blocks = [{ from: 0, to: 1, link: 'sigmoid' }, { from: 1, to: 3, link: 'softmax' }] as const;

describe('a linear model on sparse features', () => {
  const random = createRandom(1);
  // Feature 0 speaks for the first column, feature 1 for the second of the pair; 2 says nothing.
  const rows = Array.from({ length: 400 }, () => [0, 1, 2].filter(() => random.uniform() < 0.5));
  const targets = Float32Array.from(rows.flatMap((ids) => [ids.includes(0) ? 1 : 0, ids.includes(1) ? 0 : 1, ids.includes(1) ? 1 : 0]));
  const fitted = trainLinear({ rows: rows.map((ids) => row(...ids)), features: 3, columns: 3, blocks, targets, epochs: 20, rate: 0.5, seed: 2 });
  const told = (...ids: number[]): Float32Array => {
    const scores = scoreRow(row(...ids), fitted, new Float32Array(3));
    for (const block of blocks) linkBlock(scores, block);
    return scores;
  };

  it('learns which feature speaks for which column', () => {
    expect(told(0)[0]).toBeGreaterThan(0.9);
    expect(told(2)[0]).toBeLessThan(0.1);
    expect(told(1)[2]).toBeGreaterThan(0.9);
    expect(told(0)[1]).toBeGreaterThan(0.9);
  });

  it('gives a distribution in a softmax block', () => {
    const [, one, other] = told(0, 1, 2);
    expect(one! + other!).toBeCloseTo(1, 5);
  });

  it('learns nothing from a block in which an item counts for nothing', () => {
    const idle = trainLinear({ rows: rows.map((ids) => row(...ids)), features: 3, columns: 3, blocks, targets, worth: Float32Array.from(rows.flatMap(() => [1, 0])), epochs: 2, rate: 0.5, seed: 2 });
    expect(Array.from(idle.weights).filter((_, at) => at % 3 > 0).every((weight) => weight === 0)).toBe(true);
  });
});

it('a temperature is found where the loss is least', () => {
  expect(chooseTemperature((temperature) => (Math.log(temperature) - Math.log(1.7)) ** 2)).toBeCloseTo(1.7, 1);
});
