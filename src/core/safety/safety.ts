import { type Crisis, isCrisis, type Risk } from '../signals/risk.ts';
import type { Seconds, SessionTime } from '../units.ts';
import type { SafetyAct } from './lines.ts';

/** What the agent keeps in mind for the player's safety. It ends with the session. */
export interface Safety {
  /** The crisis that the player spoke of last, and how many messages without danger came since; null for none, or when somebody took over. */
  readonly crisis: { readonly kind: Crisis; readonly since: SessionTime; readonly followed: number } | null;
  /** When the player last said what may have been a crisis; null for never. */
  readonly wary: SessionTime | null;
  /** When the agent last asked whether the player is safe; null for never. */
  readonly asked: SessionTime | null;
  /** When the player was last told that the agent is an AI; null for not yet. */
  readonly disclosed: SessionTime | null;
  /** When the player came, or was last reminded of a break. */
  readonly rested: SessionTime;
  /** Whether the player said to be a minor, and was answered. */
  readonly minor: boolean;
}

/** That it is an AI is told again after this long, as laws for companions ask (New York, California). */
const BETWEEN_DISCLOSURES: Seconds = 3 * 3600;

const BETWEEN_BREAKS: Seconds = 3600;

/** Who was asked whether they are safe is not asked again so soon. */
const BETWEEN_QUESTIONS: Seconds = 300;
/** So long after what may have been a crisis the agent stays quiet and close. */
const WARY: Seconds = 60;

export function newSafety(at: SessionTime): Safety {
  return { crisis: null, wary: null, asked: null, disclosed: null, rested: at, minor: false };
}

/** A crisis is remembered, so that what follows is answered in its light. @param risk of a message; null for one without any */
export function heedRisk(safety: Safety, risk: Risk | null, at: SessionTime): Safety {
  if (isCrisis(risk)) return { ...safety, crisis: { kind: risk, since: safety.crisis?.since ?? at, followed: 0 } };
  const crisis = safety.crisis && { ...safety.crisis, followed: safety.crisis.followed + 1 };
  return { ...safety, crisis, wary: risk === 'unsure' ? at : safety.wary };
}

/**
 * Whether the agent leads back to people who can help: at the next message, three later, and then at every sixth. Between,
 * it listens: whoever hears numbers again and again stops talking.
 */
export function leadsBack({ crisis }: Safety): boolean {
  return crisis !== null && (crisis.followed === 1 || crisis.followed % 6 === 4);
}

/** Whether the agent may ask if the player is safe. */
export function mayAsk({ asked }: Safety, at: SessionTime): boolean {
  return asked === null || at - asked >= BETWEEN_QUESTIONS;
}

/** Whether this is no moment for a joke, or for mirroring. */
export function isGrave({ crisis, wary }: Safety, at: SessionTime): boolean {
  return crisis !== null || (wary !== null && at - wary < WARY);
}

/** Which reminder is due; null for none. */
export function reminderDue({ crisis, disclosed, rested }: Safety, at: SessionTime): 'remind-ai' | 'suggest-break' | null {
  if (crisis) return null;
  if (disclosed !== null && at - disclosed >= BETWEEN_DISCLOSURES) return 'remind-ai';
  // To be told again what the agent is comes with a break of its own.
  const both = disclosed !== null && at - disclosed >= BETWEEN_DISCLOSURES - BETWEEN_BREAKS / 4;
  return at - rested >= BETWEEN_BREAKS && !both ? 'suggest-break' : null;
}

/** Acts that say that the agent is an AI. */
const DISCLOSES: ReadonlySet<string> = new Set<SafetyAct | 'explain-self'>(['explain-self', 'crisis-self-harm', 'crisis-abuse', 'crisis-medical', 'crisis-other-in-danger', 'meet-minor', 'decline-therapy', 'remind-ai']);

/** Whether an utterance must begin by saying what the agent is. */
export function mustIntroduce({ disclosed }: Safety, act: string): boolean {
  return disclosed === null && !DISCLOSES.has(act);
}

/** What was said is remembered: the first utterance always says what the agent is. */
export function noteSaid(safety: Safety, act: string, at: SessionTime): Safety {
  const disclosed = safety.disclosed === null || DISCLOSES.has(act) ? at : safety.disclosed;
  return { ...safety, disclosed, asked: act === 'ask-safety' ? at : safety.asked, rested: act === 'remind-ai' || act === 'suggest-break' ? at : safety.rested, minor: safety.minor || act === 'meet-minor' };
}
