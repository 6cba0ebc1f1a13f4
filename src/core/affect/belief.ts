import type { Seconds, SignedUnit } from '../units.ts';
import { clamp, signedUnit } from '../units.ts';

/** A quantity in [-1, 1] together with how unsure we are of it. */
export interface Belief {
  readonly mean: SignedUnit;
  /** In squared units of the mean, positive. {@link UNKNOWN_VARIANCE} and above means "unknown". */
  readonly variance: number;
}

/** The variance of a uniform distribution over [-1, 1]: knowing nothing at all. */
export const UNKNOWN_VARIANCE = 1 / 3;

const SMALLEST_VARIANCE = 1e-4;

/** Knowing nothing: centred, as wide as the scale itself. */
export const UNKNOWN: Belief = { mean: 0, variance: UNKNOWN_VARIANCE };

/** Makes a belief, clipping the mean to the scale and the variance to what can be meant by it. */
export function belief(mean: number, variance: number): Belief {
  return { mean: signedUnit(mean), variance: clamp(variance, SMALLEST_VARIANCE, UNKNOWN_VARIANCE) };
}

/**
 * Combines two independent beliefs, weighting each by its precision (inverse variance).
 *
 * Never less certain than either input, so callers whose inputs share evidence must inflate a
 * variance first.
 */
export function fuseBeliefs(a: Belief, b: Belief): Belief {
  const precision = 1 / a.variance + 1 / b.variance;
  return { mean: (a.mean / a.variance + b.mean / b.variance) / precision, variance: 1 / precision };
}

/**
 * Lets a belief grow old: its variance rises by `drift` per second, up to knowing nothing.
 *
 * @param drift process noise, variance per second; feelings that change fast have a large one
 */
export function ageBelief(a: Belief, age: Seconds, drift: number): Belief {
  return age > 0 ? belief(a.mean, a.variance + drift * age) : a;
}

/** How sure a belief is: 1 is a point, 0 is knowing nothing. */
export function certainty(a: Belief): number {
  return clamp(1 - a.variance / UNKNOWN_VARIANCE, 0, 1);
}
