import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fnv1a, groupFolds, isHeldTenth } from '../../../src/learn/splits.ts';

describe('fnv1a', () => {
  it('agrees with the published values', () => {
    expect(fnv1a('')).toBe(0x811c9dc5);
    expect(fnv1a('a')).toBe(0xe40c292c);
    expect(fnv1a('foobar')).toBe(0xbf9cf968);
  });
});

describe('isHeldTenth', () => {
  it('holds about a tenth, always the same', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `fer${String(index).padStart(7, '0')}.png`);
    const held = names.filter(isHeldTenth);
    expect(held.length / names.length).toBeGreaterThan(0.09);
    expect(held.length / names.length).toBeLessThan(0.11);
    expect(names.filter(isHeldTenth)).toEqual(held);
  });
});

describe('groupFolds', () => {
  it('never has a group on both sides', () => {
    fc.assert(fc.property(fc.array(fc.string({ maxLength: 3 }), { minLength: 1 }), fc.integer({ min: 2, max: 10 }), (groups, count) => {
      const folds = groupFolds(groups, count);
      for (let fold = 0; fold < count; fold += 1) {
        const inside = new Set(groups.filter((_, item) => folds[item] === fold));
        const outside = groups.filter((_, item) => folds[item] !== fold);
        expect(outside.some((group) => inside.has(group))).toBe(false);
      }
      expect(folds.every((fold) => fold >= 0 && fold < count)).toBe(true);
    }));
  });

  it('uses every fold, and leaves a group where it is when others come', () => {
    const groups = Array.from({ length: 500 }, (_, index) => `person ${index}`);
    const folds = groupFolds(groups, 5);
    expect(new Set(folds).size).toBe(5);
    expect([...groupFolds([...groups, 'somebody new'], 5)].slice(0, -1)).toEqual([...folds]);
  });

  it('wants at least two folds', () => {
    expect(() => groupFolds(['a'], 1)).toThrow('Expected at least 2 folds as a whole number, but got 1.');
  });
});
