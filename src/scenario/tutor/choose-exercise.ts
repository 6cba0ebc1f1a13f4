import type { Unit } from '../../core/index.ts';
import { knownOf, shareOfKnown } from './knowledge.ts';
import type { Exercise, Lesson, Skill } from './lesson.ts';
import { carelessOf, tracingOf, type TutorState } from './state.ts';

/** Chooses the next exercise; null where the lesson is done. */
export type ExerciseChooser = (state: TutorState, lesson: Lesson) => Exercise | null;

/** A skill counts as mastered from here on (Corbett & Anderson 1995); for somebody who is bored it is enough a little earlier. */
const MASTERED: Unit = 0.95;
const MASTERED_IF_BORED: Unit = 0.9;
/** The share of right answers that is aimed at, and how far feelings and wishes move it. */
const AIM = { share: 0.72, frustrated: 0.3, confused: 0.1, bored: -0.3, wish: -0.15 };
/** What counts against an exercise as much as so much distance from the aim: to change the skill, to be asked again, to be asked just now. */
const COSTS = { laterSkill: 0.12, again: 0.08, justNow: 0.6 };

/** Whether a skill is known well enough to go on. */
export function reachesMastery(state: TutorState, lesson: Lesson, { id }: Skill): boolean {
  const bored = state.feelings !== null && state.feelings.bored > 0.5;
  return knownOf(tracingOf(state, lesson), id).mean >= (bored ? MASTERED_IF_BORED : MASTERED);
}

/** The share of right answers that suits somebody now: more for who is frustrated, less for who is bored. */
export function aimFor({ feelings, wish }: Pick<TutorState, 'feelings' | 'wish'>): Unit {
  const felt = feelings === null ? 0 : (['frustrated', 'confused', 'bored'] as const).reduce((sum, feeling) => sum + AIM[feeling] * (feelings[feeling] - 0.25), 0);
  return Math.min(0.92, Math.max(0.45, AIM.share + felt + AIM.wish * wish));
}

/** The exercise that is likely to be answered rightly as often as suits, among the skills whose needs are mastered, in the lesson's order and without repeating. */
export const chooseExercise: ExerciseChooser = (state, lesson) => {
  const mastered = new Set(state.mastered);
  const open = lesson.skills.filter(({ id, needs }) => !mastered.has(id) && needs.every((need) => mastered.has(need)));
  const tracing = tracingOf(state, lesson);
  const aim = aimFor(state);
  const circumstances = { hints: 0, careless: carelessOf(state) };
  let [best, least] = [null as Exercise | null, Number.POSITIVE_INFINITY];
  open.forEach(({ id, parameters }, later) => {
    for (const exercise of lesson.exercises) {
      if (exercise.skill !== id) continue;
      const times = state.done.filter((closed) => closed.exercise === exercise.id).length;
      const justNow = state.done.slice(-3).some((closed) => closed.exercise === exercise.id) || state.exercise === exercise.id;
      const cost = Math.abs(shareOfKnown(tracing, parameters, exercise, circumstances) - aim) + COSTS.laterSkill * later + COSTS.again * times + (justNow ? COSTS.justNow : 0);
      if (cost < least) [best, least] = [exercise, cost];
    }
  });
  return best;
};
