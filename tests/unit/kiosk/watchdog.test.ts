import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feelPulse, FIRST_PULSE, recentReloads, reloadIn, STANDSTILL, standsStill } from '../../../src/kiosk/index.ts';

describe('the watchdog', () => {
  it('notices pictures that stand still, while they are due', () => {
    const drawn = feelPulse(FIRST_PULSE, 5, true, 10);
    expect(standsStill(feelPulse(drawn, 5, true, 10 + STANDSTILL - 1), 10 + STANDSTILL - 1)).toBe(false);
    expect(standsStill(feelPulse(drawn, 5, true, 10 + STANDSTILL), 10 + STANDSTILL)).toBe(true);
    expect(standsStill(feelPulse(drawn, 6, true, 10 + STANDSTILL), 10 + STANDSTILL)).toBe(false);
    expect(standsStill(feelPulse(drawn, 5, false, 10 + STANDSTILL), 10 + STANDSTILL)).toBe(false);
  });

  it('loads the page again at once, then less and less often', () => {
    let now = 1000;
    let reloads: readonly number[] = [];
    const waits: number[] = [];
    for (let time = 0; time < 6; time += 1) {
      const wait = reloadIn(reloads, now);
      waits.push(wait);
      now += wait;
      reloads = [...recentReloads(reloads, now), now];
      now += 1;
    }
    expect(waits).toEqual([0, 29, 119, 599, 1799, 1799]);
    expect(reloadIn(reloads, now + 3600)).toBe(0);
  });

  it('never waits for longer than half an hour, also when the clock was changed', () => {
    fc.assert(fc.property(fc.array(fc.nat(1e9)), fc.nat(1e9), (reloads, now) => {
      const wait = reloadIn(reloads.toSorted((a, b) => a - b), now);
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(1800);
    }));
  });
});
