import type { Radians, SessionTime, Unit } from '../units.ts';
import { type Emotion, byEmotion } from '../affect/emotion.ts';
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
  /** Head turn added to the rest pose: yaw to the avatar's left, pitch up, roll to its right shoulder. */
  readonly head: { yaw: Radians; pitch: Radians; roll: Radians };
  /** How full the chest is: 0 breathed out, 1 breathed in. */
  breath: Unit;
  /** How far the upper body leans towards the player. */
  lean: Radians;
}

/** An avatar at rest. */
export function createAvatarFrame(): AvatarFrame {
  return {
    at: 0, emotions: byEmotion(() => 0), mouth: closedMouth(), speaking: false, blink: 0,
    gaze: { yaw: 0, pitch: 0 }, head: { yaw: 0, pitch: 0, roll: 0 }, breath: 0, lean: 0,
  };
}
