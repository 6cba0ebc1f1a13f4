import fc from 'fast-check';
import { belief, certainty, fuseBeliefs, measured, UNKNOWN, UNKNOWN_VARIANCE } from 'attune';
import { describe, expect, it } from 'vitest';
import { ageBelief, blendBeliefs, weaken } from '../../../../src/core/affect/belief.ts';

const anyBelief = fc.record({ mean: fc.double({ min: -1, max: 1, noNaN: true }), variance: fc.double({ min: 1e-4, max: UNKNOWN_VARIANCE, noNaN: true }) });

describe('belief', () => {
  it('never becomes less certain by adding independent evidence', () => {
    fc.assert(fc.property(anyBelief, anyBelief, (a, b) => fuseBeliefs(a, b).variance <= Math.min(a.variance, b.variance) + 1e-12));
  });

  it('does not care about the order of evidence', () => {
    fc.assert(fc.property(anyBelief, anyBelief, (a, b) => {
      expect(fuseBeliefs(a, b).mean).toBeCloseTo(fuseBeliefs(b, a).mean, 10);
    }));
  });

  it('learns nothing from a belief that knows nothing, whatever its mean', () => {
    fc.assert(fc.property(anyBelief, fc.double({ min: -1, max: 1, noNaN: true }), (a, mean) => {
      const fused = fuseBeliefs(a, belief(mean, 1));
      expect(fused.mean).toBeCloseTo(a.variance < UNKNOWN_VARIANCE ? a.mean : 0, 9);
      expect(fused.variance).toBeCloseTo(a.variance, 9);
    }));
  });

  it('counts what is known beforehand once: two measurements come to their weighted mean, drawn a little to the middle', () => {
    const { mean, variance } = fuseBeliefs(measured(0.6, 0.1), measured(0.2, 0.1));
    expect(1 / variance).toBeCloseTo(3 + 10 + 10, 9);
    expect(mean).toBeCloseTo((6 + 2) / 23, 9);
  });

  it('is weakened into knowing nothing, and blended without gaining', () => {
    fc.assert(fc.property(anyBelief, anyBelief, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
      expect(weaken(a, share).variance).toBeGreaterThanOrEqual(a.variance - 1e-12);
      expect(certainty(weaken(a, 0))).toBe(0);
      expect(blendBeliefs(a, b, share).variance).toBeGreaterThanOrEqual(Math.min(a.variance, b.variance) - 1e-12);
    }));
  });

  it('only ever loses certainty with age, down to knowing nothing, and in as many steps as it may', () => {
    fc.assert(fc.property(anyBelief, fc.double({ min: 0, max: 1e6, noNaN: true }), (a, age) => {
      const aged = ageBelief(a, age, 5);
      expect(aged.variance).toBeGreaterThanOrEqual(a.variance - 1e-12);
      expect(aged.variance).toBeLessThanOrEqual(UNKNOWN_VARIANCE);
      expect(Math.abs(aged.mean)).toBeLessThanOrEqual(Math.abs(a.mean));
      const steps = ageBelief(ageBelief(a, age / 3, 5), (2 * age) / 3, 5);
      const once = ageBelief(a, age, 5);
      expect(steps.mean).toBeCloseTo(once.mean, 9);
      expect(steps.variance).toBeCloseTo(once.variance, 9);
    }));
  });

  it('swallows what is not a number', () => {
    expect(belief(Number.NaN, 0.1)).toEqual(UNKNOWN);
    expect(belief(0.5, Number.NaN)).toEqual(UNKNOWN);
    expect(measured(0.5, Infinity)).toEqual(UNKNOWN);
    expect(measured(Number.NaN, 0)).toEqual(UNKNOWN);
    expect(belief(5, Number.POSITIVE_INFINITY)).toEqual({ mean: 1, variance: UNKNOWN_VARIANCE });
    expect(certainty(UNKNOWN)).toBe(0);
  });
});
