import type { Comparison } from '../evaluation.ts';
import { judge, type Answer } from '../metrics/answers.ts';
import { confusionOf, scoresOf } from '../metrics/classification.ts';
import type { Baseline } from './baseline.ts';
import { logisticRegression } from './logistic-regression.ts';
import { majority } from './majority.ts';
import { randomForest } from './random-forest.ts';
import { svm } from './svm.ts';

/** All baselines, the quickest first. */
export const BASELINES: readonly Baseline[] = [majority, logisticRegression, svm, randomForest];

/** What is learnt from and what is tested on; nobody should be in both. */
export interface Split {
  readonly train: { readonly rows: readonly Float32Array[]; readonly labels: Int32Array };
  /** A row is null where nothing was detected: it counts as wrong, as it does for the model. */
  readonly test: { readonly rows: readonly (Float32Array | null)[]; readonly labels: Int32Array };
}

export interface CompareOptions {
  readonly classes: readonly string[];
  /** One split, or the folds of a cross-validation, whose tests are scored together. */
  readonly splits: readonly Split[];
  readonly seed: number;
  readonly baselines?: readonly Baseline[];
  /** Told after each fit and test. */
  readonly onProgress?: (done: number, total: number, name: string) => void;
}

/** Fits and tests the baselines on the very data of a model. */
export async function compareBaselines({ classes, splits, seed, baselines = BASELINES, onProgress }: CompareOptions): Promise<Record<string, Comparison & { note?: string }>> {
  const truth = splits.flatMap(({ test }) => [...test.labels]);
  const compared: Record<string, Comparison & { note?: string }> = {};
  let done = 0;
  for (const baseline of baselines) {
    const answers: Answer[] = [];
    let note: string | undefined;
    for (const { train, test } of splits) {
      const fitted = await baseline.fit(train.rows, train.labels, classes.length, seed);
      note = fitted.note;
      for (const row of test.rows) answers.push(row && fitted.predict(row));
      fitted.free();
      done += 1;
      onProgress?.(done, baselines.length * splits.length, baseline.name);
    }
    const { accuracy, macroF1, uar } = scoresOf(classes, confusionOf(judge(classes, truth, answers)));
    compared[baseline.name] = { accuracy, macroF1, uar, ...(note === undefined ? {} : { note }) };
  }
  return compared;
}
