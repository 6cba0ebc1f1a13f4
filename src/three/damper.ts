import type { Seconds } from '../core/index.ts';

/** A value that follows a target like a critically damped spring: as fast as can be without passing it. */
export interface Damper {
  readonly value: number;
  /** Moves towards the target; exact for any step, so frame rate does not show. */
  follow(target: number, delta: Seconds): number;
}

/** @param settle about how long the value takes to come within a tenth of the way to a new target */
export function createDamper(settle: Seconds): Damper {
  const frequency = 3.9 / settle;
  // Value and velocity; as variables they would be allocated anew at every step.
  const state = new Float64Array(2);
  return {
    get value() {
      return state[0]!;
    },
    follow(target, delta) {
      const away = state[0]! - target;
      const push = (state[1]! + frequency * away) * delta;
      const decay = Math.exp(-frequency * delta);
      state[0] = target + (away + push) * decay;
      state[1] = (state[1]! - frequency * push) * decay;
      return state[0]!;
    },
  };
}
