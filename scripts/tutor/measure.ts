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
  const told = learners.map((answers) => answers.map((one) => ({ right: one.right, by: names.map((name) => tellers[name](one)) })));
  const areas = (items: ArrayLike<number>) => {
    const all = Array.from(items).flatMap((item) => told[item]!);
    return Object.fromEntries(names.map((name, at) => [name, area(all.map((one) => [one.by[at]!, one.right]))])) as Record<keyof typeof tellers, number>;
  };
  const means = areas(told.map((_, index) => index));
  const intervals = bootstrapIntervals(told.length, areas, { seed: 2, rounds: 200 });
  const all = told.flat();
  const figure = (name: keyof typeof tellers): Figure => ({ mean: means[name], interval: intervals[name] });
  return { answers: all.length, right: all.filter(({ right }) => right).length / all.length, tracing: figure('tracing'), skillMean: figure('skillMean'), levelMean: figure('levelMean'), best: figure('best') };
}

/** The chance that a right answer was held for likelier than a wrong one, by ranks; ties count half. */
function area(told: readonly (readonly [expected: number, right: boolean])[]): number {
  const sorted = told.toSorted(([one], [other]) => one - other);
  let [ranks, right, at] = [0, 0, 0];
  while (at < sorted.length) {
    let end = at;
    while (end < sorted.length && sorted[end]![0] === sorted[at]![0]) end += 1;
    for (let of = at; of < end; of += 1) {
      if (!sorted[of]![1]) continue;
      ranks += (at + end + 1) / 2;
      right += 1;
    }
    at = end;
  }
  return (ranks - right * (right + 1) / 2) / (right * (sorted.length - right));
}

/** The lesson with each skill's parameters fitted to first answers of some learners. */
export function fitLesson({ pack, lesson }: Taken, taught: readonly Taught[]): { readonly taken: Taken; readonly fitted: Readonly<Record<string, SkillParameters>> } {
  const skills = lesson.skills.map((skill) => ({ ...skill, parameters: fitKnowledge(taught.map(({ done }) => answersOf(done, lesson, skill.id)).filter((answers) => answers.length > 0)).parameters }));
  return { taken: { pack, lesson: { ...lesson, skills } }, fitted: Object.fromEntries(skills.map(({ id, parameters }) => [id, parameters])) };
}
