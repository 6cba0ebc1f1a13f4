import type { VRM, VRMHumanBoneName } from '@pixiv/three-vrm';
import type { EulerOrder } from 'three';
import type { Radians } from '../core/index.ts';

/** An avatar's humanoid bones in one frame of reference: +x to its left, +y up, +z forward, at rest in a T-pose. */
export interface Bones {
  has(name: VRMHumanBoneName): boolean;
  /** Turns a bone away from the T-pose, in its parent's frame; a bone that is missing is passed over. */
  turn(name: VRMHumanBoneName, x: Radians, y: Radians, z: Radians, order?: EulerOrder): void;
}

/** Wraps the humanoid of a VRM; VRM 0.x was authored facing -z, so its x and z turn the other way. */
export function createBones({ humanoid, meta }: VRM): Bones {
  const sign = meta.metaVersion === '0' ? -1 : 1;
  return {
    has: (name) => humanoid.getNormalizedBoneNode(name) !== null,
    turn(name, x, y, z, order = 'YXZ') {
      humanoid.getNormalizedBoneNode(name)?.rotation.set(sign * x, y, sign * z, order);
    },
  };
}
