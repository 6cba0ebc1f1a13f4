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
  let value = 0;
  let velocity = 0;
  return {
    get value() {
      return value;
    },
    follow(target, delta) {
      const away = value - target;
      const push = (velocity + frequency * away) * delta;
      const decay = Math.exp(-frequency * delta);
      value = target + (away + push) * decay;
      velocity = (velocity - frequency * push) * decay;
      return value;
    },
  };
}
