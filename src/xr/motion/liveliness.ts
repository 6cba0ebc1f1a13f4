import type { Seconds, Unit } from '../../core/index.ts';
import { type BodyPose, SIDES } from './body-pose.ts';
import { distance, type Point } from './point.ts';

/** How lively head and hands moved over a stretch of time. */
export interface Liveliness {
  readonly window: Seconds;
  /** Root mean square of the speeds of what is followed, the head counted as much as both hands together; in metres a second. */
  readonly speed: number;
  /** Share of the time in which all of it rested. */
  readonly stillness: Unit;
}

/** Speeds are taken over this long: tracking trembles by half a millimetre at every frame. */
const STRIDE: Seconds = 0.1;
const WINDOW: Seconds = 0.5;
/** Slower than this, in metres a second, is at rest. */
const AT_REST = 0.05;
/** Nobody moves faster: a headset that lost its place and found it again. */
const LEAP = 8;

/** Measures how lively somebody moves, alike at 72 and at 90 pictures a second. */
export function createLivelinessMeter(): { take(pose: BodyPose): Liveliness | null } {
  let before: BodyPose | null = null;
  let strides: { readonly took: Seconds; readonly square: number; readonly fastest: number }[] = [];
  return {
    take(pose) {
      if (before === null || pose.at < before.at || pose.at - before.at > 2 * WINDOW) {
        before = pose;
        strides = [];
        return null;
      }
      // A hair less, since times of pictures do not add up to round numbers.
      const took = pose.at - before.at;
      if (took < STRIDE - 1e-6) return null;
      const speed = (from: Point, to: Point): number => distance(from, to) / took;
      const head = speed(before.head.position, pose.head.position);
      const from = before;
      const hands = SIDES.flatMap((side) => (pose[side] && from[side] ? [speed(from[side].position, pose[side].position)] : []));
      before = pose;
      const fastest = Math.max(head, ...hands);
      if (fastest > LEAP) {
        strides = [];
        return null;
      }
      const ofHands = hands.reduce((sum, each) => sum + each * each, 0) / Math.max(1, hands.length);
      strides.push({ took, square: hands.length > 0 ? (head * head + ofHands) / 2 : head * head, fastest });
      const window = strides.reduce((sum, each) => sum + each.took, 0);
      if (window < WINDOW - 1e-6) return null;
      const measured: Liveliness = {
        window,
        speed: Math.sqrt(strides.reduce((sum, each) => sum + each.took * each.square, 0) / window),
        stillness: strides.reduce((sum, each) => sum + (each.fastest < AT_REST ? each.took : 0), 0) / window,
      };
      strides = [];
      return measured;
    },
  };
}
