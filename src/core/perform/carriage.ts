import type { Radians, Unit } from '../units.ts';

/** What movements of head, trunk and eyes are told in. All are angles, 0 at rest. */
export const CHANNELS = [
  /** Of the head: up, to the avatar's left, and to its right shoulder. */
  'headPitch', 'headYaw', 'headRoll',
  /** Of the trunk above the hips: forwards, to its left, and to its right side. */
  'lean', 'twist', 'side',
  /** Of the whole trunk from the hip joints, forwards. */
  'bow',
  /** Of both shoulders: up, and forwards. */
  'lift', 'rounded',
  /** Of the eyes: to the avatar's left, and up. */
  'gazeYaw', 'gazePitch',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** How trunk and head are held at a moment, before it is shared out among the bones. */
export interface Carriage extends Record<Channel, Radians> {
  /** How full the chest is. */
  breath: Unit;
  /** How far the hips have gone to the avatar's left, as a share of their height. */
  shift: number;
  /** How far the hips tip to the avatar's right. */
  tip: Radians;
}

export function newCarriage(): Carriage {
  return { headPitch: 0, headYaw: 0, headRoll: 0, lean: 0, twist: 0, side: 0, bow: 0, lift: 0, rounded: 0, gazeYaw: 0, gazePitch: 0, breath: 0, shift: 0, tip: 0 };
}

/** Adds a posture's or a gesture's share to how the body is held. */
export function addMoves(carriage: Carriage, moves: Readonly<Partial<Record<Channel, Radians>>>, share: number): void {
  for (const channel of CHANNELS) carriage[channel] += share * (moves[channel] ?? 0);
}
