import { FUSED_CLASSES } from '../../src/browser/fusion/fusion-net.ts';
import type { FusionScores } from '../../src/learn/evaluation.ts';
import { judge, type Judged } from '../../src/learn/metrics/answers.ts';
import { bootstrapIntervals, type Interval } from '../../src/learn/metrics/bootstrap.ts';
import { calibrationError, reliabilityOf } from '../../src/learn/metrics/calibration.ts';
import { jensenShannon } from '../../src/learn/metrics/divergence.ts';
import { createRandom } from '../../src/learn/random.ts';
import { type Learnt, loadFold, type Teacher } from './folds.ts';
import type { Lesson } from './lessons.ts';
import { answersTo, type Method, type MethodAnswers, METHODS } from './methods.ts';

const SEED = 11;

/** What each method says of lessons whose actors it has not learnt from. */
export interface Answered {
  readonly lessons: readonly Lesson[];
  readonly answers: readonly MethodAnswers[];
}

/** @param foldOf of a lesson's actor */
export function answerAll(teacher: Teacher, lessons: readonly Lesson[], foldOf: (lesson: Lesson) => number): Answered {
  const learnt = new Map<number, Learnt>();
  const of = (fold: number): Learnt => {
    const known = learnt.get(fold) ?? loadFold(teacher, fold);
    learnt.set(fold, known);
    return known;
  };
  return { lessons, answers: lessons.map((lesson) => answersTo(lesson, of(foldOf(lesson)))) };
}

/** The scores of each method, and the intervals by which the average's divergence exceeds what was learnt, all by actor. */
export function scoreMethods(answered: Answered): { readonly methods: Record<Method, FusionScores>; readonly betterThanAverage: Record<'weighted' | 'learned', { readonly by: number; readonly byInterval: Interval }> } {
  const { lessons, answers } = answered;
  const divergences = Object.fromEntries(METHODS.map((method) => [method, Float64Array.from(lessons, ({ target }, i) => jensenShannon(answers[i]![method], target))])) as Record<Method, Float64Array>;
  const over = (items: Int32Array | null, value: (item: number) => number): number => {
    let sum = 0;
    if (items) for (const item of items) sum += value(item);
    else for (let item = 0; item < lessons.length; item += 1) sum += value(item);
    return sum / (items?.length ?? lessons.length);
  };
  const gain = (method: Method) => (item: number): number => divergences.average[item]! - divergences[method][item]!;
  const intervals = bootstrapIntervals(lessons.length, (items) => ({
    ...Object.fromEntries(METHODS.map((method) => [method as string, over(items, (item) => divergences[method][item]!)])),
    weightedGain: over(items, gain('weighted')), learnedGain: over(items, gain('learned')),
  }) as Record<string, number>, { seed: SEED, groups: lessons.map(({ clip }) => clip.actor) });
  return {
    methods: Object.fromEntries(METHODS.map((method) => [method, {
      jsd: over(null, (item) => divergences[method][item]!),
      jsdInterval: intervals[method]!,
      top1: over(null, (item) => (likeliestOf(answers[item]![method]) === likeliestOf(lessons[item]!.clip.both) ? 1 : 0)),
      ece: calibrationError(reliabilityOf(judgeByVoters(answered, method))),
    }])) as Record<Method, FusionScores>,
    betterThanAverage: {
      weighted: { by: over(null, gain('weighted')), byInterval: intervals['weightedGain']! },
      learned: { by: over(null, gain('learned')), byInterval: intervals['learnedGain']! },
    },
  };
}

/** A method's answers beside one voter of each clip, drawn by lot: a share of 0.7 is right when 7 of 10 voters agree. */
export function judgeByVoters({ lessons, answers }: Answered, method: Method): Judged {
  const random = createRandom(SEED);
  const truth = lessons.map(({ target }) => {
    let at = random.uniform();
    const chosen = target.findIndex((share) => { at -= share; return at < 0; });
    return chosen < 0 ? likeliestOf(target) : chosen;
  });
  return judge(FUSED_CLASSES, truth, answers.map((each) => each[method]));
}

/** Which lessons are looked at by themselves. */
export type Condition = (lesson: Lesson, byNet: boolean) => boolean;

/** Mean divergence and calibration error of each method over the lessons that a condition holds for. */
export function byCondition({ lessons, answers }: Answered, conditions: Readonly<Record<string, Condition>>): Record<'divergence' | 'calibration', Record<Method, Record<string, number>>> {
  const parts = Object.entries(conditions).map(([name, holds]) => {
    const items = [...lessons.keys()].filter((item) => holds(lessons[item]!, answers[item]!.byNet));
    return { name, part: { lessons: items.map((item) => lessons[item]!), answers: items.map((item) => answers[item]!) } };
  });
  const of = (value: (part: Answered, method: Method) => number): Record<Method, Record<string, number>> =>
    Object.fromEntries(METHODS.map((method) => [method, Object.fromEntries(parts.map(({ name, part }) => [name, value(part, method)]))])) as Record<Method, Record<string, number>>;
  return {
    divergence: of((part, method) => part.lessons.reduce((sum, { target }, item) => sum + jensenShannon(part.answers[item]![method], target), 0) / part.lessons.length),
    calibration: of((part, method) => calibrationError(reliabilityOf(judgeByVoters(part, method)))),
  };
}

function likeliestOf(shares: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < shares.length; i += 1) if (shares[i]! > shares[best]!) best = i;
  return best;
}
