import { type VRM, VRMLookAtBoneApplier, VRMLookAtExpressionApplier } from '@pixiv/three-vrm';
import { MathUtils, Matrix4, type Object3D, Vector3 } from 'three';
import { type AvatarFrame, type Radians, type Seconds, type Unit, clamp, smoothstep } from '../core/index.ts';
import { createDamper } from './damper.ts';
import { createEyes } from './eyes.ts';
import { restRotation } from './rest-rotation.ts';

/** How far the eyes turn in the head. */
export interface GazeLimits {
  readonly yaw: Radians;
  readonly pitch: Radians;
}

export interface Gaze {
  /** Where the eyes point in the head: yaw to the avatar's left, pitch up. */
  readonly eyes: { readonly yaw: Radians; readonly pitch: Radians };
  /** Yaw and pitch of the head's turn towards the player. */
  readonly head: Float64Array;
  /** How far the lids should follow the eyes, in `look[0]`: 1 up at their limit, -1 down at it. */
  readonly look: Float64Array;
  /** Lets the head follow a point in the world, or come back to the middle for null, for `passed[0]` seconds. */
  follow(target: Vector3 | null, passed: Float64Array): void;
  /**
   * Turns the eyes at the player plus the frame's own offset; to be called once the head's bones have turned.
   *
   * @param instead where a motion turns them, and how much of the gaze that decides
   */
  aim(target: Vector3 | null, offset: AvatarFrame['gaze'], instead?: { readonly weight: Unit; readonly yaw: Radians; readonly pitch: Radians }): void;
}

/** The head makes this much of a turn towards someone, the eyes the rest (Freedman and Sparks 1997 for small shifts). */
const HEAD_SHARE = 0.6;
/** Eyes rest within this part of their reach. */
const EYES_AT_EASE = 0.7;
const NATURAL_LIMITS: GazeLimits = { yaw: 0.6, pitch: 0.4 };
const HEAD_LIMIT: GazeLimits = { yaw: 0.95, pitch: 0.5 };
const HEAD_SETTLE: Seconds = 0.55;
/** Someone who walks behind the avatar is let go between these angles. */
const LET_GO: readonly [Radians, Radians] = [1.75, 2.45];

const NOTHING_INSTEAD = { weight: 0, yaw: 0, pitch: 0 };

const local = new Vector3();
const toHead = new Matrix4();

/**
 * @param body what stands on the floor and faces +z: the driver's object
 * @param headHeight of the head bone at rest, in metres
 */
export function createGaze(vrm: VRM, body: Object3D, eyeHeight: number, headHeight: number, limits: GazeLimits): Gaze {
  const { lookAt } = vrm;
  if (lookAt) lookAt.autoUpdate = false;
  const forward = vrm.meta.metaVersion === '0' ? -1 : 1;
  const headNode = vrm.humanoid.getRawBoneNode('head');
  const headRest = restRotation(vrm, headNode);
  const eyesAboveHead = eyeHeight - headHeight;
  const lidsFollow = lookAt?.applier instanceof VRMLookAtBoneApplier;
  // Without moving eyes the head alone has to face the player.
  const share = lookAt ? HEAD_SHARE : 1;
  const yaw = createDamper(HEAD_SETTLE);
  const pitch = createDamper(HEAD_SETTLE);
  const turnEyes = createEyes(vrm);
  /** Yaw and pitch of the eyes, and of the head; in arrays, as numbers that are handed on would be allocated at every frame. */
  const eyes = new Float64Array(2);
  const head = new Float64Array(2);
  const look = new Float64Array(1);
  /** How far the player is followed: less behind the back. In an array, as a variable would be allocated at every frame. */
  const held = new Float64Array(1);

  return {
    head, look,
    eyes: {
      get yaw() {
        return eyes[0]!;
      },
      get pitch() {
        return eyes[1]!;
      },
    },
    follow(target, passed) {
      held[0] = 0;
      let towardsYaw = 0;
      let towardsPitch = 0;
      if (target) {
        body.worldToLocal(local.copy(target));
        local.y -= eyeHeight;
        towardsYaw = Math.atan2(local.x, local.z);
        towardsPitch = Math.atan2(local.y, Math.sqrt(local.x * local.x + local.z * local.z));
        held[0] = 1 - smoothstep(LET_GO[0], LET_GO[1], Math.abs(towardsYaw));
      }
      yaw.target[0] = within(held[0]! * headPart(towardsYaw, share, limits.yaw), HEAD_LIMIT.yaw);
      pitch.target[0] = within(held[0]! * headPart(towardsPitch, share, limits.pitch), HEAD_LIMIT.pitch);
      yaw.follow(passed);
      pitch.follow(passed);
      head[0] = yaw.value[0]!;
      head[1] = pitch.value[0]!;
    },
    aim(target, offset, instead = NOTHING_INSTEAD) {
      let towardsYaw = 0;
      let towardsPitch = 0;
      if (target && headNode) {
        headNode.updateWorldMatrix(true, false);
        local.copy(target).applyMatrix4(toHead.copy(headNode.matrixWorld).invert()).applyQuaternion(headRest);
        local.y -= eyesAboveHead;
        towardsYaw = held[0]! * Math.atan2(forward * local.x, forward * local.z);
        towardsPitch = held[0]! * Math.atan2(local.y, Math.sqrt(local.x * local.x + local.z * local.z));
      }
      const ahead = 1 - instead.weight;
      eyes[0] = within(ahead * (towardsYaw + offset.yaw) + instead.weight * instead.yaw, limits.yaw);
      eyes[1] = within(ahead * (towardsPitch + offset.pitch) + instead.weight * instead.pitch, limits.pitch);
      if (lidsFollow) look[0] = clamp(eyes[1]! / limits.pitch, -1, 1);
      turnEyes(eyes);
    },
  };
}

/** The reach that the avatar's author gave its eyes, within what looks natural. */
export function gazeLimitsOf({ lookAt }: VRM): GazeLimits {
  const applier = lookAt?.applier;
  if (!(applier instanceof VRMLookAtBoneApplier || applier instanceof VRMLookAtExpressionApplier)) return NATURAL_LIMITS;
  const reach = (degrees: number, natural: Radians): Radians => (degrees > 0 ? Math.min(natural, degrees * MathUtils.DEG2RAD) : natural);
  return {
    yaw: reach(applier.rangeMapHorizontalOuter.inputMaxValue, NATURAL_LIMITS.yaw),
    pitch: reach(applier.rangeMapVerticalDown.inputMaxValue, NATURAL_LIMITS.pitch),
  };
}

/** The head's part of a turn: its share, or whatever the eyes cannot reach with ease. */
function headPart(turn: Radians, share: number, eyeLimit: Radians): Radians {
  return Math.sign(turn) * Math.max(share * Math.abs(turn), Math.abs(turn) - EYES_AT_EASE * eyeLimit);
}

/** Clips to ±limit; NaN becomes 0, as one would stay in the springs for good. */
function within(value: number, limit: number): number {
  return Number.isNaN(value) ? 0 : clamp(value, -limit, limit);
}
