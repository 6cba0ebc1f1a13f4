import { type Object3D, Quaternion, Vector3 } from 'three';
import { clamp, type Unit } from '../core/index.ts';
import type { VrmDriver } from '../three/index.ts';

/** Brings a hand of an avatar to a place in the world, over whatever its arm does. */
export interface ArmReach {
  /** How far the palm was from the place after the last {@link reach}, in metres. */
  readonly gap: number;
  /** @param share how far from where the hand was brought to it by what else the body does; 0 leaves the arm alone */
  reach(place: Vector3, share: Unit): void;
}

/** An arm is never quite straight; what lies farther than this beyond its reach is not reached for. */
const LONGEST = 0.985;
const BEYOND = 1.3;
/** The middle of the palm is so far along the hand. */
const PALM = 0.42;

/** @returns null where the avatar has no such arm */
export function createArmReach({ avatar, build }: Pick<VrmDriver, 'avatar' | 'build'>, side: 'left' | 'right'): ArmReach | null {
  const { humanoid } = avatar.vrm;
  const [shoulder, elbow, hand] = (['UpperArm', 'LowerArm', 'Hand'] as const).map((bone) => humanoid.getRawBoneNode(`${side}${bone}`));
  const finger = humanoid.getRawBoneNode(`${side}MiddleProximal`);
  if (!shoulder || !elbow || !hand) return null;
  let gap = Infinity;

  function readPlaces(): void {
    shoulder!.getWorldPosition(root);
    elbow!.getWorldPosition(joint);
    hand!.getWorldPosition(wrist);
    if (finger) palm.copy(finger.getWorldPosition(palm)).sub(wrist).normalize();
    else palm.subVectors(wrist, joint).normalize();
    palm.multiplyScalar(PALM * build.hand).add(wrist);
  }

  return {
    get gap() {
      return gap;
    },
    reach(place, share) {
      gap = Infinity;
      if (share <= 0) return;
      shoulder.updateWorldMatrix(true, false);
      readPlaces();
      const [upper, lower] = [root.distanceTo(joint), joint.distanceTo(wrist)];
      // The palm is to come to the place, and it is some way from the wrist.
      aim.copy(place).sub(palm).add(wrist);
      if (aim.distanceTo(root) > BEYOND * (upper + lower)) return;
      aim.lerp(wrist, 1 - share);
      const distance = clamp(aim.distanceTo(root), Math.abs(upper - lower) + 0.02, LONGEST * (upper + lower));
      along.subVectors(joint, root).normalize();
      onwards.subVectors(wrist, joint).normalize();
      axis.crossVectors(along, onwards);
      if (axis.lengthSq() > 1e-6) {
        const bend = along.angleTo(onwards);
        const wanted = Math.PI - Math.acos(clamp((upper * upper + lower * lower - distance * distance) / (2 * upper * lower), -1, 1));
        turnInWorld(elbow, by.setFromAxisAngle(axis.normalize(), wanted - bend));
      }
      hand.getWorldPosition(wrist);
      turnInWorld(shoulder, by.setFromUnitVectors(along.subVectors(wrist, root).normalize(), onwards.subVectors(aim, root).normalize()));
      readPlaces();
      gap = palm.distanceTo(place);
    },
  };
}

/** Turns a bone about its joint by a turn in the world's frame. */
function turnInWorld(bone: Object3D, turn: Quaternion): void {
  if (bone.parent) {
    bone.parent.getWorldQuaternion(parent);
    bone.quaternion.premultiply(parent).premultiply(turn).premultiply(parent.invert());
  } else bone.quaternion.premultiply(turn);
  bone.updateMatrixWorld(true);
}

const root = new Vector3();
const joint = new Vector3();
const wrist = new Vector3();
const palm = new Vector3();
const aim = new Vector3();
const along = new Vector3();
const onwards = new Vector3();
const axis = new Vector3();
const by = new Quaternion();
const parent = new Quaternion();
