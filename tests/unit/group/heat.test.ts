import { type HeatedTurn, heatOf } from 'attune/group';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const turns = (...angers: readonly number[]): HeatedTurn[] => angers.map((anger, i) => ({ who: i % 2 ? 'b' : 'a', at: i, anger }));
const some = fc.array(fc.record({ who: fc.constantFrom('a', 'b', 'c'), at: fc.nat(1000), anger: fc.double({ min: 0, max: 1, noNaN: true }) }), { maxLength: 20 }).map((list) => list.toSorted((x, y) => x.at - y.at));

describe('the heat of an exchange', () => {
  it('rises with anger from both, falls with calm turns and with time, and is unsure at first', () => {
    const nothing = heatOf([], 0);
    const both = heatOf(turns(0.9, 0.9, 0.9), 2);
    expect(both.mean).toBeGreaterThan(0.5);
    expect(both.mean).toBeGreaterThan(nothing.mean);
    expect(heatOf([...turns(0.9, 0.9, 0.9), { who: 'b', at: 3, anger: 0 }, { who: 'a', at: 4, anger: 0 }], 4).mean).toBeLessThan(0.4);
    expect(heatOf(turns(0.9, 0.9, 0.9), 600).mean).toBeLessThan(0.35);
    expect(heatOf(turns(0.05, 0.05, 0.05, 0.05, 0.05), 4).mean).toBeLessThan(nothing.mean);
    expect(nothing.high - nothing.low).toBeGreaterThan(0.5);
  });

  it('names its two sides, the angrier one first, and nobody who is calm', () => {
    expect(heatOf([{ who: 'c', at: 0, anger: 0.1 }, { who: 'a', at: 1, anger: 0.9 }, { who: 'b', at: 2, anger: 0.8 }, { who: 'a', at: 3, anger: 0.9 }], 3).sides).toEqual(['a', 'b']);
  });

  it('stays in its interval, whatever is said', () => {
    fc.assert(fc.property(some, fc.nat(2000), (said, later) => {
      const { mean, low, high, sides } = heatOf(said, (said.at(-1)?.at ?? 0) + later);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(mean);
      expect(mean).toBeLessThanOrEqual(high);
      expect(high).toBeLessThanOrEqual(1);
      expect(sides.length).toBeLessThanOrEqual(2);
    }));
  });
});
