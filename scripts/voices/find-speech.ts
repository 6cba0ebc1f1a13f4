import { measureLevel } from '../../src/browser/voice/level.ts';
import { FRAME } from '../../src/browser/voice/voice-frame.ts';

/** Speech lies within so many decibels of a clip's loud parts... */
const BELOW_LOUD = 32;
/** ...and above its quiet parts, where it has some. */
const ABOVE_QUIET = 6;
/** A clip without silence has no quiet parts: this near to the loud ones all counts. */
const SURELY_LOUD = 12;

/** Tells for each whole frame of 512 samples whether it is speech, by its level within the clip: what a trained detector does live. */
export function findSpeech(samples: Float32Array): boolean[] {
  const frames = Math.floor(samples.length / FRAME);
  const levels = Float64Array.from({ length: frames }, (_, i) => measureLevel(samples.subarray(i * FRAME, (i + 1) * FRAME)));
  const sorted = Float64Array.from(levels).sort();
  const [quiet, loud] = [sorted[Math.floor(0.1 * frames)] ?? 0, sorted[Math.floor(0.95 * frames)] ?? 0];
  const threshold = Math.min(loud - SURELY_LOUD, Math.max(loud - BELOW_LOUD, quiet + ABOVE_QUIET));
  return Array.from(levels, (level) => level >= threshold);
}
