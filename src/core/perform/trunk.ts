import type { Radians } from '../units.ts';
import type { BodyBuild } from './build.ts';
import type { Carriage } from './carriage.ts';
import type { AvatarFrame } from './frame.ts';
import { writeBone } from './humanoid.ts';
import { bendLimb, softLimit, straightLimb } from './limb.ts';
import { addScaled, cross, invert, multiply, quat, rotate, setBasis, setEuler, setQuat, setVec, turnX, turnY, type Vec, vec } from './vector.ts';

/** How far a full breath bends the chest back. Ribs rise by a few degrees in quiet breathing. */
const BREATH_BEND = 0.045;
/** How much of a lean the neck takes back, so that the face stays on the player. */
const LEAN_KEPT_LEVEL = 0.75;
const HEAD_MOST = 0.75;
const NECK_SHARE = 0.4;
/** Standing knees are never quite straight: the hips are this much lower, as a share of the leg. */
const KNEES_AT_EASE = 0.0015;
/** The hips go back as the trunk bows, as a share of their height for a radian, and keep one in balance. */
const BOW_BACK = 0.13;
const LEG = { upper: 0, lower: 0, most: 2.4, soft: 0.998 };

const FORWARD = { x: 0, y: 0, z: 1 };

/** Where a foot is away from where it stands at rest, in metres, and how it is turned: to the left, and tiptoe. */
export interface Footing extends Vec {
  yaw: Radians;
  tiptoe: Radians;
}

const AT_REST: Footing = { x: 0, y: 0, z: 0, yaw: 0, tiptoe: 0 };

const turn = quat();
const pelvis = quat();
const neck = quat();
const head = quat();
const spare = quat();
const leg = straightLimb();
const joint = vec();
const ankle = vec();
const hinge = vec();
const down = vec();
const third = vec();

/** Poses hips, trunk and head, and stands the legs under them: the feet stay where they are. */
export function poseTrunk(held: Carriage, frame: AvatarFrame): void {
  const { body, build } = frame;
  const { bow, lean, twist, side, breath, tip } = held;
  const bend = breath * BREATH_BEND;
  writeBone(body, 'hips', setEuler(pelvis, 0.6 * bow, 0, tip));
  writeBone(body, 'spine', setEuler(turn, 0.45 * lean + 0.25 * bow, 0.4 * twist, 0.4 * side - tip));
  writeBone(body, 'chest', setEuler(turn, 0.35 * lean + 0.15 * bow - 0.6 * bend, 0.35 * twist, 0.35 * side));
  writeBone(body, 'upperChest', setEuler(turn, 0.2 * lean - 0.4 * bend, 0.25 * twist, 0.25 * side));
  const pitch = softLimit(bend - LEAN_KEPT_LEVEL * lean - held.headPitch, HEAD_MOST);
  const yaw = softLimit(held.headYaw - twist, HEAD_MOST);
  const roll = softLimit(held.headRoll - 0.5 * side, HEAD_MOST);
  writeBone(body, 'neck', setEuler(neck, NECK_SHARE * pitch, NECK_SHARE * yaw, NECK_SHARE * roll));
  writeBone(body, 'head', setEuler(head, (1 - NECK_SHARE) * pitch, (1 - NECK_SHARE) * yaw, (1 - NECK_SHARE) * roll));

  frame.hips.x = held.shift;
  frame.hips.y = (-KNEES_AT_EASE * (build.upperLeg + build.lowerLeg)) / build.hips.y;
  frame.hips.z = -BOW_BACK * bow;
  standLeg(frame, 1);
  standLeg(frame, -1);
}

/** Where the chin is, in the frame of the chest, after the last trunk that was posed. */
export function chinPlace(out: Vec, build: BodyBuild): Vec {
  rotate(out, addScaled(out, build.chin, build.head, -1), head);
  addScaled(out, addScaled(out, out, build.head, 1), build.neck, -1);
  return addScaled(out, rotate(out, out, neck), build.neck, 1);
}

/** Bends a leg so that its foot is where it should be, under the hips as the frame has them. */
export function standLeg({ body, build, hips }: AvatarFrame, side: 1 | -1, footing: Readonly<Footing> = AT_REST): void {
  setQuat(pelvis, body[0]!, body[1]!, body[2]!, body[3]!);
  const { hip, upperLeg, lowerLeg } = build;
  setVec(ankle, side * hip.x + footing.x, hip.y - upperLeg - lowerLeg + footing.y, hip.z + footing.z);
  rotate(joint, setVec(joint, side * hip.x - build.hips.x, hip.y - build.hips.y, hip.z - build.hips.z), pelvis);
  addScaled(joint, joint, build.hips, 1);
  addScaled(joint, joint, hips, build.hips.y);
  LEG.upper = upperLeg;
  LEG.lower = lowerLeg;
  bendLimb(leg, joint, ankle, LEG, FORWARD);
  // A leg points down and bends backwards, where the limb's own words are those of an arm.
  setVec(hinge, -leg.hinge.x, -leg.hinge.y, -leg.hinge.z);
  setVec(down, -leg.upper.x, -leg.upper.y, -leg.upper.z);
  setBasis(turn, hinge, down, cross(third, hinge, down));
  const foot = invert(spare, turnX(setQuat(spare, turn.x, turn.y, turn.z, turn.w), leg.bend));
  writeBone(body, side > 0 ? 'leftFoot' : 'rightFoot', turnX(turnY(foot, footing.yaw), footing.tiptoe));
  writeBone(body, side > 0 ? 'leftUpperLeg' : 'rightUpperLeg', multiply(turn, invert(spare, pelvis), turn));
  writeBone(body, side > 0 ? 'leftLowerLeg' : 'rightLowerLeg', turnX(setQuat(turn, 0, 0, 0, 1), leg.bend));
  writeBone(body, side > 0 ? 'leftToes' : 'rightToes', setQuat(turn, 0, 0, 0, 1));
}
