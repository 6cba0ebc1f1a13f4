export { createFaceSource, type FaceSource } from './create-face-source.ts';
export type { FaceSourceOptions, FaceStats, PersonInView } from './face-options.ts';
export type { FaceJudgement } from './face-models.ts';
export type { FramePath } from './frame-feed.ts';
