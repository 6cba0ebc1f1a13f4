import { type VRM, type VRMLookAtRangeMap, VRMLookAtBoneApplier, VRMLookAtExpressionApplier } from '@pixiv/three-vrm';
import { Euler, MathUtils, type Object3D, Quaternion } from 'three';
import { unit } from '../core/index.ts';
import { multiply } from './quaternion-array.ts';
import { restRotation } from './rest-rotation.ts';

/**
 * Turns the eyes of an avatar, by their bones or by expressions as its file says.
 *
 * @param angles yaw to the avatar's left and pitch up, in radians; in an array, as numbers that are
 *   handed on would be allocated at every frame
 */
export type TurnEyes = (angles: Float64Array) => void;

/** Does what three-vrm does with `lookAt.yaw` and `lookAt.pitch`, and allocates nothing; its own way remains for what it was extended with. */
export function createEyes(vrm: VRM): TurnEyes {
  const { lookAt } = vrm;
  if (!lookAt) return () => {};
  const { applier } = lookAt;
  const turn = applier instanceof VRMLookAtBoneApplier ? eyeBones(vrm, applier)
    : applier instanceof VRMLookAtExpressionApplier ? eyeExpressions(applier)
    : () => lookAt.update(0);
  return (angles) => {
    // three-vrm wants degrees, and a pitch that grows downwards.
    lookAt.yaw = angles[0]! * MathUtils.RAD2DEG;
    lookAt.pitch = -angles[1]! * MathUtils.RAD2DEG;
    turn(angles);
  };
}

/** How far an eye turns to one side: evenly up to `most`, for a gaze of up to `reach`; in radians. */
interface Range {
  readonly reach: number;
  readonly most: number;
}

interface Eye {
  readonly normalized: Object3D;
  readonly raw: Object3D;
  readonly toLeft: Range;
  readonly toRight: Range;
  /** Quaternions that take a turn from the face's frame to the normalized bone's, and to the raw bone's. */
  readonly facing: Float64Array;
  readonly facingBack: Float64Array;
  readonly before: Float64Array;
  readonly after: Float64Array;
}

const pitchTurn = new Float64Array(4);
const turn = new Float64Array(4);

function eyeBones(vrm: VRM, applier: VRMLookAtBoneApplier): TurnEyes {
  const inner = inRadians(applier.rangeMapHorizontalInner);
  const outer = inRadians(applier.rangeMapHorizontalOuter);
  // The bone's maps are the wrong way round in three-vrm, where a gaze upwards is given to the map "down".
  const up = inRadians(applier.rangeMapVerticalDown);
  const down = inRadians(applier.rangeMapVerticalUp);
  const facing = facingOf(applier);
  const eyes = (['leftEye', 'rightEye'] as const).flatMap((name): Eye[] => {
    const [normalized, raw] = [vrm.humanoid.getNormalizedBoneNode(name), vrm.humanoid.getRawBoneNode(name)];
    if (!normalized || !raw) return [];
    return [{
      normalized, raw,
      toLeft: name === 'leftEye' ? outer : inner, toRight: name === 'leftEye' ? inner : outer,
      facing: arrayOf(facing), facingBack: arrayOf(facing.clone().invert()),
      before: arrayOf(restRotation(vrm, raw.parent).invert()), after: arrayOf(restRotation(vrm, raw)),
    }];
  });
  return (angles) => {
    const upwards = angles[1]! > 0;
    const vertical = upwards ? up : down;
    const pitch = (upwards ? -0.5 : 0.5) * vertical.most * Math.min(Math.abs(angles[1]!) / vertical.reach, 1);
    pitchTurn[0] = Math.sin(pitch);
    pitchTurn[3] = Math.cos(pitch);
    for (let at = 0; at < eyes.length; at++) {
      const eye = eyes[at]!;
      const leftwards = angles[0]! > 0;
      const sideways = leftwards ? eye.toLeft : eye.toRight;
      const yaw = (leftwards ? 0.5 : -0.5) * sideways.most * Math.min(Math.abs(angles[0]!) / sideways.reach, 1);
      turn[0] = turn[2] = 0;
      turn[1] = Math.sin(yaw);
      turn[3] = Math.cos(yaw);
      multiply(turn, turn, 0, pitchTurn, 0);
      multiply(turn, eye.facing, 0, turn, 0);
      multiply(turn, turn, 0, eye.facingBack, 0);
      eye.normalized.quaternion.fromArray(turn);
      multiply(turn, eye.before, 0, turn, 0);
      multiply(turn, turn, 0, eye.after, 0);
      eye.raw.quaternion.fromArray(turn);
    }
  };
}

function eyeExpressions(applier: VRMLookAtExpressionApplier): TurnEyes {
  const { expressions, rangeMapHorizontalOuter, rangeMapVerticalUp, rangeMapVerticalDown } = applier;
  const [left, right, up, down] = (['lookLeft', 'lookRight', 'lookUp', 'lookDown'] as const).map((name) => expressions.getExpression(name));
  // As in three-vrm: one map for both sides, as neither eye turns alone.
  const sideways = asWeight(rangeMapHorizontalOuter);
  const [upwards, downwards] = [asWeight(rangeMapVerticalUp), asWeight(rangeMapVerticalDown)];
  return (angles) => {
    if (left) left.weight = unit(sideways.most * unit(angles[0]! / sideways.reach));
    if (right) right.weight = unit(sideways.most * unit(-angles[0]! / sideways.reach));
    if (up) up.weight = unit(upwards.most * unit(angles[1]! / upwards.reach));
    if (down) down.weight = unit(downwards.most * unit(-angles[1]! / downwards.reach));
  };
}

function inRadians({ inputMaxValue, outputScale }: VRMLookAtRangeMap): Range {
  return { reach: inputMaxValue * MathUtils.DEG2RAD, most: outputScale * MathUtils.DEG2RAD };
}

function asWeight({ inputMaxValue, outputScale }: VRMLookAtRangeMap): Range {
  return { reach: inputMaxValue * MathUtils.DEG2RAD, most: outputScale };
}

/** From +z to where the face of the file's avatar looks: VRM 0.x looks along -z. */
function facingOf({ faceFront: { x, y, z } }: VRMLookAtBoneApplier): Quaternion {
  return new Quaternion().setFromEuler(new Euler(0, Math.PI / 2 + Math.atan2(-z, x), Math.atan2(y, Math.hypot(x, z)), 'YZX'));
}

function arrayOf(quaternion: Quaternion): Float64Array {
  return Float64Array.from(quaternion.toArray());
}
