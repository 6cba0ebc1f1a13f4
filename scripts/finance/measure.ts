import type { Metrics } from '../../src/learn/evaluation.ts';
import { type Answer, judge, type Judged } from '../../src/learn/metrics/answers.ts';
import { bootstrapIntervals, type Interval } from '../../src/learn/metrics/bootstrap.ts';
import { confusionOf, scoresOf } from '../../src/learn/metrics/classification.ts';
import { measureClassifier } from '../../src/learn/metrics/measure.ts';
import { FINANCE_CLASSES } from '../../src/monitor/finance/finance-head.ts';
import type { FinanceRow } from './read-rows.ts';

const SEED = 1;

export interface Told {
  readonly judged: Judged;
  readonly metrics: Metrics;
}

/** Answers beside the truth, with 95% intervals. */
export function measureAnswers(rows: readonly FinanceRow[], answers: readonly Answer[]): Told {
  const judged = judge(FINANCE_CLASSES, rows.map(({ sentiment }) => sentiment), answers);
  return { judged, metrics: measureClassifier(judged, { seed: SEED }) };
}

/** By how much one is above another on the same rows, with 95% intervals of the differences. */
export function aboveBy(one: Judged, other: Judged): Readonly<Record<'accuracy' | 'macroF1', Interval>> {
  return bootstrapIntervals(one.truth.length, (items) => {
    const [a, b] = [one, other].map((judged) => scoresOf(FINANCE_CLASSES, confusionOf(judged, items))) as [ReturnType<typeof scoresOf>, ReturnType<typeof scoresOf>];
    return { accuracy: a.accuracy - b.accuracy, macroF1: a.macroF1 - b.macroF1 };
  }, { seed: SEED });
}

/** An answer that is certain of one class. */
export function certainOf(index: number): Answer {
  return FINANCE_CLASSES.map((_, c) => Number(c === index));
}
