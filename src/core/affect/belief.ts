import type { Seconds, SignedUnit } from '../units.ts';
import { clamp, signedUnit } from '../units.ts';

/**
 * A quantity in [-1, 1] together with how unsure we are of it: what is thought after an observation by
 * somebody who before it knew nothing ({@link UNKNOWN}). Every belief rests on that same prior, so it
 * counts once however many are combined, and a belief of that variance says nothing, whatever its mean.
 */
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

/** Makes a belief, clipping the mean to the scale and the variance to what can be meant by it; what is no number is unknown. */
export function belief(mean: number, variance: number): Belief {
  if (Number.isNaN(mean) || Number.isNaN(variance)) return UNKNOWN;
  return { mean: signedUnit(mean), variance: clamp(variance, SMALLEST_VARIANCE, UNKNOWN_VARIANCE) };
}

/**
 * What a measurement makes one believe: the less exact it is, the nearer to knowing nothing.
 *
 * @param value what was measured, in [-1, 1]
 * @param variance of the measurement's error, positive; infinite when it tells nothing
 */
export function measured(value: number, variance: number): Belief {
  return fromInformation(1 / variance, signedUnit(value) / variance);
}

/**
 * Combines two beliefs that come from independent evidence: their precisions beyond the prior's add up.
 *
 * Never less certain than either input, and nothing is gained by one that knows nothing; callers whose
 * inputs share evidence must {@link weaken} one first.
 */
export function fuseBeliefs(a: Belief, b: Belief): Belief {
  return fromInformation(informationOf(a) + informationOf(b), pullOf(a) + pullOf(b));
}

/** A belief on a share of its evidence: 1 leaves it as it is, 0 knows nothing. */
export function weaken(a: Belief, share: number): Belief {
  const part = clamp(share, 0, 1);
  return fromInformation(part * informationOf(a), part * pullOf(a));
}

/** Blends the evidence of two beliefs about the same thing, which share it; `share` 0 gives `a`, 1 gives `b`. */
export function blendBeliefs(a: Belief, b: Belief, share: number): Belief {
  return fuseBeliefs(weaken(a, 1 - share), weaken(b, share));
}

/**
 * Lets a belief grow old: what was felt wanders back to the middle of the scale, so mean and certainty
 * fade until nothing is known (an Ornstein-Uhlenbeck process whose stationary law is the prior).
 *
 * @param memory time constant of what is felt: after it, 1/e of the mean is left
 */
export function ageBelief(a: Belief, age: Seconds, memory: Seconds): Belief {
  if (!(age > 0)) return a;
  const kept = Math.exp(-age / memory);
  return belief(kept * a.mean, UNKNOWN_VARIANCE - kept * kept * (UNKNOWN_VARIANCE - a.variance));
}

/** How sure a belief is: 1 is a point, 0 is knowing nothing. */
export function certainty(a: Belief): number {
  return clamp(1 - a.variance / UNKNOWN_VARIANCE, 0, 1);
}

const PRIOR_PRECISION = 1 / UNKNOWN_VARIANCE;

/** Precision that the evidence adds to the prior's. */
function informationOf(a: Belief): number {
  return Math.max(0, 1 / a.variance - PRIOR_PRECISION);
}

/** The evidence's precision times what it tells. A belief that knows nothing pulls nowhere. */
function pullOf(a: Belief): number {
  return a.variance < UNKNOWN_VARIANCE ? a.mean / a.variance : 0;
}

function fromInformation(information: number, pull: number): Belief {
  const precision = PRIOR_PRECISION + information;
  return belief(pull / precision, 1 / precision);
}
