import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/learn/random.ts';

describe('createRandom', () => {
  it('repeats itself from the same seed, and not from another', () => {
    const draw = (seed: number): number[] => { const random = createRandom(seed); return Array.from({ length: 5 }, () => random.uniform()); };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('draws a standard normal', () => {
    const random = createRandom(7);
    const values = Array.from({ length: 20_000 }, () => random.normal());
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
  });

  it('shuffles without losing anything, into every place alike', () => {
    const random = createRandom(3);
    const firsts = new Map<number, number>();
    for (let round = 0; round < 4000; round += 1) {
      const shuffled = random.shuffle([0, 1, 2, 3]);
      expect([...shuffled].sort()).toEqual([0, 1, 2, 3]);
      firsts.set(shuffled[0] ?? -1, (firsts.get(shuffled[0] ?? -1) ?? 0) + 1);
    }
    for (const value of [0, 1, 2, 3]) expect(Math.abs((firsts.get(value) ?? 0) - 1000)).toBeLessThan(120);
  });
});
