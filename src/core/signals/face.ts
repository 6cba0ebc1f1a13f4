import type { EmotionDistribution } from '../affect/emotion.ts';
import type { Radians, SignedUnit, Unit } from '../units.ts';
import type { BlendshapeScores } from './blendshapes.ts';
import type { SignalBase } from './signal.ts';

/**
 * Where the head points, in radians, seen from the camera with the head's own axes.
 *
 * All three are 0 for a face that looks straight into the camera. Yaw grows as the player turns to
 * their own left, pitch as they look up, roll as they tilt the head to their own right shoulder.
 */
export interface HeadPose {
  readonly yaw: Radians;
  readonly pitch: Radians;
  readonly roll: Radians;
}

/**
 * What the face does, measured on its geometry relative to the running neutral of this player.
 *
 * 0 is this player's resting face on every axis.
 */
export interface FaceScores {
  /** 1: mouth corners drawn fully up and out (AU 12); -1: fully down (AU 15). */
  readonly smile: SignedUnit;
  /** 1: brows fully raised (AU 1 + 2). */
  readonly browRaise: Unit;
  /** 1: brows fully lowered and drawn together (AU 4). */
  readonly browLower: Unit;
  /** 1: eyes wide open (AU 5); -1: closed (AU 43). */
  readonly eyeOpen: SignedUnit;
  /** 1: jaw fully dropped (AU 26/27). */
  readonly mouthOpen: Unit;
}

/** What a face appears to express, calibrated and relative to this player's resting face. */
export interface FaceExpression {
  readonly whole: EmotionDistribution;
  /** Judged by brows, eyes and nose alone: what counts while the mouth is hidden or busy with speech. */
  readonly upper: EmotionDistribution;
}

/** One look at the player's face. */
export interface FaceSignal extends SignalBase<'face'> {
  /** Whether a face was found. When false, everything else that was seen is null. */
  readonly present: boolean;
  readonly scores: FaceScores | null;
  /** null while no model for them is loaded. */
  readonly blendshapes: BlendshapeScores | null;
  /** null while no model for it is loaded, or the face can't be judged at all. */
  readonly expression: FaceExpression | null;
  /** How far the mouth can be seen: 0 behind a hand or a mask. Scores of a hidden mouth mean nothing. */
  readonly mouth: Unit;
  readonly pose: HeadPose | null;
  /** Where the face is in the picture, as the player sees it in a mirror, and how large. */
  readonly place: FacePlace | null;
  /** How far the running neutral has become this player's own: 0 is the population's, 1 settled. */
  readonly neutral: Unit;
  /** How many further faces are in the picture. */
  readonly others: number;
}

/** The face's place in the picture. */
export interface FacePlace {
  /** -1 is the picture's left edge in a mirror image, 1 its right edge. */
  readonly x: SignedUnit;
  /** -1 is the bottom edge, 1 the top edge. */
  readonly y: SignedUnit;
  /** Width of the face as a share of the picture's width. */
  readonly width: Unit;
}
