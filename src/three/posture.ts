import type { VRM } from '@pixiv/three-vrm';
import { type Object3D, Quaternion, Vector3 } from 'three';
import { type AvatarFrame, HUMAN_BONES, type HumanBone, parentOf, type Radians } from '../core/index.ts';

export interface Posture {
  /** Takes up a frame's pose, with the head turned towards the player on top of it. */
  apply(frame: AvatarFrame, headYaw: Radians, headPitch: Radians): void;
}

/** A bone that the avatar has, and the bones before and after whose turns it makes as well. */
interface Limb {
  readonly node: Object3D;
  /** In the order of turning, the bone itself among them. */
  readonly bones: readonly number[];
  /** How much of the head's turn towards the player it makes. */
  readonly follow: number;
}

const NECK_SHARE = 0.4;
const TRUNK: readonly HumanBone[] = ['spine', 'chest', 'upperChest'];

const hips = new Vector3();
const turn = new Quaternion();
const following = new Quaternion();
const sideways = new Vector3(1, 0, 0);
const upwards = new Vector3(0, 1, 0);

/** Moves the humanoid of a VRM; VRM 0.x was authored facing -z, so its x and z turn the other way. */
export function createPosture({ humanoid, meta }: VRM): Posture {
  const sign = meta.metaVersion === '0' ? -1 : 1;
  const node = (bone: HumanBone): Object3D | null => humanoid.getNormalizedBoneNode(bone);
  const limbs: Limb[] = [];
  for (const [index, bone] of HUMAN_BONES.entries()) {
    const own = node(bone);
    if (own) limbs.push({ node: own, bones: [...missingAbove(bone), index, ...(bone === 'spine' || bone === 'chest' ? missingTrunk(bone) : [])], follow: followShare(bone) });
  }
  const pelvis = node('hips');
  const home = pelvis?.position.clone() ?? new Vector3();

  /** Missing necks, shoulders and finger joints turn with the bone they carry. */
  function missingAbove(bone: HumanBone): number[] {
    const above = parentOf(bone);
    if (above === null || node(above) || TRUNK.includes(above)) return [];
    return [...missingAbove(above), HUMAN_BONES.indexOf(above)];
  }

  /** Missing parts of the trunk turn with the part below them, as arms and head hang on both. */
  function missingTrunk(bone: HumanBone): number[] {
    const above = TRUNK.slice(TRUNK.indexOf(bone) + 1);
    const next = above.findIndex((each) => node(each));
    return (next < 0 ? above : above.slice(0, next)).map((each) => HUMAN_BONES.indexOf(each));
  }

  function followShare(bone: HumanBone): number {
    if (bone === 'neck') return NECK_SHARE;
    return bone === 'head' ? (node('neck') ? 1 - NECK_SHARE : 1) : 0;
  }

  return {
    apply(frame, headYaw, headPitch) {
      if (pelvis) pelvis.position.copy(home).addScaledVector(hips.set(sign * orZero(frame.hips.x), orZero(frame.hips.y), sign * orZero(frame.hips.z)), home.y);
      for (const limb of limbs) {
        limb.node.quaternion.identity();
        for (const bone of limb.bones) {
          turn.fromArray(frame.body, 4 * bone);
          if (!(turn.lengthSq() > 0.5)) turn.identity();
          limb.node.quaternion.multiply(turn);
        }
        if (limb.follow > 0) {
          limb.node.quaternion.multiply(following.setFromAxisAngle(upwards, limb.follow * headYaw));
          limb.node.quaternion.multiply(following.setFromAxisAngle(sideways, -limb.follow * headPitch));
        }
        limb.node.quaternion.normalize();
        limb.node.quaternion.x *= sign;
        limb.node.quaternion.z *= sign;
      }
    },
  };
}

function orZero(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
