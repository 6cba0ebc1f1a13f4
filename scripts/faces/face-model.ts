import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BlendshapeStudent, createBlendshapeStudent } from '../../src/browser/face/blendshapes.ts';
import { createExpressionHead, type ExpressionHead, faceFeatures, FEATURES, type HeadInput, type HeadScores } from '../../src/browser/face/expression-head.ts';
import type { PictureSize } from '../../src/browser/face/face-geometry.ts';
import { headRotation } from '../../src/browser/face/head-pose.ts';
import { parseNet } from '../../src/browser/nets/net-file.ts';
import { ROOT } from '../run.ts';
import type { SeenFace } from '../see-faces.ts';
import type { Picture } from './lab.ts';

/** Reads faces as the face worker does, once FaceLandmarker has found them. */
export interface FaceModel extends Pick<ExpressionHead, 'neutral' | 'baselineShare'> {
  /** Scores before the softmax, of the whole face and of the upper face alone. */
  read(face: SeenFace, picture: Picture): HeadScores;
  /** What the landmarks tell, as the head and its baselines learn from it. */
  features(face: SeenFace, size: PictureSize): Float32Array;
}

/** Where the head that is shipped lies. */
export const HEAD_FILE = join(ROOT, 'models/face/net.json');
/** The head that was taught without FER+. */
export const OPEN_HEAD_FILE = join(ROOT, 'models/face-open/net.json');
const STUDENT_FILE = join(ROOT, 'models/blendshapes/net.json');

/**
 * Loads the blendshape student and an expression head, as the face worker does.
 *
 * @param path of the head's weights
 * @throws {Error} when a model is missing
 */
export function loadFaceModels(path: string = HEAD_FILE): Readonly<{ student: BlendshapeStudent; head: ExpressionHead }> {
  const text = (file: string, name: string): string => {
    if (!existsSync(file)) throw new Error(`Expected the weights ${file}, but they are not there. Make them with "npm run train -- ${name}".`);
    return readFileSync(file, 'utf8');
  };
  return {
    student: createBlendshapeStudent(parseNet(text(STUDENT_FILE, 'blendshapes'), 'blendshapes')),
    head: createExpressionHead(parseNet(text(path, 'face'), 'face', 'face-open')),
  };
}

/** Which faces the head that is shipped was taught by, in a few words. */
export function learntFrom(): string {
  return String(parseNet(readFileSync(HEAD_FILE, 'utf8'), 'face').settings['learntFrom']);
}

/** Loads both and puts one behind the other. */
export function loadFaceModel(path: string = HEAD_FILE): FaceModel {
  const { student, head } = loadFaceModels(path);
  const seen = ({ landmarks, transform }: SeenFace, size: PictureSize): Omit<HeadInput, 'pixels'> =>
    ({ landmarks, size, rotation: headRotation([...transform]), blendshapes: student.score(landmarks, size) });
  return {
    neutral: head.neutral,
    baselineShare: head.baselineShare,
    read: (face, { rgba, width, height }) => head.read({ ...seen(face, { width, height }), pixels: { data: rgba, width, height } }),
    features(face, size) {
      const row = new Float32Array(FEATURES);
      faceFeatures(seen(face, size), row);
      return row;
    },
  };
}
