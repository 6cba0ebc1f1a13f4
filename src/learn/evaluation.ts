import * as v from 'valibot';
import type { Interval } from './metrics/bootstrap.ts';
import type { ClassificationScores, ClassScores, Confusion } from './metrics/classification.ts';
import type { CoveragePoint } from './metrics/coverage.ts';

/** Bounds of 95% bootstrap intervals, under the names of the metrics that they belong to. */
export interface Intervals {
  readonly [metric: string]: Interval | Intervals;
}

/** Three-way (or any other coarser) reading of a classifier's answers. */
export interface CoarseMetrics extends Partial<ClassificationScores> {
  /** How many items it was measured on. */
  readonly n?: number;
  readonly perClass: Readonly<Record<string, ClassScores>>;
  readonly intervals?: Intervals;
}

/** How near a way of fusing comes to what people see who have all the senses. */
export interface FusionScores {
  /** Mean Jensen-Shannon divergence to their votes, in bits. */
  readonly jsd: number;
  readonly jsdInterval: Interval;
  /** How often the likeliest class is the one that most voted for; of several the first. */
  readonly top1: number;
  readonly ece: number;
}

/** What does not apply to a model is left out. Shares, probabilities and errors of calibration are in [0, 1]. */
export interface Metrics extends Partial<ClassificationScores> {
  /** Expected calibration error over the answered items. */
  readonly ece?: number;
  /** Share of the items that were answered at all. */
  readonly answered?: number;
  /** Concordance correlation and Pearson's correlation by dimension, in [-1, 1]. */
  readonly ccc?: Readonly<Record<string, number>>;
  readonly pearson?: Readonly<Record<string, number>>;
  /** How far the model's order agrees with the truth's: Spearman's rank correlation, in [-1, 1]. */
  readonly spearman?: number;
  readonly spearmanInterval?: Interval;
  /** Mean correlation and mean absolute error of scores against their teacher's. */
  readonly correlation?: number;
  readonly mae?: number;
  readonly polarity?: CoarseMetrics;
  /** Neutral, happiness, sadness and anger alone: what corpora of voices have in common. */
  readonly fourClass?: CoarseMetrics;
  /** Area under the curve of arousal between excited and quiet emotions. */
  readonly arousalAuc?: number;
  /** Ways of fusing senses beside each other, by how near they come to people's votes. */
  readonly methods?: Readonly<Record<string, FusionScores>>;
  /** Variance of valence, arousal and dominance as the model tells it, averaged; 1/3 is unknown. */
  readonly meanVariance?: number;
  readonly intervals?: Intervals;
  readonly coverage?: readonly CoveragePoint[];
  /** The classes in the order of the confusion's rows; its last column counts the unanswered. */
  readonly classes?: readonly string[];
  readonly confusion?: Confusion;
  /** Whatever else a model measures. */
  readonly [specific: string]: unknown;
}

/** The three numbers by which a baseline or a peer is compared with a model. */
export interface Comparison {
  readonly accuracy: number;
  readonly macroF1: number;
  readonly uar: number;
}

/** Where order is measured instead of classes: how far two orders agree (Spearman's rank correlation), with its interval. */
export interface RankComparison {
  readonly spearman: number;
  readonly spearmanInterval?: Interval;
}

/** One model measured on one set of data: what `npm run evaluate -- NAME --json` prints. */
export interface Evaluation {
  readonly model: string;
  readonly data: string;
  /** How many items were asked for, the unanswered included. */
  readonly n: number;
  /** Who was learnt from and who was tested on, in a few words. */
  readonly split: string;
  readonly metrics: Metrics;
  readonly baselines?: Readonly<Record<string, Partial<Comparison & RankComparison> & { readonly note?: string }>>;
  readonly peers?: Readonly<Record<string, Partial<Comparison & RankComparison> & Readonly<Record<string, unknown>>>>;
  /** Time of one answer. */
  readonly milliseconds?: { readonly median: number; readonly p95: number };
}

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const correlation = v.pipe(v.number(), v.minValue(-1), v.maxValue(1));
const positive = v.pipe(v.number(), v.minValue(0));
const comparison = { accuracy: share, macroF1: share, uar: share };
const ranked = { spearman: correlation, spearmanInterval: v.exactOptional(v.tuple([correlation, correlation])) };
const perClass = v.record(v.string(), v.strictObject({ precision: share, recall: share, f1: share, support: v.pipe(v.number(), v.integer(), v.minValue(1)) }));
const optional = v.exactOptional;
const schema = v.strictObject({
  model: v.pipe(v.string(), v.nonEmpty()),
  data: v.pipe(v.string(), v.nonEmpty()),
  n: v.pipe(v.number(), v.integer(), v.minValue(0)),
  split: v.pipe(v.string(), v.nonEmpty()),
  metrics: v.looseObject({
    accuracy: optional(share), macroF1: optional(share), uar: optional(share), ece: optional(share), answered: optional(share), perClass: optional(perClass),
    ccc: optional(v.record(v.string(), correlation)), pearson: optional(v.record(v.string(), correlation)),
    spearman: optional(correlation), correlation: optional(correlation), mae: optional(positive),
    polarity: optional(v.looseObject({ perClass })),
    fourClass: optional(v.looseObject({ uar: share, perClass })),
    arousalAuc: optional(share), meanVariance: optional(positive),
  }),
  baselines: optional(v.record(v.string(), v.union([v.strictObject({ ...comparison, note: optional(v.string()) }), v.strictObject({ ...ranked, note: optional(v.string()) })]))),
  peers: optional(v.record(v.string(), v.looseObject({ spearman: optional(correlation), accuracy: optional(share), macroF1: optional(share), uar: optional(share) }))),
  milliseconds: optional(v.strictObject({ median: positive, p95: positive })),
});

/**
 * An evaluation as it is written to a file: checked, every number rounded to four digits after the point.
 *
 * @throws {Error} naming the first field that is malformed, out of its range, or not a finite number
 */
export function roundEvaluation(evaluation: Evaluation): Evaluation {
  const checked = v.safeParse(schema, evaluation);
  if (!checked.success) {
    const [issue] = checked.issues;
    throw new Error(`Expected a well-formed evaluation, but ${v.getDotPath(issue) ?? 'the whole'}: ${issue.message} Leave out what does not apply.`);
  }
  return rounded(evaluation, 'evaluation') as Evaluation;
}

/** The last line that an evaluation with `--json` prints. */
export function evaluationLine(evaluation: Evaluation): string {
  return JSON.stringify(roundEvaluation(evaluation));
}

function rounded(value: unknown, path: string): unknown {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`Expected ${path} to be a finite number, but it is ${value}. Leave out what does not apply.`);
    return Math.round(value * 1e4) / 1e4;
  }
  if (Array.isArray(value)) return value.map((each, index) => rounded(each, `${path}.${index}`));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rounded(each, `${path}.${key}`)]));
  return value;
}
