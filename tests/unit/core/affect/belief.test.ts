import fc from 'fast-check';
import { belief, certainty, fuseBeliefs, UNKNOWN, UNKNOWN_VARIANCE } from 'attune';
import { describe, expect, it } from 'vitest';
import { ageBelief } from '../../../../src/core/affect/belief.ts';

const anyBelief = fc.record({ mean: fc.double({ min: -1, max: 1, noNaN: true }), variance: fc.double({ min: 1e-4, max: UNKNOWN_VARIANCE, noNaN: true }) });

describe('belief', () => {
  it('never becomes less certain by adding independent evidence', () => {
    fc.assert(fc.property(anyBelief, anyBelief, (a, b) => fuseBeliefs(a, b).variance <= Math.min(a.variance, b.variance)));
  });

  it('does not care about the order of evidence', () => {
    fc.assert(fc.property(anyBelief, anyBelief, (a, b) => {
      expect(fuseBeliefs(a, b).mean).toBeCloseTo(fuseBeliefs(b, a).mean, 10);
    }));
  });

  it('lies between the beliefs it came from', () => {
    fc.assert(fc.property(anyBelief, anyBelief, (a, b) => {
      const { mean } = fuseBeliefs(a, b);
      expect(mean).toBeGreaterThanOrEqual(Math.min(a.mean, b.mean) - 1e-9);
      expect(mean).toBeLessThanOrEqual(Math.max(a.mean, b.mean) + 1e-9);
    }));
  });

  it('only ever loses certainty with age, down to knowing nothing', () => {
    fc.assert(fc.property(anyBelief, fc.double({ min: 0, max: 1e6, noNaN: true }), (a, age) => {
      const aged = ageBelief(a, age, 0.1);
      expect(aged.variance).toBeGreaterThanOrEqual(a.variance);
      expect(aged.variance).toBeLessThanOrEqual(UNKNOWN_VARIANCE);
    }));
  });

  it('swallows what is not a number', () => {
    expect(belief(Number.NaN, Number.NaN)).toEqual({ mean: 0, variance: 1e-4 });
    expect(belief(5, Number.POSITIVE_INFINITY)).toEqual({ mean: 1, variance: UNKNOWN_VARIANCE });
    expect(certainty(UNKNOWN)).toBe(0);
  });
});
