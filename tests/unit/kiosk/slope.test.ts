import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slopeOf } from '../../../scripts/kiosk/slope.ts';

describe('the slope by which growth is told', () => {
  it('is that of a line through points on it, without an error', () => {
    fc.assert(fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }), fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 20 }), (rise, base, xs) => {
      const { slope, error } = slopeOf(xs.map((x) => [x, base + rise * x] as const));
      expect(slope).toBeCloseTo(rise, 6);
      expect(error).toBeCloseTo(0, 5);
    }));
  });

  it('is not known from two points', () => {
    expect(slopeOf([[0, 1], [1, 2]]).slope).toBeNaN();
  });
});
