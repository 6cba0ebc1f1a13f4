import type { Seconds, SessionTime, Unit } from '../units.ts';

/** What a listener's next sign depends on. */
export interface Listening {
  /** When the agent last gave a sign, and last a sound. */
  readonly lastSign: SessionTime;
  readonly lastSound: SessionTime;
  /** When the player's pitch was last found low for long enough; null when that was answered, or never was. */
  readonly low: SessionTime | null;
}

/** A listener's small sign. */
export interface Sign {
  /** How far the head nods. */
  readonly nod: Unit;
  /** Whether it hums, too. */
  readonly hum: boolean;
}

/** What is known of the moment. */
export interface Moment {
  readonly at: SessionTime;
  /** How long the player has been speaking. */
  readonly spoken: Seconds;
  /** Nothing of the agent sounds or is about to. */
  readonly free: boolean;
  /** Something calls for care: the agent is there, and little else. */
  readonly careful: boolean;
}

/**
 * Ward & Tsukahara (2000) found that English speakers are answered 0.7 s after a region of low pitch that has lasted 0.11 s, once they
 * have spoken for 0.7 s, and not within 0.8 s of the last answer. Who detects the region looks after its length and the speech before.
 */
const AFTER_LOW: Seconds = 0.7;
const BETWEEN_SIGNS: Seconds = 0.8;
/** A low pitch that lies farther back is no reason any more. */
const LOW_COUNTS: Seconds = 1.5;
/** Where something calls for care, signs are few and slow. */
const BETWEEN_CAREFUL_SIGNS: Seconds = 4;
const BETWEEN_HUMS: Seconds = 7;
/** Speech that is shorter may be no speech. */
const SHORTEST: Seconds = 0.3;
/** A pause that is waited for this long or less is probably the end of the turn; from the other on, the player probably goes on. */
const PROBABLY_OVER: Seconds = 0.6;
const PROBABLY_GOES_ON: Seconds = 0.7;

export function newListening(at: SessionTime): Listening {
  return { lastSign: at, lastSound: at, low: null };
}

/** The sign at a pause that is waited for so long before the turn is taken for over; null for none. */
export function signAtPause(listening: Listening, moment: Moment, patience: Seconds): Sign | null {
  const { at, spoken, free, careful } = moment;
  if (!free || spoken < SHORTEST || !mayAnswer(listening, moment)) return null;
  const low = listening.low !== null && at - listening.low <= LOW_COUNTS;
  if (!low && patience > PROBABLY_OVER) return null;
  if (careful) return { nod: 0.25, hum: false };
  return { nod: low ? 0.45 : 0.3, hum: low && patience >= PROBABLY_GOES_ON && at - listening.lastSound >= BETWEEN_HUMS };
}

/** The sign that is due while the player goes on speaking; null for none. */
export function signMeanwhile(listening: Listening, moment: Moment): Sign | null {
  const due = listening.low !== null && moment.at - listening.low >= AFTER_LOW && moment.at - listening.low <= LOW_COUNTS;
  return due && moment.free && mayAnswer(listening, moment) ? { nod: moment.careful ? 0.25 : 0.4, hum: false } : null;
}

/** Remembers that a sign was given. */
export function noteSign(listening: Listening, sign: Sign, at: SessionTime): Listening {
  return { lastSign: at, lastSound: sign.hum ? at : listening.lastSound, low: null };
}

/** Whether the last sign is so recent that another nod would be one too many. */
export function hasJustNodded({ lastSign }: Listening, at: SessionTime): boolean {
  return at - lastSign < 1.2;
}

function mayAnswer({ lastSign }: Listening, { at, careful }: Moment): boolean {
  return at - lastSign >= (careful ? BETWEEN_CAREFUL_SIGNS : BETWEEN_SIGNS);
}
