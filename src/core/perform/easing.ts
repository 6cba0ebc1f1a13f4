import type { Seconds, SessionTime } from '../units.ts';

/**
 * A value on its way to a goal, as a critically damped spring released at a moment: it can be told to
 * go elsewhere at any time without a jump of place or speed, and its whole course is known in advance.
 */
export interface Easing {
  readonly at: SessionTime;
  readonly value: number;
  /** Change a second, at `at`. */
  readonly velocity: number;
  readonly goal: number;
  /** About how long it takes to come within a tenth of the way. */
  readonly settle: Seconds;
}

/** How a goal itself sinks after it was set: to this share of it, with this time constant. */
export interface Sinking {
  readonly share: number;
  readonly within: Seconds;
}

/** A critically damped spring has a tenth of its way left after 3.9 of its own time constants. */
const TENTH = 3.9;

export function resting(value: number, at: SessionTime): Easing {
  return { at, value, velocity: 0, goal: value, settle: 1 };
}

/** Sends a value elsewhere, from where it is and as fast as it moves now. */
export function sendTo(easing: Easing, goal: number, at: SessionTime, settle: Seconds, sinking?: Sinking): Easing {
  if (goal === easing.goal) return easing;
  const step = 1e-4;
  const value = valueAt(easing, at, sinking);
  return { at, value, velocity: (valueAt(easing, at + step, sinking) - value) / step, goal, settle };
}

export function valueAt({ at: since, value, velocity, goal, settle }: Easing, at: SessionTime, sinking?: Sinking): number {
  const time = Math.max(0, at - since);
  const rate = TENTH / settle;
  // A goal that sinks as share + (1 - share) exp(-time / within) drives the spring: the answer to its
  // falling part, then the spring's own way of forgetting where it came from.
  const falling = sinking ? (goal * (1 - sinking.share) * rate ** 2) / (rate - 1 / sinking.within) ** 2 : 0;
  const fall = sinking ? 1 / sinking.within : 0;
  const end = sinking ? goal * sinking.share : goal;
  const away = value - end - falling;
  const push = velocity + fall * falling + rate * away;
  return end + falling * Math.exp(-fall * time) + (away + push * time) * Math.exp(-rate * time);
}
