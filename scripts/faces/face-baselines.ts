import { EMOTIONS } from '../../src/index.ts';
import { compareBaselines, type Split } from '../../src/learn/baselines/compare.ts';
import type { Evaluation } from '../../src/learn/evaluation.ts';
import { showProgress } from '../../src/learn/progress.ts';
import type { FaceModel } from './face-model.ts';
import type { FoundFaces } from './faces-of.ts';
import { frameOf } from './frame-picture.ts';

const SEED = 4;

/** Rows that a plain learner can take: what the landmarks tell of each picture with a clear label. */
export interface FaceTable {
  /** null where no face was found. */
  readonly rows: readonly (Float32Array | null)[];
  readonly labels: Int32Array;
  /** The index of each row among the pictures. */
  readonly indices: readonly number[];
}

/** Tells in numbers what the landmarks tell. */
export async function tabulate({ pictures, faces }: FoundFaces, model: FaceModel): Promise<FaceTable> {
  const indices = pictures.flatMap(({ label }, index) => (label === null ? [] : [index]));
  const rows = await Promise.all(indices.map(async (index) => {
    const face = faces[index];
    return face ? model.features(face, await frameOf(await pictures[index]!.bytes())) : null;
  }));
  return { rows, labels: Int32Array.from(indices, (index) => EMOTIONS.indexOf(pictures[index]!.label!)), indices };
}

/** One part of a table to learn from (only rows with a face) and another to be tested on. */
export function splitOf(train: FaceTable, test: FaceTable): Split {
  const seen = train.rows.flatMap((row, at) => (row ? [{ row, label: train.labels[at]! }] : []));
  return { train: { rows: seen.map(({ row }) => row), labels: Int32Array.from(seen, ({ label }) => label) }, test };
}

/** Those rows of a table whose picture is wanted. */
export function rowsWhere({ rows, labels, indices }: FaceTable, wanted: (index: number) => boolean): FaceTable {
  const kept = indices.flatMap((index, at) => (wanted(index) ? [at] : []));
  return { rows: kept.map((at) => rows[at]!), labels: Int32Array.from(kept, (at) => labels[at]!), indices: kept.map((at) => indices[at]!) };
}

/** Majority, logistic regression, SVM and random forest on the same splits. */
export async function baselinesOn(splits: readonly Split[]): Promise<NonNullable<Evaluation['baselines']>> {
  const progress = showProgress('Baselines', 4 * splits.length);
  const compared = await compareBaselines({ classes: EMOTIONS, splits, seed: SEED, onProgress: (done, _, name) => progress.update(done, name) });
  progress.stop();
  return compared;
}
