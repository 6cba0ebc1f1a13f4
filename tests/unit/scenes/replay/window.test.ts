import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstFrom, holding, panned, timeMarks, within, zoomed } from '../../../../scenes/replay/timeline/window.ts';

const whole = { from: 0, to: 3600 };
const moment = fc.double({ min: 0, max: 3600, noNaN: true });
const shown = fc.tuple(moment, fc.double({ min: 0.5, max: 3600, noNaN: true })).map(([from, length]) => within({ from, to: from + length }, whole));
const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6 * Math.max(1, Math.abs(a));

describe('window', () => {
  it('stays within the session however it is moved and zoomed', () => {
    fc.assert(fc.property(shown, fc.double({ min: -1e5, max: 1e5, noNaN: true }), fc.double({ min: 0.01, max: 100, noNaN: true }), moment, (window, by, factor, around) => {
      for (const { from, to } of [panned(window, by, whole), zoomed(window, factor, around, whole), holding(window, around, whole)]) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(3600 + 1e-9);
        expect(to - from).toBeGreaterThanOrEqual(0.5 - 1e-6);
      }
    }));
  });

  it('keeps its length when it is moved', () => {
    fc.assert(fc.property(shown, fc.double({ min: -5000, max: 5000, noNaN: true }), (window, by) => {
      const { from, to } = panned(window, by, whole);
      expect(near(to - from, window.to - window.from)).toBe(true);
    }));
  });

  it('zooms around the moment under the pointer, and back', () => {
    const window = { from: 1000, to: 1100 };
    const closer = zoomed(window, 0.5, 1025, whole);
    expect((1025 - closer.from) / (closer.to - closer.from)).toBeCloseTo(0.25);
    const back = zoomed(closer, 2, 1025, whole);
    expect(back.from).toBeCloseTo(1000);
    expect(back.to).toBeCloseTo(1100);
  });

  it('is moved only when the cursor would be out of sight', () => {
    expect(holding({ from: 10, to: 20 }, 15, whole)).toEqual({ from: 10, to: 20 });
    const moved = holding({ from: 10, to: 20 }, 100, whole);
    expect(moved).toEqual({ from: 95, to: 105 });
  });

  it('shows a session that is shorter than what can be shown', () => {
    expect(within({ from: 0, to: 10 }, { from: 0, to: 3 })).toEqual({ from: 0, to: 3 });
  });
});

describe('firstFrom', () => {
  it('finds the first time that is not before a moment', () => {
    fc.assert(fc.property(fc.array(moment, { maxLength: 200 }), moment, (times, at) => {
      const sorted = times.toSorted((a, b) => a - b);
      const index = firstFrom(sorted, at);
      expect(sorted.slice(0, index).every((time) => time < at)).toBe(true);
      expect(sorted.slice(index).every((time) => time >= at)).toBe(true);
    }));
  });
});

describe('timeMarks', () => {
  it('marks round times within the window, not too many', () => {
    fc.assert(fc.property(shown, (window) => {
      const marks = timeMarks(window, 10);
      expect(marks.length).toBeLessThanOrEqual(11);
      for (const mark of marks) expect(mark >= window.from - 1e-6 && mark <= window.to + 1e-6).toBe(true);
    }));
    expect(timeMarks({ from: 59, to: 301 }, 5)).toEqual([60, 120, 180, 240, 300]);
  });
});
