import { createRandom } from '../random.ts';
import { bootstrapIntervals } from './bootstrap.ts';
import type { ClassScores } from './classification.ts';
import type { Metrics } from '../evaluation.ts';

/** Items that may have several labels each: a row of one number for each label, item by item. */
export interface MultiLabel {
  readonly labels: readonly string[];
  /** 1 where an item has a label. */
  readonly truth: Uint8Array;
  /** Probabilities, or anything else that rises with them. */
  readonly scores: Float32Array;
}

export interface MultiLabelScores {
  /** Share of the items whose labels were all told, and no other. */
  readonly accuracy: number;
  readonly macroF1: number;
  /** Mean recall of the labels. */
  readonly uar: number;
  readonly perClass: Readonly<Record<string, ClassScores>>;
}

const RESAMPLES = 25;

/**
 * The threshold of each label from which on it is told, for the best F1.
 *
 * A rare label's best threshold hangs on a few items; so it is the mean, over resamples of the items, of the threshold that is best there.
 */
export function chooseThresholds({ labels, truth, scores }: MultiLabel, seed: number): Float32Array {
  const random = createRandom(seed);
  const count = truth.length / labels.length;
  return Float32Array.from(labels, (_, label) => {
    const order = Array.from({ length: count }, (_item, item) => item).sort((a, b) => scores[b * labels.length + label]! - scores[a * labels.length + label]!);
    let sum = 0;
    for (let round = 0; round < RESAMPLES; round += 1) {
      const drawn = new Uint8Array(count);
      for (let draw = 0; draw < count; draw += 1) drawn[random.below(count)]! += 1;
      sum += bestThreshold(order, drawn, (item) => truth[item * labels.length + label]!, (item) => scores[item * labels.length + label]!);
    }
    return sum / RESAMPLES;
  });
}

function bestThreshold(order: readonly number[], drawn: Uint8Array, isTrue: (item: number) => number, scoreOf: (item: number) => number): number {
  const supported = order.reduce((total, item) => total + drawn[item]! * isTrue(item), 0);
  let [hits, told, best, threshold] = [0, 0, 0, scoreOf(order[0]!)];
  order.forEach((item, place) => {
    hits += drawn[item]! * isTrue(item);
    told += drawn[item]!;
    const f1 = (2 * hits) / (told + supported);
    if (!drawn[item] || f1 <= best) return;
    best = f1;
    threshold = (scoreOf(item) + scoreOf(order[Math.min(order.length - 1, place + 1)]!)) / 2;
  });
  return threshold;
}

/** Scores of what was told: every label whose score reaches its threshold. @param items which to count; all when left out */
export function multiLabelScores({ labels, truth, scores }: MultiLabel, thresholds: ArrayLike<number>, items?: Int32Array): MultiLabelScores {
  const width = labels.length;
  const [hits, told, supports] = [new Float64Array(width), new Float64Array(width), new Float64Array(width)];
  let exact = 0;
  const count = items?.length ?? truth.length / width;
  for (let i = 0; i < count; i += 1) {
    const at = (items ? items[i]! : i) * width;
    let right = 1;
    for (let label = 0; label < width; label += 1) {
      const [is, says] = [truth[at + label]!, scores[at + label]! >= thresholds[label]! ? 1 : 0];
      hits[label] = hits[label]! + is * says;
      told[label] = told[label]! + says;
      supports[label] = supports[label]! + is;
      if (is !== says) right = 0;
    }
    exact += right;
  }
  const perClass: Record<string, ClassScores> = {};
  labels.forEach((name, label) => {
    const [hit, said, support] = [hits[label]!, told[label]!, supports[label]!];
    if (support > 0) perClass[name] = { precision: said === 0 ? 0 : hit / said, recall: hit / support, f1: (2 * hit) / (said + support), support };
  });
  const each = Object.values(perClass);
  const mean = (score: 'f1' | 'recall'): number => each.reduce((sum, scored) => sum + scored[score], 0) / each.length;
  return { accuracy: exact / count, macroF1: mean('f1'), uar: mean('recall'), perClass };
}

/** {@link multiLabelScores} with 95% intervals. */
export function measureMultiLabel(data: MultiLabel, thresholds: ArrayLike<number>, seed: number): Metrics {
  const scores = multiLabelScores(data, thresholds);
  const flat = bootstrapIntervals(data.truth.length / data.labels.length, (items) => {
    const { perClass, ...whole } = multiLabelScores(data, thresholds, items);
    const parts: Record<string, number> = { ...whole };
    for (const [name, { f1 }] of Object.entries(perClass)) parts[`${name}/f1`] = f1;
    return parts;
  }, { seed });
  const { accuracy, macroF1, uar } = flat;
  const perClass = Object.fromEntries(Object.keys(scores.perClass).flatMap((name) => {
    const f1 = flat[`${name}/f1`];
    return f1 ? [[name, { f1 }]] : [];
  }));
  return { ...scores, intervals: { ...(accuracy && { accuracy }), ...(macroF1 && { macroF1 }), ...(uar && { uar }), perClass } };
}
