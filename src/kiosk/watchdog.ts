import type { Seconds } from '../core/index.ts';

/** How a page's heartbeat is judged. */
export interface Pulse {
  /** Pictures that were drawn since the page began. */
  readonly pictures: number;
  /** When the number last grew, or none were due. */
  readonly aliveAt: Seconds;
}

/** The pulse of a page that has just begun. */
export const FIRST_PULSE: Pulse = { pictures: 0, aliveAt: 0 };

/** Without a picture for so long it stands still. A slow machine that loads a model draws none for some seconds. */
export const STANDSTILL: Seconds = 30;

/**
 * Takes in how many pictures a page has drawn by now, in seconds of a clock that never goes back.
 *
 * @param due whether pictures should be drawn now: the page is shown, and something moves on it
 * @example
 * import { feelPulse, FIRST_PULSE, standsStill } from 'attune/kiosk';
 *
 * const pulse = feelPulse(FIRST_PULSE, 120, true, 4);
 * standsStill(feelPulse(pulse, 120, true, 20), 20); // false: no picture for 16 s
 * standsStill(feelPulse(pulse, 120, true, 34), 34); // true: none for 30 s, so the page should be loaded again
 */
export function feelPulse(before: Pulse, pictures: number, due: boolean, now: Seconds): Pulse {
  return pictures !== before.pictures || !due ? { pictures, aliveAt: now } : before;
}

/** Whether a page has drawn nothing for {@link STANDSTILL}, though it should have. */
export const standsStill = (pulse: Pulse, now: Seconds): boolean => now - pulse.aliveAt >= STANDSTILL;

/** How long is waited before the page is loaded again, after so many times in a row. */
const BACK_OFF: readonly Seconds[] = [0, 30, 120, 600, 1800];
/** A page that ran for so long was well. */
const WELL: Seconds = 3600;

/** The times, in seconds of the system's clock, at which the page was loaded again; kept over the reload. */
export type Reloads = readonly number[];

/** Those of the last hour: only they count. */
export const recentReloads = (reloads: Reloads, now: number): Reloads => reloads.filter((at) => at <= now && now - at < WELL).slice(-BACK_OFF.length);

/** In how many seconds the page may be loaded again; 0 is now. Each time in a row waits longer, so that a broken page does not flash. */
export function reloadIn(reloads: Reloads, now: number): Seconds {
  const recent = recentReloads(reloads, now);
  const pause = BACK_OFF[Math.min(recent.length, BACK_OFF.length - 1)] ?? 0;
  return Math.max(0, (recent.at(-1) ?? now - pause) + pause - now);
}
