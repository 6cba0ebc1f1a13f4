import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_TREND, updateTrend } from '../../../../src/core/affect/trend.ts';

describe('trend', () => {
  it('finds the slope of a straight line, ten hours into a session too', () => {
    for (const start of [0, 36_000]) {
      let trend = NO_TREND;
      for (let t = 0; t <= 20; t += 0.1) trend = updateTrend(trend, start + t, -0.5 + 0.05 * t, 1);
      expect(trend.slope).toBeCloseTo(0.05, 3);
      expect(trend.direction).toBe('rising');
    }
  });

  it('is steady on a level', () => {
    let trend = NO_TREND;
    for (let t = 0; t <= 20; t += 0.1) trend = updateTrend(trend, t, 0.3, 1);
    expect(trend.direction).toBe('steady');
  });

  it('stays finite whatever the times and weights', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.double({ min: 0, max: 1e5, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))), (samples) => {
      const trend = samples.reduce((each, [at, value, weight]) => updateTrend(each, at, value, weight), NO_TREND);
      expect(Number.isFinite(trend.slope)).toBe(true);
    }));
  });
});
