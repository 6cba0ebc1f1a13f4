import type { Seconds } from '../core/index.ts';

/** How a page's heartbeat is judged. */
export interface Pulse {
  /** Pictures that were drawn since the page began. */
  readonly pictures: number;
  /** When the number last grew, or none were due. */
  readonly aliveAt: Seconds;
}

export const FIRST_PULSE: Pulse = { pictures: 0, aliveAt: 0 };

/** Without a picture for so long it stands still. A slow machine that loads a model draws none for some seconds. */
export const STANDSTILL: Seconds = 30;

/** @param due whether pictures should be drawn now: the page is shown, and something moves on it */
export function feelPulse(before: Pulse, pictures: number, due: boolean, now: Seconds): Pulse {
  return pictures !== before.pictures || !due ? { pictures, aliveAt: now } : before;
}

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
