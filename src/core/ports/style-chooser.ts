import type { AgentEvent } from '../agent/event.ts';
import type { AffectState } from '../affect/state.ts';
import type { Style, StyleRange } from '../appraise/style.ts';
import type { Course } from '../plan/course.ts';
import type { SessionTime } from '../units.ts';

/** A message that is about to be answered. */
export interface StyleMoment {
  readonly at: SessionTime;
  /** What is thought of the player with it. */
  readonly affect: AffectState;
  readonly course: Course;
  /** How long it is, in characters. */
  readonly length: number;
}

/**
 * Chooses how the agent talks with a player, within what the core allows. It stands outside of the core, and its choices come in as
 * events, so that a replay needs none.
 */
export interface StyleChooser {
  /** Called before every message is answered that calls for no care. @returns null where the style may stay */
  choose(moment: StyleMoment, range: StyleRange): Style | null;
  /** Hears of everything that happens, after it was taken in. */
  heed(event: AgentEvent): void;
  /** Forgets this player for good, on the device too. */
  forget(): void;
}
