import type { Judged } from './answers.ts';

/** How well one class can be told from all others, at every threshold of its probability. */
export interface PrecisionRecallCurve {
  readonly class: string;
  /** Average precision: the sum of precision times the recall that each threshold adds, in [0, 1]. */
  readonly average: number;
  /** From the strictest threshold to the loosest; items of equal probability come together. */
  readonly points: readonly { readonly recall: number; readonly precision: number }[];
}

/** One curve for each class with support. An unanswered item is found at no threshold. */
export function precisionRecallCurves({ classes, truth, answers }: Judged): PrecisionRecallCurve[] {
  return classes.flatMap((name, index) => {
    const support = truth.reduce((sum, label) => sum + (label === index ? 1 : 0), 0);
    if (support === 0) return [];
    const scored = answers.flatMap((answer, item) => (answer ? [{ score: answer[index] ?? 0, hit: truth[item] === index }] : []));
    scored.sort((a, b) => b.score - a.score);
    const points: { recall: number; precision: number }[] = [];
    let [found, hits, average, reached] = [0, 0, 0, 0];
    scored.forEach(({ score, hit }, rank) => {
      found += 1;
      if (hit) hits += 1;
      if (scored[rank + 1]?.score === score) return;
      const point = { recall: hits / support, precision: hits / found };
      average += point.precision * (point.recall - reached);
      reached = point.recall;
      points.push(point);
    });
    return [{ class: name, average, points }];
  });
}
