import { existsSync } from 'node:fs';
import { groupFolds } from '../../src/learn/splits.ts';
import { type FaceModel, loadFaceModel } from './face-model.ts';
import { cacheFile } from './faces-of.ts';
import type { LabelledPicture } from './labelled-faces.ts';

/** How many parts the people of muxspace-faces are dealt into. */
export const FOLDS = 5;

/** The heads that were each taught without one fold of muxspace-faces. */
export interface FoldHeads {
  readonly heads: readonly FaceModel[];
  /** The fold of each picture, by person. */
  readonly fold: Int32Array;
  /** The head that never saw the person of a picture. */
  modelOf(index: number): FaceModel;
}

/** Loads them; null until "npm run train -- face" made them. */
export function loadFolds(pictures: readonly LabelledPicture[]): FoldHeads | null {
  const files = Array.from({ length: FOLDS }, (_, fold) => cacheFile(`folds/${fold}.json`));
  if (!files.every((file) => existsSync(file))) {
    console.error('muxspace-faces is left out: "npm run train -- face" makes the heads of its five folds.');
    return null;
  }
  const heads = files.map((file) => loadFaceModel(file));
  const fold = groupFolds(pictures.map(({ subject, name }) => subject ?? name), FOLDS);
  return { heads, fold, modelOf: (index) => heads[fold[index]!]! };
}
