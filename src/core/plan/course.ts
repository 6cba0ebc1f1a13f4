import type { AffectState } from '../affect/state.ts';
import { wantOf } from '../appraise/wants.ts';
import type { Signal } from '../signals/any-signal.ts';
import type { ContextEvent } from '../signals/context.ts';
import type { Intent } from '../signals/text.ts';
import type { SessionTime } from '../units.ts';
import type { DialogueAct, SupportSkill } from './dialogue-act.ts';
import type { EmpathyPlan, Strategy } from './plan.ts';
import { type HeavyNeed, isHeavy, seen, toldBy } from './told.ts';

/** What the agent said in one turn, without its words. */
export interface Move {
  readonly act: DialogueAct;
  readonly strategy: Strategy;
  readonly skill: SupportSkill;
}

/** The course of the conversation so far, as far as the next turn depends on it. */
export interface Course {
  /** The agent's last turns, the newest last. */
  readonly moves: readonly Move[];
  /** What weighs on the player, as long as they are still about it; null where nothing does. */
  readonly matter: HeavyNeed | null;
  /** How many messages ago its feeling was told. */
  readonly since: number;
  /** How many turns the agent has explored it, and comforted about it. */
  readonly explored: number;
  readonly comforted: number;
  /** The player does not want to talk, or not about this, and has not opened up since. */
  readonly refused: boolean;
  /** How many messages have told something since they refused. */
  readonly toldSince: number;
  /** The player said goodbye. */
  readonly parted: boolean;
  /** How often the agent has spoken up unasked since the player was last heard. */
  readonly unanswered: number;
  /** What happened last in the host game, how often in a row, and when. */
  readonly happened: { readonly event: ContextEvent; readonly times: number; readonly at: SessionTime } | null;
}

/** Turns that are remembered. */
const REMEMBERED = 8;

/** A matter of which so many messages tell nothing more is left. */
const LEFT_AFTER = 4;

/** Who has told so much of their own accord since they refused may be asked again. */
const OPENED_AFTER = 3;

/** Intents by which somebody turns to something else. */
const TURNS_AWAY: ReadonlySet<Intent> = new Set(['small-talk', 'about-agent', 'farewell', 'refusal', 'correction']);

/** Intents by which somebody who had refused talks of their own accord again. */
const OPENS_UP: ReadonlySet<Intent> = new Set(['help', 'complaint', 'question', 'small-talk', 'about-agent', 'greeting']);

/** Intents by which somebody tells something. */
const TELLS: ReadonlySet<Intent> = new Set(['feeling', 'statement']);

const NO_MATTER = { matter: null, since: 0, explored: 0, comforted: 0 } as const;

export function newCourse(): Course {
  return { moves: [], ...NO_MATTER, refused: false, toldSince: 0, parted: false, unanswered: 0, happened: null };
}

/** Takes in what the player said or met with, before the agent decides about it. @param affect what is thought of the player with it */
export function follow(course: Course, signal: Signal, at: SessionTime, affect: AffectState): Course {
  if (signal.quality === 0) return course;
  if (signal.kind === 'context') {
    const times = course.happened?.event === signal.event ? course.happened.times + 1 : 1;
    // A victory ends what the game weighed on somebody.
    return { ...course, ...(signal.event === 'won' ? NO_MATTER : {}), happened: { event: signal.event, times, at } };
  }
  if (signal.kind === 'report') return about(course, REPORTED[signal.emotion as keyof typeof REPORTED] ?? null);
  if (signal.kind !== 'text') return course;
  const want = wantOf(signal.reading);
  const told = toldBy(signal, affect);
  const toldSince = want === 'refusal' || !course.refused ? 0 : course.toldSince + (TELLS.has(want) && told !== 'calm' ? 1 : 0);
  const stillRefused = course.refused && toldSince <= OPENED_AFTER && (told === null || told === 'calm') && !OPENS_UP.has(want);
  const heard = { ...course, unanswered: 0, parted: want === 'farewell', refused: want === 'refusal' || stillRefused, toldSince };
  if (TURNS_AWAY.has(want)) return { ...heard, ...NO_MATTER };
  // Who is angry at being asked has not opened up.
  if (isHeavy(told)) return heard.refused ? { ...heard, ...NO_MATTER } : about(heard, told);
  if (course.matter === null) {
    if (want === 'complaint') return about(heard, 'calm');
    // What is only seen is a matter, too, unless the player does not want to talk about it.
    const looks = heard.refused || told !== null ? null : seen(affect);
    return isHeavy(looks) ? about(heard, looks) : heard;
  }
  return course.since + 1 >= LEFT_AFTER ? { ...heard, ...NO_MATTER } : { ...heard, since: course.since + 1 };
}

const REPORTED = { sadness: 'comfort', anger: 'calm', fear: 'reassurance' } as const;

/** One heavy feeling may turn into another: that is the same matter still, but is comforted anew. */
function about(course: Course, matter: HeavyNeed | null): Course {
  if (matter === null || course.matter === null) return { ...course, ...NO_MATTER, matter };
  return { ...course, matter, since: 0, comforted: matter === course.matter ? course.comforted : 0 };
}

/** Notes what the agent says. */
export function note(course: Course, { strategy, skill }: EmpathyPlan, act: DialogueAct): Course {
  const onMatter = course.matter !== null;
  const unasked = act === 'check-in' || act === 'keep-company';
  return {
    ...course,
    moves: [...course.moves, { act, strategy, skill }].slice(-REMEMBERED),
    explored: course.explored + (onMatter && strategy === 'explore' && act !== 'ask-again' ? 1 : 0),
    comforted: course.comforted + (onMatter && strategy === 'comfort' && act !== 'name-both' ? 1 : 0),
    refused: course.refused || act === 'give-space',
    unanswered: course.unanswered + (unasked ? 1 : 0),
    // What has eased is no matter any more.
    ...(act === 'note-ease' ? { matter: null, since: 0 } : {}),
  };
}

/** How many of the last turns asked something, in a row. */
export function asksInARow({ moves }: Course): number {
  let asks = 0;
  for (const { skill } of moves) asks = skill === 'question' ? asks + 1 : 0;
  return asks;
}

/** Whether the agent did something of the kind in one of its last turns. */
export function lately({ moves }: Course, within: number, of: (move: Move) => boolean): boolean {
  return moves.slice(-within).some(of);
}
