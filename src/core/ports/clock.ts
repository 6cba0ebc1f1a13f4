import type { Seconds, SessionTime } from '../units.ts';

/** The session's only source of time. */
export interface Clock {
  /** Seconds since the session began; never goes back. */
  now(): SessionTime;
  /** Calls `action` about every `period`; returns how to stop it. */
  every(period: Seconds, action: () => void): () => void;
}
