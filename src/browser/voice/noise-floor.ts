import { clamp, smoothstep, type Decibels, type Unit } from '../../core/index.ts';

/** The level of the room without the player. */
export interface NoiseFloor {
  /** Learns from a frame; frames that are known to be speech (`probability` of 0.5 or more) are left out. */
  push(level: Decibels, probability: Unit | null): void;
  readonly level: Decibels;
  reset(): void;
}

/**
 * Frames remembered: 5 s of 32 ms frames. In running speech about one frame in six is a pause
 * (Martin 2001, minimum statistics), so the lowest tenth of 5 s is the room even without a detector.
 */
const MEMORY = 156;
const QUANTILE = 0.1;
/** Below this a microphone's own hiss decides; digital silence must not turn hiss into speech. */
const LOWEST: Decibels = -65;
const HIGHEST: Decibels = -20;

/** Follows the noise floor as a low quantile of the recent levels. */
export function createNoiseFloor(): NoiseFloor {
  const levels = new Float64Array(MEMORY);
  let count = 0;
  let floor: Decibels = LOWEST;
  return {
    get level() {
      return floor;
    },
    push(level, probability) {
      if (probability !== null && probability >= 0.5) return;
      levels[count % MEMORY] = level;
      count += 1;
      const known = levels.slice(0, Math.min(count, MEMORY)).sort();
      floor = clamp(known[Math.floor(QUANTILE * known.length)]!, LOWEST, HIGHEST);
    },
    reset() {
      count = 0;
      floor = LOWEST;
    },
  };
}

/** How speech-like a level is by energy alone: 0 at 4 dB above the floor, 1 at 14 dB. */
export function energyScore(level: Decibels, floor: Decibels): Unit {
  return smoothstep(floor + 4, floor + 14, level);
}
