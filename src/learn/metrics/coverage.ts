import type { Judged } from './answers.ts';

/** Accuracy when only the surest share of all items is answered. */
export interface CoveragePoint {
  /** Share of all items, in (0, 1]. */
  readonly coverage: number;
  readonly accuracy: number;
}

/**
 * Accuracy of the surest 10%, 20%, ... 100% of all items.
 *
 * The unanswered are the least sure, and wrong; of equally sure items the earlier counts as surer.
 */
export function coverageCurve({ truth, chosen, confidence }: Judged): CoveragePoint[] {
  const sureness = Array.from(confidence, (sure) => (Number.isNaN(sure) ? -1 : sure));
  const order = Array.from(truth.keys()).sort((a, b) => (sureness[b] ?? 0) - (sureness[a] ?? 0));
  const rights = order.map((item) => (chosen[item] === truth[item] ? 1 : 0));
  return Array.from({ length: 10 }, (_, tenth) => {
    const coverage = (tenth + 1) / 10;
    const count = Math.max(1, Math.round(coverage * truth.length));
    return { coverage, accuracy: rights.slice(0, count).reduce<number>((sum, right) => sum + right, 0) / count };
  });
}
