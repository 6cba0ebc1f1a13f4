/** The state of a random generator: a 32-bit unsigned integer kept in the agent's own state. */
export type Seed = number;

/**
 * The next random number in [0, 1) and the seed after it (mulberry32; not for secrets).
 *
 * Core has no other randomness, so a session replays from its first seed.
 */
export function random(seed: Seed): readonly [number, Seed] {
  const next = (seed + 0x6d2b79f5) >>> 0;
  let t = next;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return [((t ^ (t >>> 14)) >>> 0) / 4294967296, next];
}
