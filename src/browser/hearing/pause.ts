import type { Decibels, Seconds } from '../../core/index.ts';
import { measureLevel } from '../voice/level.ts';
import { RATE } from '../voice/voice-frame.ts';

/** A place where speech may be cut with no word lost. */
export interface Pause {
  /** Its middle, in samples. */
  readonly at: number;
  /** How far its sound lies below that of the whole. */
  readonly depth: Decibels;
}

const STEP = 0.02 * RATE;
/** A pause is at least so long; gaps inside a word are shorter. */
const LENGTH: Seconds = 0.24;

/** The quietest stretch of `LENGTH` between two moments of the sound, in samples; null where there is no room for one. */
export function findPause(samples: Float32Array, from: number, to: number): Pause | null {
  const steps = Math.round((LENGTH * RATE) / STEP);
  const levels: Decibels[] = [];
  for (let start = Math.max(0, from); start + STEP <= to; start += STEP) levels.push(measureLevel(samples.subarray(start, start + STEP)));
  let found: { readonly first: number; readonly loudest: Decibels } | null = null;
  for (let first = 0; first + steps <= levels.length; first += 1) {
    const loudest = Math.max(...levels.slice(first, first + steps));
    if (!found || loudest < found.loudest) found = { first, loudest };
  }
  if (!found) return null;
  return { at: Math.max(0, from) + (found.first + steps / 2) * STEP, depth: measureLevel(samples) - found.loudest };
}
