import {
  type VRMSpringBoneCollider, VRMSpringBoneColliderShapeCapsule, VRMSpringBoneColliderShapePlane, VRMSpringBoneColliderShapeSphere,
} from '@pixiv/three-vrm';
import { type Matrix4, Vector3 } from 'three';

/** What springs bump into: a capsule, also one without length for a sphere, or a plane. */
export interface Collider {
  readonly kind: 'around' | 'inside' | 'plane';
  /** In metres; not scaled with the avatar, as in three-vrm. */
  readonly radius: number;
  /** Where three-vrm keeps it in the world. */
  readonly matrix: Matrix4;
  /** From the capsule's start to its end, or the plane's normal, in the collider's own frame. */
  readonly along: Vector3;
  /** Where it starts, and {@link along}, in the world: six numbers. */
  readonly placed: Float64Array;
}

/** Null for a shape that is none of three-vrm's. */
export function colliderOf({ shape, colliderMatrix: matrix }: VRMSpringBoneCollider): Collider | null {
  const placed = new Float64Array(6);
  if (shape instanceof VRMSpringBoneColliderShapePlane) return { kind: 'plane', radius: 0, matrix, along: shape.normal.clone(), placed };
  const round = shape instanceof VRMSpringBoneColliderShapeCapsule || shape instanceof VRMSpringBoneColliderShapeSphere;
  if (!round) return null;
  const along = shape instanceof VRMSpringBoneColliderShapeCapsule ? shape.tail.clone().sub(shape.offset) : new Vector3();
  return { kind: shape.inside ? 'inside' : 'around', radius: shape.radius, matrix, along, placed };
}

const normal = new Vector3();

/** Takes over where a collider is now. */
export function placeCollider({ kind, matrix, along, placed }: Collider): void {
  const e = matrix.elements;
  placed[0] = e[12]!;
  placed[1] = e[13]!;
  placed[2] = e[14]!;
  normal.copy(along);
  if (kind === 'plane') normal.transformDirection(matrix);
  const { x, y, z } = normal;
  placed[3] = kind === 'plane' ? x : e[0]! * x + e[4]! * y + e[8]! * z;
  placed[4] = kind === 'plane' ? y : e[1]! * x + e[5]! * y + e[9]! * z;
  placed[5] = kind === 'plane' ? z : e[2]! * x + e[6]! * y + e[10]! * z;
}

/**
 * Moves the end of a bone out of colliders, one after the other, without changing the bone's length.
 *
 * @param bone where it ends, where it begins, its length, and the radius around its end
 */
export function pushOut(bone: Float64Array, colliders: readonly Collider[]): void {
  for (let each = 0; each < colliders.length; each++) {
    const { kind, radius, placed } = colliders[each]!;
    let x = bone[0]! - placed[0]!, y = bone[1]! - placed[1]!, z = bone[2]! - placed[2]!;
    const ax = placed[3]!, ay = placed[4]!, az = placed[5]!;
    const dot = x * ax + y * ay + z * az;
    let distance = dot - bone[7]!;
    let share = 1;
    if (kind === 'plane') {
      x = ax;
      y = ay;
      z = az;
    } else {
      const nearest = dot <= 0 ? 0 : Math.min(dot / (ax * ax + ay * ay + az * az), 1);
      x -= nearest * ax;
      y -= nearest * ay;
      z -= nearest * az;
      const length = Math.sqrt(x * x + y * y + z * z);
      distance = kind === 'inside' ? radius - bone[7]! - length : length - bone[7]! - radius;
      // In its very middle no way leads out rather than another.
      if (length === 0) continue;
      share = (kind === 'inside' ? -1 : 1) / length;
    }
    if (distance >= 0) continue;
    x = bone[0]! - x * share * distance - bone[3]!;
    y = bone[1]! - y * share * distance - bone[4]!;
    z = bone[2]! - z * share * distance - bone[5]!;
    const scale = bone[6]! / (Math.sqrt(x * x + y * y + z * z) || 1);
    bone[0] = bone[3]! + x * scale;
    bone[1] = bone[4]! + y * scale;
    bone[2] = bone[5]! + z * scale;
  }
}
