import type { Seconds, SessionTime, Unit } from '../../core/index.ts';
import type { Looks } from '../looks.ts';
import type { CheckedAnswer } from './check-answer.ts';
import { beginTracing, type Tracing } from './knowledge.ts';
import { type Feelings, UNKNOWN_FEELINGS } from './feelings.ts';
import type { Exercise, Lesson } from './lesson.ts';

/** What the tutor notices in a message or in how somebody looks. No words are in it. */
export interface TutorNotice {
  readonly at: SessionTime | null;
  /** Null where nothing is to be seen, or must not be looked at. */
  readonly looks: Looks | null;
  /** What the words come to as an answer to the open exercise; null where there is none in them. */
  readonly answer: CheckedAnswer | null;
  /** The page tells that nothing was done for long. */
  readonly idle?: boolean;
}

/** An exercise that was closed. */
export interface ClosedExercise {
  readonly exercise: string;
  /** Whether the first answer was right, and without a hint. */
  readonly right: boolean;
  readonly hints: number;
}

/** Where a lesson stands. */
export interface TutorState {
  readonly stage: 'beginning' | 'exercise' | 'break' | 'finished';
  /** The exercise that is open. */
  readonly exercise: string | null;
  /** Wrong answers to it, and hints that were given. */
  readonly tries: number;
  readonly hints: number;
  /** The last answer's misconception, as long as the exercise is open. */
  readonly shows: string | null;
  /** When the open exercise was asked, as far as that is known, and the session's newest time. */
  readonly since: SessionTime | null;
  readonly at: SessionTime | null;
  /** How long this person usually takes for an answer. */
  readonly pace: Seconds | null;
  readonly tracing: Tracing | null;
  /** Null where the tutor must not use feelings. */
  readonly feelings: Feelings | null;
  readonly looks: Looks | null;
  /** Skills that were mastered, as far as the tutor knows. */
  readonly mastered: readonly string[];
  readonly done: readonly ClosedExercise[];
  /** Skills that were explained. */
  readonly introduced: readonly string[];
  /** Exercises in a row after which the person probably was frustrated or bored. */
  readonly strained: number;
  /** How many exercises were done at the last break. */
  readonly rested: number;
  /** How much harder the person wishes it: -1 easier, 1 harder, fading. */
  readonly wish: number;
}

export function beginTutoring(withFeelings: boolean): TutorState {
  return {
    stage: 'beginning', exercise: null, tries: 0, hints: 0, shows: null, since: null, at: null, pace: null, tracing: null, feelings: withFeelings ? UNKNOWN_FEELINGS : null, looks: null,
    mastered: [], done: [], introduced: [], strained: 0, rested: 0, wish: 0,
  };
}

/** What is believed of the learner; the lesson's beginning before the first answer. */
export function tracingOf({ tracing }: TutorState, lesson: Lesson): Tracing {
  return tracing ?? beginTracing(lesson);
}

/** How likely answers are given without care. */
export function carelessOf({ feelings }: TutorState): Unit {
  return feelings === null ? 0 : Math.max(0, (feelings.bored + 0.5 * feelings.frustrated - 0.375) / 0.625);
}

/** The exercise that is open. */
export function exerciseOf({ exercise }: Pick<TutorState, 'exercise'>, { exercises }: Lesson): Exercise | undefined {
  return exercises.find(({ id }) => id === exercise);
}
