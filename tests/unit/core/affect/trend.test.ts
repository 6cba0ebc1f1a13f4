import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { belief, UNKNOWN } from 'attune';
import { NO_TREND, type Trend, updateTrend } from '../../../../src/core/affect/trend.ts';

const follow = (valence: (t: number) => number, seconds: number, step = 0.1, variance = 0.01): Trend => {
  let trend = NO_TREND;
  for (let t = 0; t < seconds; t += step) trend = updateTrend(trend, belief(valence(t), variance), step);
  return trend;
};

describe('trend', () => {
  it('finds the slope of a straight line over each span, and is surer of longer ones', () => {
    const { short, middle, long, direction } = follow((t) => -0.8 + 0.02 * t, 60);
    for (const slope of [short, middle, long]) expect(slope?.perSecond).toBeCloseTo(0.02, 2);
    expect(short!.deviation).toBeGreaterThan(middle!.deviation);
    expect(middle!.deviation).toBeGreaterThan(long!.deviation);
    expect(direction).toBe('rising');
  });

  it('is steady on a level, also a noisy one, and tells how much it goes up and down', () => {
    const quiet = follow(() => 0.3, 40);
    const restless = follow((t) => 0.3 + 0.4 * Math.sin(3 * t), 40);
    expect(quiet.direction).toBe('steady');
    expect(restless.direction).toBe('steady');
    expect(quiet.volatility).toBeLessThan(0.01);
    expect(restless.volatility).toBeCloseTo(0.4 / Math.SQRT2, 1);
  });

  it('counts time, not samples', () => {
    const [often, seldom] = [1 / 60, 0.2].map((step) => follow((t) => (t < 20 ? 0 : 0.03 * (t - 20)), 40, step));
    expect(often!.middle!.perSecond).toBeCloseTo(seldom!.middle!.perSecond, 3);
    expect(often!.middle!.deviation).toBeCloseTo(seldom!.middle!.deviation, 3);
  });

  it('knows nothing where nothing is known, and doubts what is doubtful', () => {
    expect(updateTrend(NO_TREND, UNKNOWN, 20)).toMatchObject({ short: null, middle: null, long: null, direction: 'steady' });
    const line = (t: number): number => 0.015 * t;
    expect(follow(line, 20, 0.1, 0.25).middle!.deviation).toBeGreaterThan(2 * follow(line, 20, 0.1, 0.01).middle!.deviation);
  });

  it('stays finite whatever the times and beliefs', () => {
    const sample = fc.tuple(fc.double({ min: -10, max: 1e5, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(fc.property(fc.array(sample), (samples) => {
      const { short, middle, long, volatility } = samples.reduce((trend, [elapsed, mean, variance]) => updateTrend(trend, belief(mean, variance), elapsed), NO_TREND);
      for (const slope of [short, middle, long]) if (slope) expect(Number.isFinite(slope.perSecond + slope.deviation)).toBe(true);
      expect(Number.isFinite(volatility)).toBe(true);
    }));
  });
});
