/** A distribution over the classes, or null where the model gave no answer ("unknown"). */
export type Answer = ArrayLike<number> | null;

/** Stands in `chosen` for an item without an answer. */
export const UNANSWERED = -1;

/** What a classifier said of each item, next to the truth. All arrays have one entry for each item. */
export interface Judged {
  readonly classes: readonly string[];
  /** Index of the true class. */
  readonly truth: Int32Array;
  /** Index of the likeliest class, or {@link UNANSWERED}. */
  readonly chosen: Int32Array;
  /** Probability of the likeliest class, in [0, 1]; NaN where unanswered. */
  readonly confidence: Float64Array;
  readonly answers: readonly Answer[];
}

/**
 * Puts a classifier's answers next to the truth.
 *
 * @param truth index of the true class of each item, in [0, classes.length)
 * @throws {Error} when the lengths differ or a label is not one of the classes
 */
export function judge(classes: readonly string[], truth: ArrayLike<number>, answers: readonly Answer[]): Judged {
  if (truth.length !== answers.length) throw new Error(`Expected an answer (or null) for each of ${truth.length} items, but got ${answers.length}.`);
  const labels = Int32Array.from(truth);
  labels.forEach((label, item) => {
    if (label < 0 || label >= classes.length) throw new Error(`Expected labels in [0, ${classes.length}), but item ${item} has ${label}. Leave out what has no label.`);
  });
  const chosen = new Int32Array(labels.length).fill(UNANSWERED);
  const confidence = new Float64Array(labels.length).fill(Number.NaN);
  answers.forEach((answer, item) => {
    if (!answer) return;
    if (answer.length !== classes.length) throw new Error(`Expected ${classes.length} probabilities, one for each class, but item ${item} has ${answer.length}.`);
    let best = 0;
    for (let index = 1; index < answer.length; index += 1) if ((answer[index] ?? 0) > (answer[best] ?? 0)) best = index;
    chosen[item] = best;
    confidence[item] = answer[best] ?? 0;
  });
  return { classes, truth: labels, chosen, confidence, answers };
}
