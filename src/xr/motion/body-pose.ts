import type { SessionTime } from '../../core/index.ts';
import type { Point } from './point.ts';

/** A hand, or the controller in it. */
export interface TrackedHand {
  /** The middle of the palm, or of the grip. */
  readonly position: Point;
  /** Where the index finger or the controller points; of the length 1. */
  readonly direction: Point;
  /** Where the palm faces; null where that is not known. */
  readonly palm: Point | null;
  /** Whether the index finger alone is stretched out; null where fingers are not followed. */
  readonly pointing: boolean | null;
}

/** Where a player's head and hands are at a moment, as a headset follows them. It stays in the page: signals never carry it. */
export interface BodyPose {
  readonly at: SessionTime;
  /** Between the eyes, and where the face points; of the length 1. */
  readonly head: { readonly position: Point; readonly direction: Point };
  /** Null while a hand is not followed. */
  readonly left: TrackedHand | null;
  readonly right: TrackedHand | null;
}

export const SIDES = ['left', 'right'] as const;
export type Side = (typeof SIDES)[number];
