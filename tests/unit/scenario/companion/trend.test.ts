import fc from 'fast-check';
import { random } from 'attune';
import { courseOf, daysOf } from 'attune/scenario';
import { describe, expect, it } from 'vitest';

/** Standard normal numbers by a seed. */
function normals(seed: number): () => number {
  let next = seed;
  const lot = (): number => {
    const [value, after] = random(next);
    next = after;
    return value;
  };
  return () => Math.sqrt(-2 * Math.log(1 - lot())) * Math.cos(2 * Math.PI * lot());
}

/** Weeks of a mood that changes by `slope` a day, with days alike by `alike` and some missing. */
function weeks(seed: number, days: number, slope: number, alike: number): (number | null)[] {
  const normal = normals(seed);
  let rest = normal();
  return Array.from({ length: days }, (_, day) => {
    rest = alike * rest + Math.sqrt(1 - alike ** 2) * normal();
    return Math.abs(normal()) > 1.3 ? null : slope * day + 0.25 * rest;
  });
}

describe('a course over weeks', () => {
  it('finds the slope of a straight line exactly, with gaps', () => {
    fc.assert(fc.property(fc.double({ min: -0.05, max: 0.05, noNaN: true }), fc.uniqueArray(fc.integer({ min: 0, max: 41 }), { minLength: 0, maxLength: 30 }), (slope, missing) => {
      const { perWeek, days } = courseOf(Array.from({ length: 42 }, (_, day) => (missing.includes(day) ? null : slope * day)));
      expect(days).toBe(42 - missing.length);
      expect(perWeek!.middle).toBeCloseTo(7 * slope, 9);
    }));
  });

  it('says nothing of less than a week\'s worth of days', () => {
    expect(courseOf([0.1, null, 0.2, 0.3, null, 0.4, 0.5, 0.6])).toEqual({ direction: 'too-few', perWeek: null, days: 6 });
    expect(courseOf([])).toEqual({ direction: 'too-few', perWeek: null, days: 0 });
  });

  it.each([[0, 0.4], [0.012, 0], [-0.012, 0.4]])('holds the true slope in at least nine of ten intervals (%d a day, days alike by %d)', (slope, alike) => {
    const runs = 300;
    let held = 0;
    for (let seed = 1; seed <= runs; seed += 1) {
      const { low, high } = courseOf(weeks(7919 * seed, 42, slope, alike)).perWeek!;
      if (low <= 7 * slope && 7 * slope <= high) held += 1;
    }
    expect(held / runs).toBeGreaterThanOrEqual(0.9);
  });

  it('calls a clear change by its name, a standstill unclear, and is not turned by two strange days', () => {
    expect(courseOf(weeks(5, 42, 0.02, 0)).direction).toBe('rising');
    expect(courseOf(weeks(5, 42, -0.02, 0)).direction).toBe('falling');
    expect(courseOf(Array.from({ length: 28 }, () => 0.2)).direction).toBe('unclear');
    const strange = Array.from({ length: 28 }, (_, day) => (day > 25 ? -1 : 0.01 * day));
    expect(courseOf(strange).perWeek!.middle).toBeGreaterThan(0.04);
  });
});

describe('days', () => {
  it('averages what was said on one day, leaves the others empty, and ends today', () => {
    const at = (day: number, hour: number): string => new Date(2026, 2, day, hour).toISOString();
    const days = daysOf([{ at: at(9, 8), valence: 0.4, arousal: 0 }, { at: at(9, 23), valence: 0, arousal: 0.2 }, { at: at(1, 8), valence: -1, arousal: 0 }], new Date(2026, 2, 11, 0, 5), 4);
    expect(days).toEqual([
      { day: '2026-03-08', valence: null, arousal: null }, { day: '2026-03-09', valence: 0.2, arousal: 0.1 },
      { day: '2026-03-10', valence: null, arousal: null }, { day: '2026-03-11', valence: null, arousal: null },
    ]);
  });
});
