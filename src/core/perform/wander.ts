import type { Seconds, SignedUnit } from '../units.ts';

/** Three speeds whose ratios are irrational, so that their sum never repeats. */
const SPEEDS = [1, 1.618033988749895, 2.414213562373095] as const;
const SHARES = [0.5, 0.3, 0.2] as const;

/**
 * A smooth, endless wandering about 0 that never repeats.
 *
 * @param pace about how long one sway takes
 * @param track tells apart the things that wander: each goes its own way
 */
export function wander(time: Seconds, pace: Seconds, track: number): SignedUnit {
  const turn = (2 * Math.PI * time) / pace;
  let sum = 0;
  for (let i = 0; i < 3; i++) sum += (SHARES[i] ?? 0) * Math.sin((SPEEDS[i] ?? 1) * turn * (1 + 0.037 * Math.sin(track)) + 7.31 * track + 2.4 * i * track);
  return sum;
}
