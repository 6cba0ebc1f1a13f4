import type { Radians, Unit } from '../units.ts';
import { clamp } from '../units.ts';
import type { BodyBuild } from './build.ts';
import type { Reach } from './hand-pose.ts';
import { bendLimb, softLimit, straightLimb } from './limb.ts';
import { addScaled, cross, invert, multiply, type Quat, quat, rotate, setBasis, setQuat, setVec, turnTowards, turnX, turnY, turnZ, vec } from './vector.ts';

/** An arm's turns, as of the left one; the right one mirrors them. */
export interface Arm {
  readonly shoulder: Quat;
  readonly upper: Quat;
  readonly lower: Quat;
  readonly hand: Quat;
  /** As a `Grip`. */
  readonly grip: number[];
}

/** What the arm's joints allow (AAOS 1965, a little less): the hand turns with the forearm, bends and tips sideways. */
const ARM = { upper: 0, lower: 0, most: 2.5, soft: 0.955 };
const TWIST_MOST: Radians = 1.5;
const WRIST_BEND_MOST: Radians = 1.15;
const WRIST_TIP_MOST: Radians = 0.55;
/** How much of a hand's turn about the forearm the forearm itself makes, so that no wrist is wrung. */
const FOREARM_SHARE = 0.65;
/** A raised arm takes its shoulder along (scapulohumeral rhythm, Inman et al. 1944). */
const SHOULDER_FOLLOWS = 0.22;

export const newArm = (): Arm => ({ shoulder: quat(), upper: quat(), lower: quat(), hand: quat(), grip: [0, 0, 0, 0, 0, 0] });

const limb = straightLimb();
const joint = vec();
const third = vec();
const palmUp = vec();
const frame = quat();
const turn = quat();

/** Puts an arm where a reach wants it, within what its joints allow. `lift` raises and `forward` rounds the shoulder. */
export function solveArm(out: Arm, reach: Reach, build: BodyBuild, lift: Radians, forward: Radians): Arm {
  const { collar, shoulder, upperArm, lowerArm } = build;
  const raised = clamp((reach.wrist.y - shoulder.y) / (upperArm + lowerArm) + 0.2, 0, 1);
  turnY(turnZ(setQuat(out.shoulder, 0, 0, 0, 1), lift + SHOULDER_FOLLOWS * raised * raised), -forward);
  rotate(joint, addScaled(joint, shoulder, collar, -1), out.shoulder);
  addScaled(joint, joint, collar, 1);
  ARM.upper = upperArm;
  ARM.lower = lowerArm;
  bendLimb(limb, joint, reach.wrist, ARM, reach.elbow);

  cross(third, limb.upper, limb.hinge);
  setBasis(turn, limb.upper, limb.hinge, third);
  multiply(out.upper, invert(frame, out.shoulder), turn);
  turnY(turn, -limb.bend);

  // The hand in the frame of the bent forearm, taken apart into a turn about it and a bend of the wrist.
  cross(third, reach.fingers, setVec(palmUp, -reach.palm.x, -reach.palm.y, -reach.palm.z));
  setBasis(out.hand, reach.fingers, palmUp, third);
  multiply(out.hand, invert(turn, turn), out.hand);
  if (out.hand.w < 0) setQuat(out.hand, -out.hand.x, -out.hand.y, -out.hand.z, -out.hand.w);
  const twist = 2 * Math.atan2(out.hand.x, out.hand.w);
  multiply(out.hand, turnX(setQuat(turn, 0, 0, 0, 1), -twist), out.hand);
  const tip = softLimit(2 * Math.asin(clamp(out.hand.y, -1, 1)), WRIST_TIP_MOST);
  const bend = softLimit(2 * Math.asin(clamp(out.hand.z, -1, 1)), WRIST_BEND_MOST);
  const turned = softLimit(twist, TWIST_MOST);
  turnX(turnY(setQuat(out.lower, 0, 0, 0, 1), -limb.bend), FOREARM_SHARE * turned);
  turnZ(turnY(turnX(setQuat(out.hand, 0, 0, 0, 1), (1 - FOREARM_SHARE) * turned), tip), bend);
  for (let finger = 0; finger < out.grip.length; finger++) out.grip[finger] = reach.grip[finger] ?? 0;
  return out;
}

/** Brings an arm some of the way to another pose; a share a little outside [0, 1] swings on beyond. */
export function blendArm(out: Arm, to: Arm, share: Unit): Arm {
  turnTowards(out.shoulder, to.shoulder, share);
  turnTowards(out.upper, to.upper, share);
  turnTowards(out.lower, to.lower, share);
  turnTowards(out.hand, to.hand, share);
  for (let finger = 0; finger < out.grip.length; finger++) out.grip[finger] = (out.grip[finger] ?? 0) * (1 - share) + (to.grip[finger] ?? 0) * share;
  return out;
}
