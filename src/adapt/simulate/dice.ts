import { random, type Seed } from '../../core/index.ts';

/** Seeded numbers for simulations, one after another. */
export interface Dice {
  /** In [0, 1). */
  uniform(): number;
  /** Mean 0, deviation 1. */
  normal(): number;
}

export function createDice(seed: Seed): Dice {
  let state = seed >>> 0;
  const uniform = (): number => {
    const [value, next] = random(state);
    state = next;
    return value;
  };
  return { uniform, normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()) };
}
