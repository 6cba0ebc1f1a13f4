import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeMarks } from '../../../../scenes/monitor/chart/time-marks.ts';
import { createTimeWindow } from '../../../../scenes/monitor/chart/time-window.ts';

const DAY = 24 * 3_600_000;
const WHOLE = { from: Date.UTC(2025, 0, 1), to: Date.UTC(2026, 0, 1) };

describe('the time that is shown', () => {
  it('stays within what there is, whatever is done to it', () => {
    const move = fc.oneof(
      fc.record({ kind: fc.constant('zoom' as const), by: fc.double({ min: 0.01, max: 50, noNaN: true }), at: fc.integer({ min: WHOLE.from, max: WHOLE.to }) }),
      fc.record({ kind: fc.constant('pan' as const), by: fc.double({ min: -400 * DAY, max: 400 * DAY, noNaN: true }), at: fc.constant(0) }),
    );
    fc.assert(fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      const time = createTimeWindow();
      time.grow(WHOLE);
      for (const { kind, by, at } of moves) {
        if (kind === 'zoom') time.zoom(by, at);
        else time.pan(by);
        const { from, to } = time.view.getState().window;
        expect(from >= WHOLE.from - 1 && to <= WHOLE.to + 1 && to - from >= 30 * 60_000 - 1).toBe(true);
      }
    }));
  });

  it('keeps the moment under the pointer where it is', () => {
    const time = createTimeWindow();
    time.grow(WHOLE);
    const about = WHOLE.from + 200 * DAY;
    const share = (): number => (about - time.view.getState().window.from) / (time.view.getState().window.to - time.view.getState().window.from);
    const before = share();
    time.zoom(0.1, about);
    expect(share()).toBeCloseTo(before, 6);
  });

  it('follows the end as it grows, unless one looks elsewhere', () => {
    const time = createTimeWindow();
    time.grow(WHOLE);
    time.show({ from: WHOLE.to - DAY, to: WHOLE.to });
    time.grow({ ...WHOLE, to: WHOLE.to + DAY });
    expect(time.view.getState().window).toEqual({ from: WHOLE.to, to: WHOLE.to + DAY });
    time.show({ from: WHOLE.from, to: WHOLE.from + DAY });
    time.grow({ ...WHOLE, to: WHOLE.to + 2 * DAY });
    expect(time.view.getState().window).toEqual({ from: WHOLE.from, to: WHOLE.from + DAY });
  });
});

describe('marks of time', () => {
  it('lie inside, in order, and are no more than fit', () => {
    fc.assert(fc.property(fc.integer({ min: 30, max: 366 * 1440 }), fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 3, max: 16 }), (minutes, shift, most) => {
      const window = { from: WHOLE.from + shift * 60_000, to: WHOLE.from + (shift + minutes) * 60_000 };
      const marks = timeMarks(window, most, 'en');
      expect(marks.length).toBeLessThanOrEqual(most + 2);
      marks.forEach(({ at }, i) => expect(at >= window.from && at <= window.to && (i === 0 || at > marks[i - 1]!.at)).toBe(true));
    }));
  });

  it('are written as long as they need to be', () => {
    expect(timeMarks({ from: WHOLE.from, to: WHOLE.from + DAY }, 5, 'en').map(({ label }) => label)).toEqual(['Jan 1', '06:00', '12:00', '18:00', 'Jan 2']);
    expect(timeMarks(WHOLE, 5, 'en').map(({ label }) => label)).toEqual(['Jan 2025', 'Apr', 'Jul', 'Oct', 'Jan 2026']);
  });
});
