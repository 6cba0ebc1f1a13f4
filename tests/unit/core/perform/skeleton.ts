import { type AvatarFrame, type BodyBuild, BONE_INDEX, HUMAN_BONES, type HumanBone, parentOf } from 'attune';

export type Point = readonly [x: number, y: number, z: number];
export type Turn = readonly [x: number, y: number, z: number, w: number];

/** A bone's own turn in a frame. */
export function turnOf(frame: AvatarFrame, bone: HumanBone): Turn {
  const at = 4 * BONE_INDEX[bone];
  return [...frame.body.subarray(at, at + 4)] as unknown as Turn;
}

export function multiply([ax, ay, az, aw]: Turn, [bx, by, bz, bw]: Turn): Turn {
  return [aw * bx + ax * bw + ay * bz - az * by, aw * by - ax * bz + ay * bw + az * bx, aw * bz + ax * by - ay * bx + az * bw, aw * bw - ax * bx - ay * by - az * bz];
}

export function rotate([x, y, z]: Point, turn: Turn): Point {
  const [a, b, c] = multiply(multiply(turn, [x, y, z, 0]), [-turn[0], -turn[1], -turn[2], turn[3]]);
  return [a, b, c];
}

/** The angle by which two turns differ. */
export function between(a: Turn, b: Turn): number {
  const cosine = Math.abs(a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3]);
  return 2 * Math.acos(Math.min(1, cosine));
}

export const plus = (a: Point, b: Point, share = 1): Point => [a[0] + share * b[0], a[1] + share * b[1], a[2] + share * b[2]];
export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** The largest change of any bone between two poses, and whose it is. */
export function largestJump(a: AvatarFrame, b: AvatarFrame): { readonly angle: number; readonly bone: HumanBone } {
  return HUMAN_BONES.map((bone) => ({ bone, angle: between(turnOf(a, bone), turnOf(b, bone)) })).reduce((most, each) => (each.angle > most.angle ? each : most));
}

export interface ArmPlaces {
  readonly shoulder: Point;
  readonly elbow: Point;
  readonly wrist: Point;
  /** The middle of the palm's surface. */
  readonly palm: Point;
  /** Directions in which the fingers point and the palm faces. */
  readonly fingers: Point;
  readonly facing: Point;
}

/** Where an arm is, in the frame of the chest: places in metres, as on the T-pose. */
export function armPlaces(frame: AvatarFrame, side: 'left' | 'right'): ArmPlaces {
  const { collar, shoulder: joint, upperArm, lowerArm, hand }: BodyBuild = frame.build;
  const out = side === 'left' ? 1 : -1;
  const home: Point = [out * collar.x, collar.y, collar.z];
  let turn = turnOf(frame, `${side}Shoulder`);
  const shoulder = plus(home, rotate([out * (joint.x - collar.x), joint.y - collar.y, joint.z - collar.z], turn));
  turn = multiply(turn, turnOf(frame, `${side}UpperArm`));
  const elbow = plus(shoulder, rotate([out * upperArm, 0, 0], turn));
  turn = multiply(turn, turnOf(frame, `${side}LowerArm`));
  const wrist = plus(elbow, rotate([out * lowerArm, 0, 0], turn));
  turn = multiply(turn, turnOf(frame, `${side}Hand`));
  const fingers = rotate([out, 0, 0], turn);
  const facing = rotate([0, -1, 0], turn);
  return { shoulder, elbow, wrist, fingers, facing, palm: plus(plus(wrist, fingers, 0.42 * hand), facing, 0.1 * hand) };
}

/** Where a leg's ankle is in the world, in metres. */
export function anklePlace(frame: AvatarFrame, side: 'left' | 'right'): Point {
  const { hips, hip, upperLeg, lowerLeg } = frame.build;
  const out = side === 'left' ? 1 : -1;
  let turn = turnOf(frame, 'hips');
  const pelvis: Point = [hips.x + frame.hips.x * hips.y, hips.y + frame.hips.y * hips.y, hips.z + frame.hips.z * hips.y];
  const joint = plus(pelvis, rotate([out * hip.x - hips.x, hip.y - hips.y, hip.z - hips.z], turn));
  turn = multiply(turn, turnOf(frame, `${side}UpperLeg`));
  const knee = plus(joint, rotate([0, -upperLeg, 0], turn));
  return plus(knee, rotate([0, -lowerLeg, 0], multiply(turn, turnOf(frame, `${side}LowerLeg`))));
}

/** Every bone's turn added up along its chain, so that a test can tell where it faces. */
export function worldTurn(frame: AvatarFrame, bone: HumanBone): Turn {
  const parent = parentOf(bone);
  return parent ? multiply(worldTurn(frame, parent), turnOf(frame, bone)) : turnOf(frame, bone);
}
