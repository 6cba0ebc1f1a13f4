import type { Radians, Unit } from '../units.ts';
import type { AvatarFrame } from './frame.ts';
import { BONE_INDEX, type HumanBone } from './humanoid.ts';
import { type Quat, quat, setEuler, setQuat, turnX, turnY, turnZ } from './vector.ts';

/** How the trunk and head stand, before it is shared out among the bones. */
export interface Carriage {
  breath: Unit;
  lean: Radians;
  headYaw: Radians;
  headPitch: Radians;
  headRoll: Radians;
}

/** How far a full breath bends the chest back. Ribs rise by a few degrees in quiet breathing. */
const BREATH_BEND = 0.045;
const BREATH_SHOULDERS = 0.05;
const SHOULDER_REST = -0.04;
/** How much of a lean the neck takes back, so that the face stays on the player. */
const LEAN_KEPT_LEVEL = 0.75;

type Turn = readonly [x: Radians, y: Radians, z: Radians];

/**
 * How a standing person's left side hangs; the right side mirrors it.
 *
 * In the T-pose the left arm points along +x with the palm down and +z is forward: negative z lowers
 * the arm or curls a finger, negative y brings it forward.
 */
const LEFT_SIDE: Readonly<Partial<Record<HumanBone, Turn>>> = {
  leftUpperArm: [0, -0.1, -1.22],
  leftLowerArm: [0.1, -0.28, -0.02],
  leftHand: [0.06, 0, -0.06],
  leftThumbMetacarpal: [0.25, 0.25, -0.15],
  leftThumbProximal: [0, 0.3, 0],
  leftThumbDistal: [0, 0.25, 0],
  ...finger('Index', 0.34, 0.1),
  ...finger('Middle', 0.42, 0.03),
  ...finger('Ring', 0.5, -0.05),
  ...finger('Little', 0.56, -0.13),
};

function finger(name: 'Index' | 'Middle' | 'Ring' | 'Little', curl: Radians, spread: Radians): Partial<Record<HumanBone, Turn>> {
  return {
    [`left${name}Proximal`]: [0, spread, -curl],
    [`left${name}Intermediate`]: [0, 0, -1.25 * curl],
    [`left${name}Distal`]: [0, 0, -0.8 * curl],
  };
}

const REST = Object.entries(LEFT_SIDE) as [HumanBone, Turn][];

/** Writes the whole pose into a frame. */
export function poseBody({ breath, lean, headYaw, headPitch, headRoll }: Carriage, { body }: AvatarFrame): void {
  for (const [name, [x, y, z]] of REST) {
    write(body, name, turnX(turnY(turnZ(setQuat(turn, 0, 0, 0, 1), z), y), x));
    write(body, name.replace('left', 'right') as HumanBone, setQuat(turn, turn.x, -turn.y, -turn.z, turn.w));
  }
  const level = breath * BREATH_BEND - lean * LEAN_KEPT_LEVEL;
  const lift = SHOULDER_REST + breath * BREATH_SHOULDERS;
  write(body, 'spine', setEuler(turn, 0.45 * lean, 0, 0));
  write(body, 'chest', setEuler(turn, 0.35 * lean - 0.6 * breath * BREATH_BEND, 0, 0));
  write(body, 'upperChest', setEuler(turn, 0.2 * lean - 0.4 * breath * BREATH_BEND, 0, 0));
  write(body, 'leftShoulder', setEuler(turn, 0, 0, lift));
  write(body, 'rightShoulder', setEuler(turn, 0, 0, -lift));
  write(body, 'neck', setEuler(turn, 0.4 * (level - headPitch), 0.4 * headYaw, 0.4 * headRoll));
  write(body, 'head', setEuler(turn, 0.6 * (level - headPitch), 0.6 * headYaw, 0.6 * headRoll));
}

function write(body: Float64Array, bone: HumanBone, { x, y, z, w }: Quat): void {
  const at = 4 * BONE_INDEX[bone];
  body[at] = x;
  body[at + 1] = y;
  body[at + 2] = z;
  body[at + 3] = w;
}

const turn = quat();
