import type { VRM } from '@pixiv/three-vrm';
import { Matrix4, type Object3D, Vector3 } from 'three';
import { type AvatarFrame, HUMAN_BONES, type HumanBone, parentOf } from '../core/index.ts';
import { multiply } from './quaternion-array.ts';
import { restRotation } from './rest-rotation.ts';

/** A pose as frames carry it. */
export type Pose = Pick<AvatarFrame, 'body' | 'hips'>;

export interface Posture {
  /**
   * Takes up a pose; allocates nothing.
   *
   * @param head yaw and pitch of the head's turn towards the player, on top of the pose
   */
  apply(pose: Pose, head: Float64Array): void;
}

/** A bone that the avatar has, and the bones before and after whose turns it makes as well. */
interface Limb {
  /** The bone as three-vrm shows it to the world, at rest without a turn, and the one that the skin hangs on. */
  readonly normalized: Object3D;
  readonly raw: Object3D;
  /** In the order of turning, the bone itself among them. */
  readonly bones: readonly number[];
  /** How much of the head's turn towards the player it makes. */
  readonly follow: number;
  /** Quaternions that take a turn from the avatar's frame to the raw bone's: multiplied before and after it. */
  readonly before: Float64Array;
  readonly after: Float64Array;
}

const NECK_SHARE = 0.4;
const TRUNK: readonly HumanBone[] = ['spine', 'chest', 'upperChest'];

const turn = new Float64Array(4);
const next = new Float64Array(4);
const place = new Vector3();

/**
 * Moves the humanoid of a VRM in three-vrm's place, which turns every quaternion four times a frame;
 * its normalized bones are kept in step. VRM 0.x was authored facing -z, so its x and z turn the
 * other way.
 */
export function createPosture(vrm: VRM): Posture {
  const { humanoid, meta, scene } = vrm;
  const sign = meta.metaVersion === '0' ? -1 : 1;
  const limbs: Limb[] = [];
  for (const [index, bone] of HUMAN_BONES.entries()) {
    const normalized = humanoid.getNormalizedBoneNode(bone);
    const raw = humanoid.getRawBoneNode(bone);
    if (!normalized || !raw) continue;
    const parent = restRotation(vrm, raw.parent);
    limbs.push({
      normalized, raw,
      bones: [...missingAbove(bone), index, ...(bone === 'spine' || bone === 'chest' ? missingTrunk(bone) : [])],
      follow: followShare(bone),
      before: Float64Array.from(parent.clone().invert().toArray()), after: Float64Array.from(restRotation(vrm, raw).toArray()),
    });
  }
  const [normalHips, rawHips] = [humanoid.getNormalizedBoneNode('hips'), humanoid.getRawBoneNode('hips')];
  const home = new Vector3().fromArray(humanoid.normalizedRestPose.hips?.position ?? [0, 0, 0]);
  const intoParent = new Matrix4();
  for (let at = rawHips?.parent; at && at !== scene; at = at.parent) intoParent.premultiply(at.matrix);
  intoParent.invert();

  /** Missing necks, shoulders and finger joints turn with the bone they carry. */
  function missingAbove(bone: HumanBone): number[] {
    const above = parentOf(bone);
    if (above === null || humanoid.getRawBoneNode(above) || TRUNK.includes(above)) return [];
    return [...missingAbove(above), HUMAN_BONES.indexOf(above)];
  }

  /** Missing parts of the trunk turn with the part below them, as arms and head hang on both. */
  function missingTrunk(bone: HumanBone): number[] {
    const above = TRUNK.slice(TRUNK.indexOf(bone) + 1);
    const present = above.findIndex((each) => humanoid.getRawBoneNode(each));
    return (present < 0 ? above : above.slice(0, present)).map((each) => HUMAN_BONES.indexOf(each));
  }

  function followShare(bone: HumanBone): number {
    if (bone === 'neck') return NECK_SHARE;
    return bone === 'head' ? (humanoid.getRawBoneNode('neck') ? 1 - NECK_SHARE : 1) : 0;
  }

  return {
    apply({ body, hips }, head) {
      if (normalHips && rawHips) {
        place.x = home.x + home.y * sign * orZero(hips.x);
        place.y = home.y + home.y * orZero(hips.y);
        place.z = home.z + home.y * sign * orZero(hips.z);
        normalHips.position.copy(place);
        rawHips.position.copy(place.applyMatrix4(intoParent));
      }
      for (let at = 0; at < limbs.length; at++) {
        const limb = limbs[at]!;
        turn[0] = turn[1] = turn[2] = 0;
        turn[3] = 1;
        for (let part = 0; part < limb.bones.length; part++) multiply(turn, turn, 0, body, 4 * limb.bones[part]!);
        if (limb.follow > 0) {
          const yaw = (limb.follow * head[0]!) / 2;
          next[0] = next[2] = 0;
          next[1] = Math.sin(yaw);
          next[3] = Math.cos(yaw);
          multiply(turn, turn, 0, next, 0);
          const pitch = (-limb.follow * head[1]!) / 2;
          next[1] = 0;
          next[0] = Math.sin(pitch);
          next[3] = Math.cos(pitch);
          multiply(turn, turn, 0, next, 0);
        }
        turn[0] = sign * turn[0]!;
        turn[2] = sign * turn[2]!;
        normalize(turn);
        limb.normalized.quaternion.fromArray(turn);
        multiply(turn, limb.before, 0, turn, 0);
        multiply(turn, turn, 0, limb.after, 0);
        limb.raw.quaternion.fromArray(turn);
      }
    },
  };
}

/** Makes a quaternion one of length 1; no turn at all of what is none. */
function normalize(quaternion: Float64Array): void {
  const x = quaternion[0]!, y = quaternion[1]!, z = quaternion[2]!, w = quaternion[3]!;
  const length = Math.sqrt(x * x + y * y + z * z + w * w);
  const sound = length > 1e-3 && length < 1e3;
  quaternion[0] = sound ? x / length : 0;
  quaternion[1] = sound ? y / length : 0;
  quaternion[2] = sound ? z / length : 0;
  quaternion[3] = sound ? w / length : 1;
}

function orZero(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
