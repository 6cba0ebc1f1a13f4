import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreRow } from '../../../../src/learn/linear/train-linear.ts';
import { trainSvm } from '../../../../src/learn/linear/train-svm.ts';

const row = (...values: number[]) => ({ ids: Int32Array.from(values.keys()), values: Float32Array.from(values) });

describe('a linear support vector machine', () => {
  it('parts what a line can part, with the widest margin', () => {
    const { weights, bias } = trainSvm({ rows: [row(0, 1), row(0, -1), row(5, 1), row(5, -1)], features: 2, positive: [true, false, true, false], cost: 1000, epochs: 400, seed: 1 });
    expect(weights[0]).toBeCloseTo(0, 2);
    expect(weights[1]).toBeCloseTo(1, 2);
    expect(bias[0]).toBeCloseTo(0, 2);
  });

  it('counts both sides the same, however many rows they have', () => {
    const rows = [...Array.from({ length: 90 }, () => row(-1)), ...Array.from({ length: 10 }, () => row(1))];
    const { weights, bias } = trainSvm({ rows, features: 1, positive: rows.map((_, i) => i >= 90), cost: 0.01, epochs: 200, seed: 1 });
    expect(bias[0]! / weights[0]!).toBeCloseTo(0, 2);
  });

  it('learns nothing from rows that are worth nothing', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.boolean()), { minLength: 1, maxLength: 8 }), (noise) => {
      const clean = [row(1), row(-1)];
      const learn = (rows: typeof clean, positive: boolean[], worth: number[]) => trainSvm({ rows, features: 1, positive, worth, cost: 1, epochs: 200, seed: 1 });
      const apart = learn(clean, [true, false], [1, 1]);
      const beside = learn([...clean, ...noise.map(([value]) => row(value))], [true, false, ...noise.map(([, side]) => side)], [1, 1, ...noise.map(() => 0)]);
      expect(scoreRow(row(0.5), beside, new Float32Array(1))[0]).toBeCloseTo(scoreRow(row(0.5), apart, new Float32Array(1))[0]!, 2);
    }), { numRuns: 20 });
  });
});
