import { Matrix4, type Object3D, type Vector3 } from 'three';
import { multiply } from '../quaternion-array.ts';
import { type Collider, pushOut } from './spring-colliders.ts';

/** The frame that inertia is felt in: one that moves along with the avatar, for instance. */
export interface Centre {
  readonly node: Object3D;
  readonly toWorld: Matrix4;
  readonly fromWorld: Matrix4;
}

export interface Spring {
  readonly bone: Object3D;
  readonly parent: Object3D;
  readonly child: Object3D | null;
  readonly carried: readonly Object3D[];
  readonly colliders: readonly Collider[];
  readonly centre: Centre | null;
  /** Where the bone's end is, and was a step before, in the centre's frame. */
  readonly tail: Float64Array;
  readonly tailBefore: Float64Array;
  /** At rest: the bone's rotation and matrix, its end, and the direction to that in its own frame and in its parent's. */
  readonly rotation: Float64Array;
  readonly matrix: Matrix4;
  readonly end: Vector3;
  readonly axis: Float64Array;
  readonly axisInParent: Float64Array;
  /** Pull back to rest and gravity, in metres a second; the part of its speed that it keeps in a step; the radius around its end. */
  readonly stiffness: number;
  readonly gravity: Float64Array;
  readonly kept: number;
  readonly hitRadius: number;
}

const bent = new Float64Array(8);
const turn = new Float64Array(4);
const toBone = new Matrix4();

/** Moves a bone on by `step[0]` seconds; its parent, centre and colliders are in place. */
export function swing(spring: Spring, step: Float64Array): void {
  const { bone, parent, child, centre, tail, tailBefore, end, axisInParent, gravity } = spring;
  const delta = step[0]!;
  bone.updateMatrix();
  const world = bone.matrixWorld.multiplyMatrices(parent.matrixWorld, bone.matrix).elements;
  const hx = world[12]!, hy = world[13]!, hz = world[14]!;
  // To where the child was a frame before, as three-vrm measures it.
  const to = child?.matrixWorld.elements;
  const lx = to ? to[12]! - hx : world[0]! * end.x + world[4]! * end.y + world[8]! * end.z;
  const ly = to ? to[13]! - hy : world[1]! * end.x + world[5]! * end.y + world[9]! * end.z;
  const lz = to ? to[14]! - hz : world[2]! * end.x + world[6]! * end.y + world[10]! * end.z;
  const length = Math.sqrt(lx * lx + ly * ly + lz * lz);

  // Inertia, in the centre's frame.
  let x = tail[0]! + (tail[0]! - tailBefore[0]!) * spring.kept;
  let y = tail[1]! + (tail[1]! - tailBefore[1]!) * spring.kept;
  let z = tail[2]! + (tail[2]! - tailBefore[2]!) * spring.kept;
  if (centre) {
    const e = centre.toWorld.elements;
    const cx = x, cy = y, cz = z;
    x = e[0]! * cx + e[4]! * cy + e[8]! * cz + e[12]!;
    y = e[1]! * cx + e[5]! * cy + e[9]! * cz + e[13]!;
    z = e[2]! * cx + e[6]! * cy + e[10]! * cz + e[14]!;
  }
  // Back to rest, and down.
  const p = parent.matrixWorld.elements;
  const ax = p[0]! * axisInParent[0]! + p[4]! * axisInParent[1]! + p[8]! * axisInParent[2]!;
  const ay = p[1]! * axisInParent[0]! + p[5]! * axisInParent[1]! + p[9]! * axisInParent[2]!;
  const az = p[2]! * axisInParent[0]! + p[6]! * axisInParent[1]! + p[10]! * axisInParent[2]!;
  const pull = (spring.stiffness * delta) / (Math.sqrt(ax * ax + ay * ay + az * az) || 1);
  x += ax * pull + gravity[0]! * delta - hx;
  y += ay * pull + gravity[1]! * delta - hy;
  z += az * pull + gravity[2]! * delta - hz;
  const scale = length / (Math.sqrt(x * x + y * y + z * z) || 1);
  bent[0] = hx + x * scale;
  bent[1] = hy + y * scale;
  bent[2] = hz + z * scale;
  bent[3] = hx;
  bent[4] = hy;
  bent[5] = hz;
  bent[6] = length;
  bent[7] = spring.hitRadius;
  pushOut(bent, spring.colliders);

  for (let at = 0; at < 3; at++) {
    tailBefore[at] = tail[at]!;
    tail[at] = bent[at]!;
  }
  if (centre) transform(tail, bent, centre.fromWorld);
  transform(bent, bent, toBone.multiplyMatrices(parent.matrixWorld, spring.matrix).invert());
  turnBetween(turn, spring.axis, bent);
  multiply(turn, spring.rotation, 0, turn, 0);
  bone.quaternion.fromArray(turn);
  bone.updateMatrix();
  bone.matrixWorld.multiplyMatrices(parent.matrixWorld, bone.matrix);
}

function transform(into: Float64Array, point: Float64Array, { elements: e }: Matrix4): void {
  const x = point[0]!, y = point[1]!, z = point[2]!;
  into[0] = e[0]! * x + e[4]! * y + e[8]! * z + e[12]!;
  into[1] = e[1]! * x + e[5]! * y + e[9]! * z + e[13]!;
  into[2] = e[2]! * x + e[6]! * y + e[10]! * z + e[14]!;
}

/** The shortest turn from a direction of length 1 to another of any length. */
function turnBetween(into: Float64Array, from: Float64Array, to: Float64Array): void {
  const length = Math.sqrt(to[0]! * to[0]! + to[1]! * to[1]! + to[2]! * to[2]!) || 1;
  const tx = to[0]! / length, ty = to[1]! / length, tz = to[2]! / length;
  const fx = from[0]!, fy = from[1]!, fz = from[2]!;
  const cosine = fx * tx + fy * ty + fz * tz;
  const opposite = 1 + cosine < 1e-8;
  const sideways = Math.abs(fx) > Math.abs(fz);
  const x = opposite ? (sideways ? -fy : 0) : fy * tz - fz * ty;
  const y = opposite ? (sideways ? fx : -fz) : fz * tx - fx * tz;
  const z = opposite ? (sideways ? 0 : fy) : fx * ty - fy * tx;
  const w = opposite ? 0 : 1 + cosine;
  const size = Math.sqrt(x * x + y * y + z * z + w * w) || 1;
  into[0] = x / size;
  into[1] = y / size;
  into[2] = z / size;
  into[3] = w / size;
}
