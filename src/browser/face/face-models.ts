import type { BlendshapeStudent } from './blendshapes.ts';
import type { ExpressionHead } from './expression-head.ts';

/** The models that judge a face once MediaPipe has found it; each may be missing. */
export interface FaceModels {
  readonly student: BlendshapeStudent | null;
  readonly head: ExpressionHead | null;
}

/** What is judged by a model of its own. */
export const FACE_JUDGEMENTS = ['blendshapes', 'expression'] as const;
/** One of {@link FACE_JUDGEMENTS}. */
export type FaceJudgement = (typeof FACE_JUDGEMENTS)[number];
