import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jensenShannon } from '../../../../src/learn/metrics/divergence.ts';

const distribution = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }).filter((each) => each.some((weight) => weight > 1e-6))
  .map((weights) => { const sum = weights.reduce((total, weight) => total + weight, 0); return weights.map((weight) => weight / sum); });

describe('jensenShannon', () => {
  it('is as by hand', () => {
    // Against the mean [3/4, 1/4]: log2(4/3) / 2 and (log2(2/3) + log2(2)) / 4.
    expect(jensenShannon([1, 0], [0.5, 0.5])).toBeCloseTo(Math.log2(4 / 3) / 2 + (Math.log2(2 / 3) + 1) / 4, 12);
  });

  it('is 0 for the same, 1 for what has nothing in common, and between for all else, either way round', () => {
    expect(jensenShannon([1, 0], [0, 1])).toBe(1);
    expect(jensenShannon([1, 0], [1, 5e-324])).toBe(0);
    fc.assert(fc.property(distribution, distribution, (p, q) => {
      expect(jensenShannon(p, p)).toBeCloseTo(0, 12);
      expect(jensenShannon(p, q)).toBeCloseTo(jensenShannon(q, p), 12);
      expect(jensenShannon(p, q)).toBeLessThanOrEqual(1);
    }));
  });
});
