import fc from 'fast-check';
import { agreementOf } from 'attune/collect';
import { describe, expect, it } from 'vitest';

/** Rows of raters as they are printed, a point for what is missing, turned into units. */
function unitsOf(...raters: readonly string[]): (number | null)[][] {
  const rows = raters.map((row) => row.split(' '));
  return rows[0]!.map((_, unit) => rows.map((row) => (row[unit] === '.' ? null : Number(row[unit]))));
}

// The worked examples of K. Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", with the alphas that it gives.
const BINARY = unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
const TWO_RATERS = unitsOf('1 1 2 2 4 3 3 3 5 4 4 1', '2 1 2 2 2 3 3 3 5 4 4 4');
const FOUR_RATERS = unitsOf('1 2 3 3 2 1 4 1 2 . . .', '1 2 3 3 2 2 4 1 2 5 . 3', '. 3 3 3 2 3 4 2 2 5 1 .', '1 2 3 3 2 4 4 1 2 5 1 .');

describe('agreement between raters', () => {
  it('is what the published examples give', () => {
    expect(agreementOf(BINARY, 'nominal').alpha).toBeCloseTo(0.095, 3);
    expect(agreementOf(TWO_RATERS, 'nominal').alpha).toBeCloseTo(0.692, 3);
    expect(agreementOf(FOUR_RATERS, 'nominal').alpha).toBeCloseTo(0.743, 3);
    expect(agreementOf(FOUR_RATERS, 'interval').alpha).toBeCloseTo(0.849, 3);
    // The last unit has one value only, which can be paired with none.
    expect(agreementOf(FOUR_RATERS, 'nominal').units).toBe(11);
  });

  it('has an interval around it, the same for the same seed', () => {
    const { alpha, interval } = agreementOf(FOUR_RATERS, 'nominal', { seed: 5 });
    expect(interval![0]).toBeLessThan(alpha!);
    expect(interval![1]).toBeGreaterThanOrEqual(alpha!);
    expect(interval![1]).toBeLessThanOrEqual(1);
    expect(agreementOf(FOUR_RATERS, 'nominal', { seed: 5 }).interval).toEqual(interval);
  });

  it('is never above 1, and 1 where all say the same', () => {
    const unit = fc.array(fc.option(fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 4 });
    fc.assert(fc.property(fc.array(unit, { maxLength: 12 }), fc.constantFrom('nominal' as const, 'interval' as const), (units, level) => {
      const { alpha } = agreementOf(units, level, { rounds: 1 });
      if (alpha !== null) expect(alpha).toBeLessThanOrEqual(1 + 1e-12);
      const same = units.map((values, at) => values.map(() => at));
      const perfect = agreementOf(same, level, { rounds: 1 }).alpha;
      if (perfect !== null) expect(perfect).toBeCloseTo(1, 12);
    }));
  });

  it('is unknown where nothing differs or nothing can be compared', () => {
    expect(agreementOf([[1, 1], [1, 1]], 'nominal')).toEqual({ alpha: null, interval: null, units: 2 });
    expect(agreementOf([[1, null], [2]], 'interval')).toEqual({ alpha: null, interval: null, units: 0 });
  });
});
