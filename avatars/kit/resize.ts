import { add, scale, type Vec3 } from './math.ts';
import type { Mesh } from './mesh.ts';
import type { Bone } from './skeleton.ts';
import type { Collider, Spring } from './vrm.ts';

/**
 * The kit's fields are tuned to adult sizes. Small or big-headed characters are modelled at those sizes, part by
 * part, and then brought to their own: `factor` about the origin, then moved to `at` (metres).
 */
export const resizeMesh = (mesh: Mesh, factor: number, at: Vec3 = [0, 0, 0]): Mesh => ({
  ...mesh,
  position: mesh.position.map((p) => add(scale(p, factor), at)),
  morph: new Map([...mesh.morph].map(([name, deltas]) => [name, new Map([...deltas].map(([i, d]) => [i, scale(d, factor)]))])),
});

export const resizeBones = (bones: readonly Bone[], factor: number): Bone[] => bones.map((b) => ({ ...b, at: scale(b.at, factor) }));

export const resizeSprings = (springs: readonly Spring[], factor: number): Spring[] => springs.map((s) => ({ ...s, hitRadius: s.hitRadius * factor }));

export const resizeColliders = (colliders: readonly Collider[], factor: number): Collider[] =>
  colliders.map((c) => ({ ...c, offset: scale(c.offset, factor), radius: c.radius * factor, ...(c.tail ? { tail: scale(c.tail, factor) } : {}) }));
