import type { Radians, Unit } from '../units.ts';

/** A vector or a place that is changed in place: sampling allocates nothing. */
export interface Vec {
  x: number;
  y: number;
  z: number;
}

export interface Quat extends Vec {
  w: number;
}

type Reading<T> = Readonly<T>;

export const vec = (): Vec => ({ x: 0, y: 0, z: 0 });
export const quat = (): Quat => ({ x: 0, y: 0, z: 0, w: 1 });

export function setVec(out: Vec, x: number, y: number, z: number): Vec {
  out.x = x;
  out.y = y;
  out.z = z;
  return out;
}

export function copyVec(out: Vec, from: Reading<Vec>): Vec {
  return setVec(out, from.x, from.y, from.z);
}

/** a + share · b */
export function addScaled(out: Vec, a: Reading<Vec>, b: Reading<Vec>, share: number): Vec {
  return setVec(out, a.x + share * b.x, a.y + share * b.y, a.z + share * b.z);
}

export function mixVec(out: Vec, a: Reading<Vec>, b: Reading<Vec>, share: number): Vec {
  return setVec(out, a.x + share * (b.x - a.x), a.y + share * (b.y - a.y), a.z + share * (b.z - a.z));
}

export function dot(a: Reading<Vec>, b: Reading<Vec>): number {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

export function cross(out: Vec, a: Reading<Vec>, b: Reading<Vec>): Vec {
  return setVec(out, a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x);
}

/** Makes a vector one long; one that is next to nothing becomes `otherwise`. */
export function normalise(out: Vec, otherwise: Reading<Vec>): Vec {
  const length = Math.hypot(out.x, out.y, out.z);
  return length > 1e-6 ? setVec(out, out.x / length, out.y / length, out.z / length) : copyVec(out, otherwise);
}

/** Leaves of `out` what stands at right angles to `along`, one long. */
export function square(out: Vec, along: Reading<Vec>, otherwise: Reading<Vec>): Vec {
  return normalise(addScaled(out, out, along, -dot(out, along)), otherwise);
}

export function setQuat(out: Quat, x: number, y: number, z: number, w: number): Quat {
  out.x = x;
  out.y = y;
  out.z = z;
  out.w = w;
  return out;
}

/** a · b: first turn by b, then by a. `out` may be either. */
export function multiply(out: Quat, a: Reading<Quat>, b: Reading<Quat>): Quat {
  return setQuat(
    out,
    a.w * b.x + a.x * b.w + a.y * b.z - a.z * b.y,
    a.w * b.y - a.x * b.z + a.y * b.w + a.z * b.x,
    a.w * b.z + a.x * b.y - a.y * b.x + a.z * b.w,
    a.w * b.w - a.x * b.x - a.y * b.y - a.z * b.z,
  );
}

export function invert(out: Quat, { x, y, z, w }: Reading<Quat>): Quat {
  return setQuat(out, -x, -y, -z, w);
}

export function rotate(out: Vec, { x, y, z }: Reading<Vec>, by: Reading<Quat>): Vec {
  const tx = 2 * (by.y * z - by.z * y);
  const ty = 2 * (by.z * x - by.x * z);
  const tz = 2 * (by.x * y - by.y * x);
  return setVec(
    out,
    x + by.w * tx + by.y * tz - by.z * ty,
    y + by.w * ty + by.z * tx - by.x * tz,
    z + by.w * tz + by.x * ty - by.y * tx,
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

/** The turn that carries +x, +y and +z to these three, which stand at right angles (Shepperd 1978). */
export function setBasis(out: Quat, x: Reading<Vec>, y: Reading<Vec>, z: Reading<Vec>): Quat {
  const trace = x.x + y.y + z.z;
  if (trace > 0) setQuat(out, y.z - z.y, z.x - x.z, x.y - y.x, 1 + trace);
  else if (x.x > y.y && x.x > z.z) setQuat(out, 1 + x.x - y.y - z.z, y.x + x.y, z.x + x.z, y.z - z.y);
  else if (y.y > z.z) setQuat(out, y.x + x.y, 1 + y.y - x.x - z.z, z.y + y.z, z.x - x.z);
  else setQuat(out, z.x + x.z, z.y + y.z, 1 + z.z - x.x - y.y, x.y - y.x);
  return unitQuat(out);
}

export function unitQuat(out: Quat): Quat {
  const length = Math.hypot(out.x, out.y, out.z, out.w);
  return length > 1e-6 ? setQuat(out, out.x / length, out.y / length, out.z / length, out.w / length) : setQuat(out, 0, 0, 0, 1);
}

/** Turns from `out` towards `to` the shorter way, evenly; a share a little outside [0, 1] goes on beyond. */
export function turnTowards(out: Quat, to: Reading<Quat>, share: Unit): Quat {
  const cosine = out.x * to.x + out.y * to.y + out.z * to.z + out.w * to.w;
  const sign = cosine < 0 ? -1 : 1;
  const angle = Math.acos(Math.min(1, Math.abs(cosine)));
  const near = angle < 1e-4;
  const a = near ? 1 - share : Math.sin((1 - share) * angle) / Math.sin(angle);
  const b = sign * (near ? share : Math.sin(share * angle) / Math.sin(angle));
  return unitQuat(setQuat(out, a * out.x + b * to.x, a * out.y + b * to.y, a * out.z + b * to.z, a * out.w + b * to.w));
}

const axis = quat();
