import type { Radians, Unit } from '../units.ts';
import { clamp } from '../units.ts';
import { addScaled, copyVec, cross, normalise, setVec, square, type Vec, vec } from './vector.ts';

/** A limb of two bones whose end is put somewhere. */
export interface Bend {
  /** From the root joint to the middle joint, one long. */
  readonly upper: Vec;
  /** The axis about which the middle joint bends, one long: from the upper bone towards the lower one. */
  readonly hinge: Vec;
  /** How far the middle joint is bent; 0 is straight. */
  bend: Radians;
}

/** What a limb is made of. */
export interface LimbBuild {
  readonly upper: number;
  readonly lower: number;
  /** How far the middle joint can bend. */
  readonly most: Radians;
  /** From this share of its length on it stretches ever more slowly, so that it never locks with a jerk. */
  readonly soft: Unit;
}

/** No limb is ever quite straight. */
const FULL = 0.9995;

const along = vec();
const out = vec();
const DOWN = { x: 0, y: -1, z: 0 };
const BACK = { x: 0, y: 0, z: -1 };

export const straightLimb = (): Bend => ({ upper: vec(), hinge: vec(), bend: 0 });

/**
 * Bends a limb so that its end comes to `target`, or as near as it reaches.
 *
 * @param pole where the middle joint points, seen from the line between root and end
 */
export function bendLimb(limb: Bend, root: Readonly<Vec>, target: Readonly<Vec>, { upper, lower, most, soft }: LimbBuild, pole: Readonly<Vec>): Bend {
  addScaled(along, target, root, -1);
  const nearest = Math.sqrt(upper ** 2 + lower ** 2 + 2 * upper * lower * Math.cos(most));
  const distance = Math.max(nearest, reach(Math.hypot(along.x, along.y, along.z), upper + lower, soft));
  normalise(along, DOWN);
  square(copyVec(out, pole), along, BACK);
  const cosine = clamp((upper ** 2 + distance ** 2 - lower ** 2) / (2 * upper * distance), -1, 1);
  const sine = Math.sqrt(1 - cosine * cosine);
  setVec(limb.upper, cosine * along.x + sine * out.x, cosine * along.y + sine * out.y, cosine * along.z + sine * out.z);
  cross(limb.hinge, along, out);
  limb.bend = Math.acos(clamp((distance ** 2 - upper ** 2 - lower ** 2) / (2 * upper * lower), -1, 1));
  return limb;
}

function reach(distance: number, length: number, soft: Unit): number {
  const share = distance / length;
  return share <= soft ? distance : length * (FULL - (FULL - soft) * Math.exp((soft - share) / (FULL - soft)));
}

/** Leaves an angle as it is up to two thirds of a limit, and eases it towards the limit from there. */
export function softLimit(angle: Radians, most: Radians): Radians {
  const free = (2 / 3) * most;
  const beyond = Math.abs(angle) - free;
  return beyond <= 0 ? angle : Math.sign(angle) * (free + (most - free) * (1 - Math.exp(-beyond / (most - free))));
}
