import type { Radians } from '../units.ts';

/** A vector or a place that is changed in place: sampling allocates nothing. */
export interface Vec {
  x: number;
  y: number;
  z: number;
}

export interface Quat extends Vec {
  w: number;
}

export const vec = (x = 0, y = 0, z = 0): Vec => ({ x, y, z });
export const quat = (): Quat => ({ x: 0, y: 0, z: 0, w: 1 });

export function setQuat(out: Quat, x: number, y: number, z: number, w: number): Quat {
  out.x = x;
  out.y = y;
  out.z = z;
  out.w = w;
  return out;
}

/** a · b: first turn by b, then by a. `out` may be either. */
export function multiply(out: Quat, a: Quat, b: Quat): Quat {
  return setQuat(
    out,
    a.w * b.x + a.x * b.w + a.y * b.z - a.z * b.y,
    a.w * b.y - a.x * b.z + a.y * b.w + a.z * b.x,
    a.w * b.z + a.x * b.y - a.y * b.x + a.z * b.w,
    a.w * b.w - a.x * b.x - a.y * b.y - a.z * b.z,
  );
}

export function turnX(out: Quat, angle: Radians): Quat {
  return multiply(out, out, setQuat(axis, Math.sin(angle / 2), 0, 0, Math.cos(angle / 2)));
}

export function turnY(out: Quat, angle: Radians): Quat {
  return multiply(out, out, setQuat(axis, 0, Math.sin(angle / 2), 0, Math.cos(angle / 2)));
}

export function turnZ(out: Quat, angle: Radians): Quat {
  return multiply(out, out, setQuat(axis, 0, 0, Math.sin(angle / 2), Math.cos(angle / 2)));
}

/** Turns about y (yaw), then x, then z (roll), each about the axes as turned before. */
export function setEuler(out: Quat, x: Radians, y: Radians, z: Radians): Quat {
  return turnZ(turnX(turnY(setQuat(out, 0, 0, 0, 1), y), x), z);
}

const axis = quat();
