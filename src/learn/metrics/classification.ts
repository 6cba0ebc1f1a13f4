import { UNANSWERED, type Judged } from './answers.ts';

/** Shares in [0, 1]. Precision of a class that was never chosen is 0. */
export interface ClassScores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** How many items truly belong to the class. */
  readonly support: number;
}

export interface ClassificationScores {
  readonly accuracy: number;
  /** Mean F1 of the classes with support. */
  readonly macroF1: number;
  /** Unweighted average recall: mean recall of the classes with support. */
  readonly uar: number;
  /** By class; a class that no item has is left out. */
  readonly perClass: Readonly<Record<string, ClassScores>>;
}

/** Counts by true class (row) and chosen class (column); a last column counts the unanswered. */
export type Confusion = readonly (readonly number[])[];

/**
 * Counts what was chosen for what.
 *
 * @param items which items to count, repeats allowed; all when left out
 */
export function confusionOf({ classes, truth, chosen }: Judged, items?: Int32Array): Confusion {
  const width = classes.length + 1;
  const counts = new Float64Array(classes.length * width);
  const count = (item: number): void => {
    const column = chosen[item] ?? UNANSWERED;
    const cell = (truth[item] ?? 0) * width + (column === UNANSWERED ? classes.length : column);
    counts[cell] = (counts[cell] ?? 0) + 1;
  };
  if (items) for (const item of items) count(item);
  else for (let item = 0; item < truth.length; item += 1) count(item);
  return classes.map((_, row) => [...counts.subarray(row * width, (row + 1) * width)]);
}

/** Scores from counts. An unanswered item is a miss: it lowers accuracy and recall, and no precision. */
export function scoresOf(classes: readonly string[], confusion: Confusion): ClassificationScores {
  let [items, right, supported, f1Sum, recallSum] = [0, 0, 0, 0, 0];
  const perClass: Record<string, ClassScores> = {};
  classes.forEach((name, index) => {
    const row = confusion[index] ?? [];
    const support = row.reduce((sum, count) => sum + count, 0);
    if (support === 0) return;
    const hits = row[index] ?? 0;
    const chosen = confusion.reduce((sum, each) => sum + (each[index] ?? 0), 0);
    const recall = hits / support;
    const precision = chosen === 0 ? 0 : hits / chosen;
    const f1 = (2 * hits) / (support + chosen);
    perClass[name] = { precision, recall, f1, support };
    items += support;
    right += hits;
    supported += 1;
    f1Sum += f1;
    recallSum += recall;
  });
  return { accuracy: right / items, macroF1: f1Sum / supported, uar: recallSum / supported, perClass };
}
