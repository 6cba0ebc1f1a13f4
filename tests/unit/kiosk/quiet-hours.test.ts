import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuiet, type QuietHours, quietUntil, wallTime, WEEKDAYS } from '../../../src/kiosk/index.ts';

const nights: QuietHours[] = [{ days: [...WEEKDAYS], from: '18:00', to: '09:30' }];
const at = (iso: string, zone = 'Europe/Berlin') => wallTime(new Date(iso), zone);

describe('quiet hours', () => {
  it('hold over midnight and end in the morning', () => {
    expect(isQuiet(nights, at('2026-11-27T16:59:59Z'))).toBe(false);
    expect(isQuiet(nights, at('2026-11-27T17:00:00Z'))).toBe(true);
    expect(isQuiet(nights, at('2026-11-28T00:00:00Z'))).toBe(true);
    expect(isQuiet(nights, at('2026-11-28T08:29:00Z'))).toBe(true);
    expect(isQuiet(nights, at('2026-11-28T08:30:00Z'))).toBe(false);
  });

  it('that begin on a Friday hold on the Saturday morning, and not on the Friday morning', () => {
    const friday: QuietHours[] = [{ days: ['fri'], from: '22:00', to: '06:00' }];
    expect(isQuiet(friday, { day: 'fri', minute: 5 * 60 })).toBe(false);
    expect(isQuiet(friday, { day: 'fri', minute: 23 * 60 })).toBe(true);
    expect(isQuiet(friday, { day: 'sat', minute: 5 * 60 })).toBe(true);
    expect(isQuiet(friday, { day: 'sat', minute: 6 * 60 })).toBe(false);
  });

  it('go by the clock on the wall when summer time begins and ends', () => {
    // In Berlin the clocks went from 2:00 to 3:00 on 29 March 2026, and from 3:00 back to 2:00 on 25 October.
    expect(at('2026-03-29T00:59:00Z')).toEqual({ day: 'sun', minute: 119 });
    expect(at('2026-03-29T01:00:00Z')).toEqual({ day: 'sun', minute: 180 });
    expect(at('2026-10-25T01:30:00Z')).toEqual({ day: 'sun', minute: 150 });
    expect(isQuiet(nights, at('2026-03-29T07:29:00Z'))).toBe(true);
    expect(isQuiet(nights, at('2026-03-29T07:30:00Z'))).toBe(false);
    expect(isQuiet(nights, at('2026-10-25T08:29:00Z'))).toBe(true);
    expect(isQuiet(nights, at('2026-10-25T08:30:00Z'))).toBe(false);
    // What would begin in the hour that is left out begins after it.
    const early: QuietHours[] = [{ days: ['sun'], from: '02:30', to: '04:00' }];
    expect(isQuiet(early, at('2026-03-29T00:59:59Z'))).toBe(false);
    expect(isQuiet(early, at('2026-03-29T01:00:00Z'))).toBe(true);
  });

  it('of the same time hold a whole day', () => {
    const sunday: QuietHours[] = [{ days: ['sun'], from: '00:00', to: '00:00' }];
    for (const day of WEEKDAYS) expect(isQuiet(sunday, { day, minute: 700 })).toBe(day === 'sun');
    expect(quietUntil(sunday, { day: 'sun', minute: 700 })).toMatchObject({ day: 'mon', time: '00:00' });
  });

  it('tell when they end, those that follow each other included', () => {
    const weekend: QuietHours[] = [...nights, { days: ['sat', 'sun'], from: '09:00', to: '18:30' }];
    expect(quietUntil(nights, { day: 'fri', minute: 20 * 60 })).toMatchObject({ day: 'sat', time: '09:30' });
    expect(quietUntil(weekend, { day: 'fri', minute: 20 * 60 })).toMatchObject({ day: 'mon', time: '09:30' });
    expect(quietUntil(nights, { day: 'fri', minute: 12 * 60 })).toBeNull();
    expect(quietUntil([{ days: [...WEEKDAYS], from: '00:00', to: '00:00' }], { day: 'fri', minute: 0 })).toBeNull();
  });

  it('hold until just the time that they tell', () => {
    const time = fc.integer({ min: 0, max: 1439 }).map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
    const hours = fc.array(fc.record({ days: fc.subarray([...WEEKDAYS], { minLength: 1 }), from: time, to: time }), { maxLength: 3 });
    fc.assert(fc.property(hours, fc.constantFrom(...WEEKDAYS), fc.integer({ min: 0, max: 1439 }), (given, day, minute) => {
      const until = quietUntil(given, { day, minute });
      if (!until) return;
      expect(isQuiet(given, { day, minute })).toBe(true);
      expect(isQuiet(given, until)).toBe(false);
      const before = until.minute === 0 ? { day: WEEKDAYS[(WEEKDAYS.indexOf(until.day) + 6) % 7] ?? day, minute: 1439 } : { day: until.day, minute: until.minute - 1 };
      expect(isQuiet(given, before)).toBe(true);
    }));
  });
});
