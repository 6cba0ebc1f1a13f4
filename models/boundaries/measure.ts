import { BOUNDARIES, type HeardBoundary } from '../../src/index.ts';
import { judge, type Judged } from '../../src/learn/metrics/answers.ts';
import { bootstrapIntervals, type Interval } from '../../src/learn/metrics/bootstrap.ts';
import { type ClassificationScores, type Confusion, confusionOf, scoresOf } from '../../src/learn/metrics/classification.ts';
import type { Intervals } from '../../src/learn/evaluation.ts';
import type { BoundaryLine } from './read-lines.ts';

const CLASSES = [...BOUNDARIES, 'harmless'] as const;
const HARMLESS = CLASSES.length - 1;
const SEED = 8;
const SCORES = ['precision', 'recall', 'f1'] as const;

export interface BoundaryFigures extends ClassificationScores {
  readonly classes: readonly string[];
  readonly confusion: Confusion;
  /** Share of the harmless lines that were taken for any boundary. */
  readonly falseAlarms: number;
  readonly intervals: Intervals & { readonly falseAlarms?: Interval };
}

/** @param told what was heard in each line, in the lines' order */
export function measureBoundaries(lines: readonly Pick<BoundaryLine, 'boundary'>[], told: readonly HeardBoundary[]): BoundaryFigures {
  const judged = judge(CLASSES, lines.map(({ boundary }) => classOf(boundary)), told.map((heard) => CLASSES.map((_, c) => Number(c === classOf(heard)))));
  const flat = bootstrapIntervals<string>(lines.length, (items) => flatten(judged, items), { seed: SEED });
  const confusion = confusionOf(judged);
  const scores = scoresOf(CLASSES, confusion);
  const { accuracy, macroF1, uar, falseAlarms } = flat;
  return {
    ...scores, classes: CLASSES, confusion, falseAlarms: alarmsOf(confusion),
    intervals: {
      ...Object.fromEntries(Object.entries({ accuracy, macroF1, uar, falseAlarms }).filter((entry): entry is [string, Interval] => entry[1] !== undefined)),
      perClass: Object.fromEntries(Object.keys(scores.perClass).map((name) => [name, Object.fromEntries(SCORES.flatMap((score) => (flat[`${name}/${score}`] ? [[score, flat[`${name}/${score}`]!]] : [])))])),
    },
  };
}

function flatten(judged: Judged, items: Int32Array): Record<string, number> {
  const confusion = confusionOf(judged, items);
  const { perClass, ...whole } = scoresOf(CLASSES, confusion);
  const parts: Record<string, number> = { ...whole, falseAlarms: alarmsOf(confusion) };
  for (const [name, each] of Object.entries(perClass)) for (const score of SCORES) parts[`${name}/${score}`] = each[score];
  return parts;
}

/** Of no harmless line at all it is 0. */
function alarmsOf(confusion: Confusion): number {
  const harmless = confusion[HARMLESS]!;
  const lines = harmless.reduce((sum, count) => sum + count, 0);
  return lines === 0 ? 0 : 1 - harmless[HARMLESS]! / lines;
}

function classOf(boundary: HeardBoundary): number {
  return CLASSES.indexOf(boundary ?? 'harmless');
}
