import type { VRMHumanBoneName } from '@pixiv/three-vrm';
import type { Radians, Unit } from '../core/index.ts';
import type { Bones } from './bones.ts';
import { applyRestPose } from './rest-pose.ts';

export interface Posture {
  /** Turns spine, shoulders, neck and head. The head's yaw is to the avatar's left, pitch up, roll to its right shoulder. */
  apply(breath: Unit, lean: Radians, headYaw: Radians, headPitch: Radians, headRoll: Radians): void;
}

/** How far a full breath bends the chest back. Ribs rise by a few degrees in quiet breathing. */
const BREATH_BEND = 0.045;
const BREATH_SHOULDERS = 0.05;
const SHOULDER_REST = -0.04;
/** How much of a lean the neck takes back, so that the face stays on the player. */
const LEAN_KEPT_LEVEL = 0.75;

const LEAN: Shares = { spine: 0.45, chest: 0.35, upperChest: 0.2 };
const BREATH: Shares = { chest: 0.6, upperChest: 0.4 };
const HEAD: Shares = { neck: 0.4, head: 0.6 };

interface Share {
  readonly name: VRMHumanBoneName;
  readonly share: number;
}

type Shares = Readonly<Partial<Record<VRMHumanBoneName, number>>>;

/** Stands an avatar at ease and moves its trunk and head from there. */
export function createPosture(bones: Bones): Posture {
  applyRestPose(bones);
  const leaning = shareOut(LEAN, bones, 'spine');
  const breathing = shareOut(BREATH, bones, 'spine');
  const trunk = leaning.map(({ name, share }) => ({
    name, lean: share, bend: BREATH_BEND * (breathing.find((bone) => bone.name === name)?.share ?? 0),
  }));
  const head = shareOut(HEAD, bones, 'head');

  return {
    apply(breath, lean, yaw, pitch, roll) {
      for (const bone of trunk) bones.turn(bone.name, lean * bone.lean - breath * bone.bend, 0, 0);
      const lift = SHOULDER_REST + breath * BREATH_SHOULDERS;
      bones.turn('leftShoulder', 0, 0, lift);
      bones.turn('rightShoulder', 0, 0, -lift);
      const level = breath * BREATH_BEND - lean * LEAN_KEPT_LEVEL;
      for (const { name, share } of head) bones.turn(name, share * (level - pitch), share * yaw, share * roll);
    },
  };
}

/** Divides a movement among the bones that the avatar has; all to one when it has none of them. */
function shareOut(shares: Shares, bones: Bones, otherwise: VRMHumanBoneName): Share[] {
  const present = (Object.entries(shares) as [VRMHumanBoneName, number][]).filter(([name]) => bones.has(name));
  const sum = present.reduce((total, [, share]) => total + share, 0);
  return sum > 0 ? present.map(([name, share]) => ({ name, share: share / sum })) : [{ name: otherwise, share: 1 }];
}
