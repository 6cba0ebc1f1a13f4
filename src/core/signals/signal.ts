import type { Seconds, SessionTime, Unit } from '../units.ts';

/**
 * The ways in which the player is perceived. `context` is what the host game reports, `report` what players say of themselves, `motion` how head and
 * hands move that a headset follows.
 */
export const SENSES = ['face', 'voice', 'text', 'context', 'report', 'motion'] as const;
/** One of {@link SENSES}. */
export type Sense = (typeof SENSES)[number];

/** What every observation carries, whichever sense made it. */
export interface SignalBase<K extends Sense> {
  readonly kind: K;
  /** When the moment was captured, not when it was understood. */
  readonly at: SessionTime;
  /** How long after capture the observation was ready. */
  readonly latency: Seconds;
  /** Which source made it, for instance `mediapipe`. */
  readonly source: string;
  /** How far the observation can be trusted; 0 means that it must be ignored. */
  readonly quality: Unit;
}
