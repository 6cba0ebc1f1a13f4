import { byEmotion, EMOTIONS, softmax } from '../../src/core/index.ts';
import type { HeadScores } from '../../src/browser/face/expression-head.ts';
import { showProgress } from '../../src/learn/progress.ts';
import type { FoundFaces } from './faces-of.ts';
import type { FaceModel } from './face-model.ts';
import { framePicture } from './frame-picture.ts';

/** What a model says of pictures, in their order. */
export interface ReadFaces {
  /** null where no face was found: unknown. */
  readonly scores: readonly (HeadScores | null)[];
  /** How long each face that was found took, without finding it. */
  readonly milliseconds: readonly number[];
}

/** @param modelOf which model reads the picture at an index: another one for each fold of a cross-validation */
export async function readFaces({ pictures, faces }: FoundFaces, modelOf: (index: number) => FaceModel): Promise<ReadFaces> {
  const scores: (HeadScores | null)[] = [];
  const milliseconds: number[] = [];
  const progress = showProgress('Expressions', pictures.length);
  for (const [index, picture] of pictures.entries()) {
    const face = faces[index];
    if (!face) {
      scores.push(null);
      continue;
    }
    const frame = await framePicture(await picture.bytes());
    const began = performance.now();
    scores.push(modelOf(index).read(face, frame));
    milliseconds.push(performance.now() - began);
    progress.update(index + 1);
  }
  progress.stop();
  return { scores, milliseconds };
}

/** Probabilities over EMOTIONS from scores before the softmax. */
export function answerOf(scores: ArrayLike<number>): Float64Array {
  const distribution = softmax(byEmotion((emotion) => scores[EMOTIONS.indexOf(emotion)] ?? 0));
  return Float64Array.from(EMOTIONS, (emotion) => distribution[emotion]);
}
