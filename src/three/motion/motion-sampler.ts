import type { VRMAnimation } from '@pixiv/three-vrm-animation';
import { Euler, type Interpolant, type KeyframeTrack, Quaternion } from 'three';
import { BONE_INDEX, type HumanBone, type Radians, type Seconds, type Unit } from '../../core/index.ts';
import type { Face } from '../face/face.ts';
import type { Pose } from '../posture.ts';

/** Reads a motion at any time and lays it over what is there. */
export interface MotionSampler {
  /** How much of the head's own pose it decides: 1 if it moves head or neck. */
  readonly movesHead: boolean;
  /** Where it turns the eyes, if it does; refilled by {@link sample}. */
  readonly look: { yaw: Radians; pitch: Radians } | null;
  /** Blends the motion's pose at a time into a pose, and its expressions into a face; allocates nothing. */
  sample(time: Seconds, weight: Unit, pose: Pose, face: Face): void;
}

interface Channel {
  readonly at: number;
  readonly values: Interpolant;
}

interface ExpressionChannel {
  readonly name: string;
  readonly values: Interpolant;
}

const turn = new Quaternion();
const euler = new Euler();

export function createMotionSampler({ humanoidTracks, expressionTracks, lookAtTrack, restHipsPosition: rest }: VRMAnimation): MotionSampler {
  const bones: Channel[] = [...humanoidTracks.rotation].flatMap(([name, track]) => {
    const index = BONE_INDEX[name as HumanBone] as number | undefined;
    return index === undefined ? [] : [{ at: 4 * index, values: interpolantOf(track) }];
  });
  const hipsTrack = humanoidTracks.translation.get('hips');
  const hips = hipsTrack && rest.y > 0 ? interpolantOf(hipsTrack) : null;
  const expressions: ExpressionChannel[] = [...expressionTracks.preset, ...expressionTracks.custom].map(([name, track]) => ({ name, values: interpolantOf(track) }));
  const eyes = lookAtTrack ? interpolantOf(lookAtTrack) : null;
  const look = eyes ? { yaw: 0, pitch: 0 } : null;

  return {
    look,
    movesHead: humanoidTracks.rotation.has('head') || humanoidTracks.rotation.has('neck'),
    sample(time, weight, pose, face) {
      for (let each = 0; each < bones.length; each++) {
        const { at, values } = bones[each]!;
        blend(pose.body, at, values.evaluate(time) as ArrayLike<number>, weight);
      }
      if (hips) {
        const place = hips.evaluate(time) as ArrayLike<number>;
        pose.hips.x += ((place[0]! - rest.x) / rest.y - pose.hips.x) * weight;
        pose.hips.y += ((place[1]! - rest.y) / rest.y - pose.hips.y) * weight;
        pose.hips.z += ((place[2]! - rest.z) / rest.y - pose.hips.z) * weight;
      }
      for (let each = 0; each < expressions.length; each++) {
        const { name, values } = expressions[each]!;
        face.add(name, weight * (values.evaluate(time) as ArrayLike<number>)[0]!);
      }
      if (eyes && look) {
        const to = eyes.evaluate(time) as ArrayLike<number>;
        euler.setFromQuaternion(turn.set(to[0]!, to[1]!, to[2]!, to[3]!), 'YXZ');
        look.yaw = euler.y;
        look.pitch = -euler.x;
      }
    },
  };
}

function interpolantOf(track: KeyframeTrack): Interpolant {
  // Which kind, GLTFLoader has set on each track by its sampler; the types leave the method out.
  return (track as KeyframeTrack & { createInterpolant(result?: Float32Array): Interpolant }).createInterpolant();
}

/** Turns a pose's quaternion a part of the shorter way to another. */
function blend(body: Float64Array, at: number, to: ArrayLike<number>, weight: Unit): void {
  const x = body[at]!, y = body[at + 1]!, z = body[at + 2]!, w = body[at + 3]!;
  const sign = x * to[0]! + y * to[1]! + z * to[2]! + w * to[3]! < 0 ? -1 : 1;
  const bx = x + (sign * to[0]! - x) * weight;
  const by = y + (sign * to[1]! - y) * weight;
  const bz = z + (sign * to[2]! - z) * weight;
  const bw = w + (sign * to[3]! - w) * weight;
  const length = Math.sqrt(bx * bx + by * by + bz * bz + bw * bw) || 1;
  body[at] = bx / length;
  body[at + 1] = by / length;
  body[at + 2] = bz / length;
  body[at + 3] = bw / length;
}
