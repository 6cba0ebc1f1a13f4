import type { VRM, VRMHumanBoneName } from '@pixiv/three-vrm';
import { type Object3D, Quaternion } from 'three';

/** How a node of an avatar stands in the avatar's scene while every humanoid bone rests, whatever its pose is now. */
export function restRotation({ humanoid, scene }: VRM, node: Object3D | null): Quaternion {
  const rest = humanoid.rawRestPose;
  const names = new Map((Object.keys(humanoid.rawHumanBones) as VRMHumanBoneName[]).map((name) => [humanoid.getRawBoneNode(name), name]));
  const rotation = new Quaternion();
  for (let at = node; at && at !== scene; at = at.parent) {
    const name = names.get(at);
    const own = name ? rest[name]?.rotation : undefined;
    rotation.premultiply(own ? new Quaternion().fromArray(own) : at.quaternion);
  }
  return rotation;
}
