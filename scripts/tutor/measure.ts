import { answersOf, fitKnowledge, type Lesson, type Pack, type SkillParameters } from '../../src/scenario/index.ts';
import { bootstrapIntervals, type Interval } from '../../src/learn/metrics/bootstrap.ts';
import { createLearner, LEARNER_KINDS, type LearnerKind } from './learner.ts';
import { type Prediction, type Taught, teach, type Way, WAYS } from './teach.ts';

/** A lesson to be taught. */
export interface Taken {
  readonly pack: Pack;
  readonly lesson: Lesson;
}

/** A figure with its 95% interval, by learner. */
export interface Figure {
  readonly mean: number;
  readonly interval: Interval;
}

/** What came of a way of teaching one kind of learners. */
export interface Outcome {
  readonly exercises: Figure;
  readonly reached: number;
  readonly tooSoon: number;
  readonly breaks: number;
  readonly hints: number;
  readonly frustration: number;
  readonly boredom: number;
}

/** Everybody whom a run taught, by kind and way, in the same order for each way. */
export type Class = Readonly<Record<Way, readonly { readonly kind: LearnerKind; readonly taught: Taught }[]>>;

/** Teaches the same learners of all kinds in each way. @param first the seed of the first learner */
export function teachClass({ pack, lesson }: Taken, each: number, first: number): Class {
  const of = (way: Way) => LEARNER_KINDS.flatMap((kind) => Array.from({ length: each }, (_, index) => ({ kind, taught: teach(way, pack, lesson, createLearner(kind, lesson, first + index)) })));
  return Object.fromEntries(WAYS.map((way) => [way, of(way)])) as unknown as Class;
}

export function outcomeOf(taught: readonly Taught[]): Outcome {
  const mean = (of: (one: Taught) => number): number => taught.reduce((sum, one) => sum + of(one), 0) / taught.length;
  return {
    exercises: figureOf(taught.map(({ exercises }) => exercises)), reached: mean(({ reached }) => Number(reached)), tooSoon: mean(({ tooSoon }) => tooSoon), breaks: mean(({ breaks }) => breaks), hints: mean(({ hints }) => hints),
    frustration: mean(({ frustration }) => frustration), boredom: mean(({ boredom }) => boredom),
  };
}

export function figureOf(values: readonly number[]): Figure {
  const mean = (items: ArrayLike<number>): number => Array.from(items, (item) => values[item]!).reduce((sum, each) => sum + each, 0) / items.length;
  return { mean: mean(values.map((_, index) => index)), interval: bootstrapIntervals(values.length, (items) => ({ mean: mean(items) }), { seed: 1 }).mean };
}

/** How well first answers are told beforehand, as the area under the curve, by learner. */
export interface Telling {
  readonly answers: number;
  readonly right: number;
  readonly tracing: Figure;
  /** The share of right answers of other learners to the same skill, and to the same skill and level. */
  readonly skillMean: Figure;
  readonly levelMean: Figure;
  /** By the chances that the answers were drawn with: nobody can do better. */
  readonly best: Figure;
}

/**
 * @param others answers of other learners, from whom the baselines learn
 */
export function measureTelling(learners: readonly (readonly Prediction[])[], others: readonly Prediction[]): Telling {
  const meanOf = (of: (one: Prediction) => string): ((one: Prediction) => number) => {
    const groups = new Map<string, { right: number; count: number }>();
    for (const one of others) {
      const group = groups.get(of(one)) ?? { right: 0, count: 0 };
      groups.set(of(one), { right: group.right + Number(one.right), count: group.count + 1 });
    }
    return (one) => {
      const { right, count } = groups.get(of(one)) ?? { right: 0.5, count: 1 };
      return right / count;
    };
  };
  const tellers = { tracing: ({ expected }: Prediction) => expected, skillMean: meanOf(({ skill }) => skill), levelMean: meanOf(({ skill, level }) => `${skill} ${level}`), best: ({ chance }: Prediction) => chance };
  const names = Object.keys(tellers) as (keyof typeof tellers)[];
  // Counted in steps once for each learner, so that a round of the bootstrap only adds.
  const counts = learners.map((answers) => names.map((name) => countBySteps(answers, tellers[name])));
  const areas = (items: ArrayLike<number>) => Object.fromEntries(names.map((name, at) => {
    const sum = new Float64Array(2 * STEPS);
    for (let index = 0; index < items.length; index += 1) for (const [step, count] of counts[items[index]!]![at]!) sum[step]! += count;
    return [name, area(sum)];
  })) as Record<keyof typeof tellers, number>;
  const means = areas(learners.map((_, index) => index));
  const intervals = bootstrapIntervals(learners.length, areas, { seed: 2, rounds: 500 });
  const all = learners.flat();
  const figure = (name: keyof typeof tellers): Figure => ({ mean: means[name], interval: intervals[name] });
  return { answers: all.length, right: all.filter(({ right }) => right).length / all.length, tracing: figure('tracing'), skillMean: figure('skillMean'), levelMean: figure('levelMean'), best: figure('best') };
}

/** Chances are told apart to so many steps. */
const STEPS = 1000;

/** How many wrong (even places) and right answers (odd places) were told at each step. */
function countBySteps(answers: readonly Prediction[], tell: (one: Prediction) => number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const one of answers) {
    const place = 2 * Math.min(STEPS - 1, Math.floor(tell(one) * STEPS)) + Number(one.right);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}

/** The chance that a right answer was held for likelier than a wrong one; ties count half. */
function area(counts: Float64Array): number {
  let [wrongBefore, rights, won] = [0, 0, 0];
  for (let step = 0; step < STEPS; step += 1) {
    const [wrong, right] = [counts[2 * step]!, counts[2 * step + 1]!];
    won += right * (wrongBefore + wrong / 2);
    wrongBefore += wrong;
    rights += right;
  }
  return won / (rights * wrongBefore);
}

/** The lesson with each skill's parameters fitted to first answers of some learners. */
export function fitLesson({ pack, lesson }: Taken, taught: readonly Taught[]): { readonly taken: Taken; readonly fitted: Readonly<Record<string, SkillParameters>> } {
  const skills = lesson.skills.map((skill) => ({ ...skill, parameters: fitKnowledge(taught.map(({ done }) => answersOf(done, lesson, skill.id)).filter((answers) => answers.length > 0)).parameters }));
  return { taken: { pack, lesson: { ...lesson, skills } }, fitted: Object.fromEntries(skills.map(({ id, parameters }) => [id, parameters])) };
}
