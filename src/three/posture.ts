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

type Shares = Readonly<Partial<Record<VRMHumanBoneName, number>>>;

/** Stands an avatar at ease and moves its trunk and head from there. */
export function createPosture(bones: Bones): Posture {
  applyRestPose(bones);
  const lean = shareOut(LEAN, bones, 'spine');
  const breathing = shareOut(BREATH, bones, 'spine');
  const head = shareOut(HEAD, bones, 'head');
  const trunk = [...lean.keys()];

  return {
    apply(breath, leaning, yaw, pitch, roll) {
      for (const name of trunk) {
        bones.turn(name, leaning * (lean.get(name) ?? 0) - breath * BREATH_BEND * (breathing.get(name) ?? 0), 0, 0);
      }
      const lift = SHOULDER_REST + breath * BREATH_SHOULDERS;
      bones.turn('leftShoulder', 0, 0, lift);
      bones.turn('rightShoulder', 0, 0, -lift);
      const level = breath * BREATH_BEND - leaning * LEAN_KEPT_LEVEL;
      for (const [name, share] of head) bones.turn(name, share * (level - pitch), share * yaw, share * roll);
    },
  };
}

/** Divides a movement among the bones that the avatar has; all to one when it has none of them. */
function shareOut(shares: Shares, bones: Bones, otherwise: VRMHumanBoneName): ReadonlyMap<VRMHumanBoneName, number> {
  const present = (Object.entries(shares) as [VRMHumanBoneName, number][]).filter(([name]) => bones.has(name));
  const sum = present.reduce((total, [, share]) => total + share, 0);
  return new Map(sum > 0 ? present.map(([name, share]) => [name, share / sum]) : [[otherwise, 1]]);
}
