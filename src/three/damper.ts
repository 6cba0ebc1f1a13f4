import type { Seconds } from '../core/index.ts';

/**
 * A value that follows a target like a critically damped spring: as fast as can be without passing it.
 * In arrays, as numbers that are handed on would be allocated at every step.
 */
export interface Damper {
  /** Where to: set it before {@link follow}. */
  readonly target: Float64Array;
  readonly value: Float64Array;
  /** Moves towards the target for `passed[0]` seconds; exact for any step, so frame rate does not show. */
  follow(passed: Float64Array): void;
}

/** @param settle about how long the value takes to come within a tenth of the way to a new target */
export function createDamper(settle: Seconds): Damper {
  const frequency = 3.9 / settle;
  const target = new Float64Array(1);
  const value = new Float64Array(1);
  const velocity = new Float64Array(1);
  return {
    target, value,
    follow(passed) {
      const away = value[0]! - target[0]!;
      const push = (velocity[0]! + frequency * away) * passed[0]!;
      const decay = Math.exp(-frequency * passed[0]!);
      value[0] = target[0]! + (away + push) * decay;
      velocity[0] = (velocity[0]! - frequency * push) * decay;
    },
  };
}
