import { describe, expect, it } from 'vitest';
import { bootstrapIntervals } from '../../../../src/learn/metrics/bootstrap.ts';

const COUNT = 400;
const values = Array.from({ length: COUNT }, (_, item) => (item % 2 === 0 ? 1 : 0));
const mean = (items: Int32Array): { mean: number } => ({ mean: items.reduce((sum, item) => sum + (values[item] ?? 0), 0) / items.length });

describe('bootstrapIntervals', () => {
  it('agrees with the normal approximation of a share', () => {
    const [low, high] = bootstrapIntervals(COUNT, mean, { seed: 1 }).mean;
    const half = 1.96 * Math.sqrt(0.25 / COUNT);
    expect(low).toBeCloseTo(0.5 - half, 1.5);
    expect(high).toBeCloseTo(0.5 + half, 1.5);
  });

  it('repeats itself from the same seed', () => {
    expect(bootstrapIntervals(COUNT, mean, { seed: 5 })).toEqual(bootstrapIntervals(COUNT, mean, { seed: 5 }));
    expect(bootstrapIntervals(COUNT, mean, { seed: 5 })).not.toEqual(bootstrapIntervals(COUNT, mean, { seed: 6 }));
  });

  it('is wider where the items of a group are alike', () => {
    const groups = values.map((value, item) => `${value} ${item % 8}`);
    const width = (interval: readonly [number, number]): number => interval[1] - interval[0];
    expect(width(bootstrapIntervals(COUNT, mean, { seed: 1, groups }).mean)).toBeGreaterThan(3 * width(bootstrapIntervals(COUNT, mean, { seed: 1 }).mean));
  });

  it('draws groups whole', () => {
    const groups = ['a', 'a', 'a', 'b', 'b'];
    bootstrapIntervals(5, (items) => {
      const count = (item: number): number => items.filter((each) => each === item).length;
      expect([count(1), count(2)]).toEqual([count(0), count(0)]);
      expect(count(3)).toBe(count(4));
      return {};
    }, { seed: 1, groups, rounds: 20 });
    expect(() => bootstrapIntervals(2, mean, { seed: 1, groups })).toThrow('each of 2 items, but got 5');
  });

  it('leaves out rounds without a value, and a statistic that never has one', () => {
    const intervals = bootstrapIntervals(4, (items) => ({ often: items[0] === 0 ? Number.NaN : 3, never: Number.NaN }), { seed: 1 });
    expect(intervals).toEqual({ often: [3, 3] });
  });
});
