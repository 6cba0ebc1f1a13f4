import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf } from '../../../../src/learn/metrics/dimensions.ts';
import { measureDimensions } from '../../../../src/learn/metrics/measure.ts';

const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 40 });

describe('agreementOf', () => {
  it('is as by hand', () => {
    // Means 2 and 3, variances 2/3 each, covariance 1/3: Pearson 1/2, CCC (2/3) / (4/3 + 1).
    const { ccc, pearson, mae } = agreementOf([1, 2, 3], [2, 4, 3]);
    expect(pearson).toBeCloseTo(0.5, 12);
    expect(ccc).toBeCloseTo(2 / 7, 12);
    expect(mae).toBeCloseTo(1, 12);
  });

  it('is 1 for the truth itself; Pearson forgives scale and shift, concordance does not', () => {
    const truth = [-0.4, 0.1, 0.9, 0.3];
    expect(agreementOf(truth, truth).ccc).toBeCloseTo(1, 12);
    const stretched = agreementOf(truth, truth.map((value) => 3 * value + 1));
    expect(stretched.pearson).toBeCloseTo(1, 12);
    expect(stretched.ccc).toBeLessThan(0.5);
  });

  it('has a concordance no stronger than the correlation', () => {
    fc.assert(fc.property(values, values, (a, b) => {
      const length = Math.min(a.length, b.length);
      const { ccc, pearson } = agreementOf(a.slice(0, length), b.slice(0, length));
      if (!Number.isNaN(pearson)) expect(Math.abs(ccc)).toBeLessThanOrEqual(Math.abs(pearson) + 1e-9);
    }));
  });

  it('passes over items without an estimate, and refuses lists of different lengths', () => {
    expect(agreementOf([1, 2, 3, 9], [2, 4, 3, Number.NaN])).toEqual(agreementOf([1, 2, 3], [2, 4, 3]));
    expect(() => agreementOf([1], [])).toThrow('each of 1 items, but got 0');
    expect(agreementOf([1, 1], [1, 2]).pearson).toBeNaN();
  });
});

describe('measureDimensions', () => {
  it('gives each dimension its figures and an interval around them', () => {
    const truth = Array.from({ length: 200 }, (_, index) => Math.sin(index));
    const estimates = truth.map((value, index) => value + 0.5 * Math.sin(index * 7));
    const { ccc, intervals, error } = measureDimensions({ valence: { truth, estimates } }, { seed: 1 });
    const [low = 1, high = 0] = (intervals as Record<'ccc', Record<string, [number, number]>>).ccc['valence'] ?? [];
    expect(low).toBeLessThan(ccc?.['valence'] ?? 0);
    expect(high).toBeGreaterThan(ccc?.['valence'] ?? 1);
    expect(error['valence']).toBeCloseTo(0.32, 1);
  });
});
