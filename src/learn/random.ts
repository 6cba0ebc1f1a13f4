/** A seeded generator; the same seed gives the same numbers on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** A whole number in [0, bound). */
  below(bound: number): number;
  /** Standard normal: mean 0, standard deviation 1. */
  normal(): number;
  /** Brings an array into random order, in place. */
  shuffle<Values extends number[] | Int32Array | Float32Array>(values: Values): Values;
}

/**
 * Mulberry32 with its state in a closure: learning draws hundreds of millions of numbers, for which the
 * core's generator (seed in, number and seed out) would allocate a pair each time.
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (bound: number): number => Math.floor(uniform() * bound);
  return {
    uniform,
    below,
    // Box and Muller; 1 - u keeps the logarithm finite.
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    shuffle: (values) => {
      for (let last = values.length - 1; last > 0; last -= 1) {
        const other = below(last + 1);
        const kept = values[last] ?? 0;
        values[last] = values[other] ?? 0;
        values[other] = kept;
      }
      return values;
    },
  };
}
