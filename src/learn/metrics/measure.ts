import type { Intervals, Metrics } from '../evaluation.ts';
import type { Judged } from './answers.ts';
import { bootstrapIntervals, type Interval } from './bootstrap.ts';
import { calibrationError, reliabilityOf } from './calibration.ts';
import { confusionOf, scoresOf, type ClassScores } from './classification.ts';
import { coverageCurve } from './coverage.ts';
import { agreementOf } from './dimensions.ts';

export interface MeasureOptions {
  readonly seed: number;
  /** The person or speaker of each item, where items of one are alike. */
  readonly groups?: readonly string[] | undefined;
}

const CLASS_SCORES = ['precision', 'recall', 'f1'] as const satisfies readonly (keyof ClassScores)[];

/** Everything that is reported of a classifier, with 95% intervals. */
export function measureClassifier(judged: Judged, options: MeasureOptions): Metrics {
  const { classes, truth, confidence } = judged;
  const confusion = confusionOf(judged);
  const scores = scoresOf(classes, confusion);
  const answered = confidence.reduce((sum, sure) => sum + (Number.isNaN(sure) ? 0 : 1), 0);
  const flat = bootstrapIntervals(truth.length, (items) => {
    const { perClass, ...whole } = scoresOf(classes, confusionOf(judged, items));
    const parts: Record<string, number> = { ...whole, ece: calibrationError(reliabilityOf(judged, items)) };
    for (const [name, each] of Object.entries(perClass)) for (const score of CLASS_SCORES) parts[`${name}/${score}`] = each[score];
    return parts;
  }, options);
  const { accuracy, macroF1, uar, ece } = flat as Partial<Record<string, Interval>>;
  const perClass = Object.fromEntries(Object.keys(scores.perClass).map((name) => [
    name, present(Object.fromEntries(CLASS_SCORES.map((score) => [score, flat[`${name}/${score}`]]))),
  ]));
  return {
    ...scores,
    ...(answered === 0 ? {} : { ece: calibrationError(reliabilityOf(judged)) }),
    answered: answered / truth.length,
    intervals: { ...present({ accuracy, macroF1, uar, ece }), perClass },
    coverage: coverageCurve(judged),
    classes, confusion,
  };
}

/** The truth and the estimates of one dimension; an estimate is NaN where there is none. */
export interface Dimension {
  readonly truth: ArrayLike<number>;
  readonly estimates: ArrayLike<number>;
}

/** Concordance, correlation and error of each dimension, with 95% intervals, over the items that have an estimate. */
export function measureDimensions<Name extends string>(dimensions: Readonly<Record<Name, Dimension>>, options: MeasureOptions): Pick<Metrics, 'ccc' | 'pearson' | 'intervals'> & { readonly error: Record<string, number> } {
  const measured = Object.entries<Dimension>(dimensions).map(([name, { truth, estimates }]) => ({
    name,
    agreement: agreementOf(truth, estimates),
    bounds: bootstrapIntervals(truth.length, (items) => ({ ...agreementOf(truth, estimates, items) }), options),
  }));
  const by = <Value>(pick: (each: (typeof measured)[number]) => Value): Record<string, Value> => Object.fromEntries(measured.map((each) => [each.name, pick(each)]));
  return {
    ccc: by(({ agreement }) => agreement.ccc),
    pearson: by(({ agreement }) => agreement.pearson),
    error: by(({ agreement }) => agreement.mae),
    intervals: { ccc: by(({ bounds }) => bounds.ccc), pearson: by(({ bounds }) => bounds.pearson), error: by(({ bounds }) => bounds.mae) },
  };
}

function present(intervals: Readonly<Record<string, Interval | undefined>>): Intervals {
  return Object.fromEntries(Object.entries(intervals).filter((entry): entry is [string, Interval] => entry[1] !== undefined));
}
