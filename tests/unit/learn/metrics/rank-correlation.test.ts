import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partialSpearman, spearman } from '../../../../src/learn/metrics/rank-correlation.ts';

// Whole numbers of a small range, so that there are equals.
const pairs = fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 })), { minLength: 12, maxLength: 40 })
  .filter((rows) => [0, 1, 2].every((column) => new Set(rows.map((row) => row[column])).size > 2));
const column = (rows: readonly (readonly number[])[], at: number): number[] => rows.map((row) => row[at]!);

describe('spearman', () => {
  it('is what a textbook gives, equals sharing their ranks', () => {
    // Ranks 1 2.5 2.5 4 and 1 3 2 4: covariance 4.5, variances 4.5 and 5.
    expect(spearman([10, 20, 20, 30], [1, 3, 2, 4])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
  });

  it('asks for order alone, and is the same from both sides', () => {
    fc.assert(fc.property(pairs, (rows) => {
      const [a, b] = [column(rows, 0), column(rows, 1)];
      const found = spearman(a, b);
      expect(spearman(a.map((value) => Math.exp(value)), b.map((value) => value ** 3))).toBeCloseTo(found, 10);
      expect(spearman(b, a)).toBeCloseTo(found, 10);
      expect(spearman(a, b.map((value) => -value))).toBeCloseTo(-found, 10);
      expect(Math.abs(found)).toBeLessThanOrEqual(1 + 1e-12);
    }));
  });

  it('is not a number where one side is all the same', () => {
    expect(spearman([1, 1, 1], [1, 2, 3])).toBeNaN();
  });
});

describe('partialSpearman', () => {
  it('is the plain correlation where the third tells nothing, and nothing where it tells all but chance', () => {
    const [a, b, unrelated] = [[1, 2, 3, 4, 1, 2, 3, 4], [1, 3, 2, 4, 1, 3, 2, 4], [1, 1, 1, 1, 2, 2, 2, 2]];
    expect(partialSpearman(a, b, unrelated)).toBeCloseTo(spearman(a, b), 12);
    const length = Array.from({ length: 200 }, (_, i) => i);
    const zigzag = length.map((i) => i + 3 * (i % 2));
    const other = length.map((i) => i + 3 * (Math.floor(i / 2) % 2));
    expect(spearman(zigzag, other)).toBeGreaterThan(0.99);
    expect(Math.abs(partialSpearman(zigzag, other, length))).toBeLessThan(0.2);
  });

  it('stays between -1 and 1', () => {
    fc.assert(fc.property(pairs, (rows) => {
      const found = partialSpearman(column(rows, 0), column(rows, 1), column(rows, 2));
      fc.pre(Number.isFinite(found));
      expect(Math.abs(found)).toBeLessThanOrEqual(1 + 1e-9);
    }));
  });
});
