import type { Radians, SessionTime, Unit } from '../units.ts';
import { type Emotion, byEmotion } from '../affect/emotion.ts';
import { type BodyBuild, REFERENCE_BUILD } from './build.ts';
import { HUMAN_BONES } from './humanoid.ts';
import { type MouthWeights, closedMouth } from './viseme.ts';

/**
 * Everything an avatar shows at one moment. One frame is made once and refilled, so that sampling
 * allocates nothing.
 */
export interface AvatarFrame {
  at: SessionTime;
  /** Expression weights; they sum to at most 1. Neutral is what remains, its own weight is 0. */
  readonly emotions: Record<Emotion, Unit>;
  /** Written by the speech synthesiser from the audio clock, not by the core. */
  readonly mouth: MouthWeights;
  /** Whether an utterance is sounding; emotions then leave the mouth to the visemes. */
  speaking: boolean;
  /** 1: both eyes closed. */
  blink: Unit;
  /** Where the eyes look, away from the player's eyes: yaw to the avatar's left, pitch up. */
  readonly gaze: { yaw: Radians; pitch: Radians };
  /**
   * The whole pose: a unit quaternion x, y, z, w for each of {@link HUMAN_BONES}, in their order. Each
   * turns its bone away from the T-pose, in its parent's frame, whose axes in the T-pose are +x to the
   * avatar's left, +y up and +z forward. Following the player with the head is the driver's to add.
   */
  readonly body: Float64Array;
  /** How far the hips stand away from their place in the T-pose, as a share of their height; the same axes. */
  readonly hips: { x: number; y: number; z: number };
  /** The body that the pose is made for. */
  readonly build: BodyBuild;
}

/** An avatar in the T-pose with a face at rest. */
export function createAvatarFrame(build: BodyBuild = REFERENCE_BUILD): AvatarFrame {
  const body = new Float64Array(4 * HUMAN_BONES.length);
  for (let w = 3; w < body.length; w += 4) body[w] = 1;
  return {
    at: 0, emotions: byEmotion(() => 0), mouth: closedMouth(), speaking: false, blink: 0,
    gaze: { yaw: 0, pitch: 0 }, body, hips: { x: 0, y: 0, z: 0 }, build,
  };
}
