import type { Unit } from '../units.ts';

/**
 * The blendshapes of ARKit as MediaPipe names and orders them, `_neutral` first. Left and right are
 * the player's own.
 */
export const BLENDSHAPES = [
  '_neutral',
  'browDownLeft', 'browDownRight', 'browInnerUp', 'browOuterUpLeft', 'browOuterUpRight',
  'cheekPuff', 'cheekSquintLeft', 'cheekSquintRight',
  'eyeBlinkLeft', 'eyeBlinkRight', 'eyeLookDownLeft', 'eyeLookDownRight', 'eyeLookInLeft', 'eyeLookInRight',
  'eyeLookOutLeft', 'eyeLookOutRight', 'eyeLookUpLeft', 'eyeLookUpRight', 'eyeSquintLeft', 'eyeSquintRight',
  'eyeWideLeft', 'eyeWideRight',
  'jawForward', 'jawLeft', 'jawOpen', 'jawRight',
  'mouthClose', 'mouthDimpleLeft', 'mouthDimpleRight', 'mouthFrownLeft', 'mouthFrownRight', 'mouthFunnel',
  'mouthLeft', 'mouthLowerDownLeft', 'mouthLowerDownRight', 'mouthPressLeft', 'mouthPressRight', 'mouthPucker',
  'mouthRight', 'mouthRollLower', 'mouthRollUpper', 'mouthShrugLower', 'mouthShrugUpper',
  'mouthSmileLeft', 'mouthSmileRight', 'mouthStretchLeft', 'mouthStretchRight', 'mouthUpperUpLeft', 'mouthUpperUpRight',
  'noseSneerLeft', 'noseSneerRight',
] as const;
/** The name of one of ARKit's blendshapes, as {@link BLENDSHAPES} lists them. */
export type Blendshape = (typeof BLENDSHAPES)[number];

/** One score for each of {@link BLENDSHAPES}, in their order. */
export type BlendshapeScores = readonly Unit[];

/** The score of one blendshape. */
export function blendshape(scores: BlendshapeScores, name: Blendshape): Unit {
  return scores[BLENDSHAPES.indexOf(name)] ?? 0;
}
