import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimate, fitRidge } from '../../../../src/learn/linear/ridge.ts';
import { createRandom } from '../../../../src/learn/random.ts';

function lesson(seed: number): { rows: number[][]; targets: number[] } {
  const random = createRandom(seed);
  const rows = Array.from({ length: 40 }, () => [random.normal(), 100 * random.normal() + 7, 3]);
  return { rows, targets: rows.map(([a = 0, b = 0]) => 2 * a - 0.05 * b + 1) };
}

describe('fitRidge', () => {
  it('finds a line again, whatever the scale of its features, and gives nothing to what never varies', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
      const { rows, targets } = lesson(seed);
      const fit = fitRidge(rows, targets, 1e-9);
      expect(fit.weights[0]).toBeCloseTo(2, 5);
      expect(fit.weights[1]).toBeCloseTo(-0.05, 5);
      expect(fit.weights[2]).toBeCloseTo(0, 9);
      rows.forEach((row, i) => expect(estimate(fit, row)).toBeCloseTo(targets[i]!, 5));
    }), { numRuns: 30 });
  });

  it('comes nearer to the mean of the targets the more it is shrunk', () => {
    const { rows, targets } = lesson(4);
    const mean = targets.reduce((sum, value) => sum + value / targets.length, 0);
    const sway = (shrink: number): number => {
      const fit = fitRidge(rows, targets, shrink);
      return rows.reduce((sum, row) => sum + (estimate(fit, row) - mean) ** 2, 0);
    };
    expect(sway(1)).toBeGreaterThan(sway(30));
    expect(sway(30)).toBeGreaterThan(sway(1000));
    expect(sway(1e9)).toBeCloseTo(0, 6);
  });

  it('says what it needs', () => {
    expect(() => fitRidge([[1]], [1], 1)).toThrow('at least 2 rows');
    expect(() => fitRidge([[1], [2]], [1], 1)).toThrow('a target for each');
  });
});
