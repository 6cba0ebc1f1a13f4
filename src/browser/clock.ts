import type { Clock } from '../core/index.ts';

/**
 * The session clock of a browser: seconds since this call, from `performance.now()`.
 *
 * Workers and media report times on the page's monotonic clock in milliseconds; {@link toSession}
 * brings them onto this one.
 */
export interface BrowserClock extends Clock {
  /** Converts a `performance.now()` style time of this page (milliseconds) to session time. */
  toSession(milliseconds: number): number;
}

/** Starts a session clock at zero. */
export function createBrowserClock(): BrowserClock {
  const origin = performance.now();
  const toSession = (milliseconds: number): number => (milliseconds - origin) / 1000;
  return {
    now: () => toSession(performance.now()),
    every(period, action) {
      const timer = setInterval(action, period * 1000);
      return () => clearInterval(timer);
    },
    toSession,
  };
}
