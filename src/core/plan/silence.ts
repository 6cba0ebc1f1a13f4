import type { Need } from '../appraise/needs.ts';
import type { Seconds } from '../units.ts';
import { asksInARow, type Course } from './course.ts';
import type { Reason } from './reasons.ts';
import type { Situation } from './situation.ts';
import type { Choice } from './support.ts';

/** A character of middling initiative speaks up after so long a silence; each time that nobody answers, it waits this many times longer. */
const SILENCE: Seconds = 30;
const GROWTH = 4;

/** After so many times without an answer it waits for the player. */
const MOST_UNANSWERED = 2;

/** Something that happened in the game this recently keeps the player busy. */
const BUSY: Seconds = 60;

/** What the agent speaks up about by itself, and why. Joy and boredom need nobody to come. */
const SPEAKS_UP: Readonly<Partial<Record<Need, Reason>>> = { comfort: 'seems-sad', calm: 'seems-angry', reassurance: 'seems-afraid', company: 'alone' };

/** Whether the host game has the player's attention. */
export function isBusy({ happened }: Course, at: number): boolean {
  return happened !== null && happened.event !== 'waiting' && happened.event !== 'alone' && at - happened.at < BUSY;
}

/**
 * Whether to speak up when nobody speaks, and how: once, then after a longer while without a question, then no more until the
 * player is heard. Never after a refusal or a goodbye, never into a game, and never for its own sake.
 */
export function checkIn({ at, appraisal, character, conversation, course }: Situation): Choice | null {
  if (character.initiative === 0 || course.refused || course.parted || isBusy(course, at) || course.unanswered >= MOST_UNANSWERED) return null;
  const wait = (SILENCE / (0.5 + character.initiative)) * GROWTH ** course.unanswered;
  if (conversation.utterance !== null || conversation.playerSpeaksSince !== null || at - conversation.lastTurn <= wait) return null;
  const reason = appraisal.needs.flatMap(({ need }) => SPEAKS_UP[need] ?? [])[0];
  if (reason === undefined) return null;
  return course.unanswered === 0 && asksInARow(course) < 2
    ? { strategy: 'explore', act: 'check-in', skill: 'question', reasons: ['long-silence', reason] }
    : { strategy: 'attend', act: 'keep-company', skill: 'other', reasons: [course.unanswered > 0 ? 'unanswered' : 'just-asked', reason] };
}
