import type { VRMHumanBoneName } from '@pixiv/three-vrm';
import type { Radians } from '../core/index.ts';
import type { Bones } from './bones.ts';

/** Turns about the bone's own x, then y, then z, away from the T-pose. */
type Turn = readonly [x: Radians, y: Radians, z: Radians];

/**
 * How a standing person's left side hangs; the right side mirrors it.
 *
 * In the T-pose the left arm points along +x with the palm down and +z is forward: negative z lowers
 * the arm or curls a finger, negative y brings it forward.
 */
const LEFT_SIDE: Readonly<Partial<Record<VRMHumanBoneName, Turn>>> = {
  leftShoulder: [0, 0, -0.04],
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

function finger(name: 'Index' | 'Middle' | 'Ring' | 'Little', curl: Radians, spread: Radians): Partial<Record<VRMHumanBoneName, Turn>> {
  return {
    [`left${name}Proximal`]: [0, spread, -curl],
    [`left${name}Intermediate`]: [0, 0, -1.25 * curl],
    [`left${name}Distal`]: [0, 0, -0.8 * curl],
  };
}

/** Lets the arms, hands and fingers hang. */
export function applyRestPose(bones: Bones): void {
  for (const [name, [x, y, z]] of Object.entries(LEFT_SIDE)) {
    bones.turn(name as VRMHumanBoneName, x, y, z, 'ZYX');
    bones.turn(name.replace('left', 'right') as VRMHumanBoneName, x, -y, -z, 'ZYX');
  }
}
