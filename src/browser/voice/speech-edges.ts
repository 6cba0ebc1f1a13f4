import type { Decibels, Seconds } from '../../core/index.ts';
import type { AudioTime } from './voice-frame.ts';

/**
 * Remembers the level of the last second in steps of 8 ms, so that the edges of speech, which the
 * detector knows only to a frame of 32 ms and late, can be found in the sound itself.
 */
export interface SpeechEdges {
  push(at: AudioTime, level: Decibels): void;
  /** Where the sound that was noticed at `coarse` really began; `coarse` itself when nothing is louder. */
  onset(coarse: AudioTime, threshold: Decibels): AudioTime;
  /** Where the sound that was lost at `coarse` really ended. */
  offset(coarse: AudioTime, threshold: Decibels): AudioTime;
  reset(): void;
}

/** Length of a step: 128 samples at 16 kHz. */
export const STEP: Seconds = 0.008;
/** Enough for the hangover, the longest confirmation and the reach. */
const MEMORY: Seconds = 1.2;
/** How far an edge may lie from where the detector saw it. */
const REACH: Seconds = 0.4;
/** Closure of a plosive: the sound goes on beyond a gap as short as this. */
const GAP: Seconds = 0.04;

interface Step {
  readonly at: AudioTime;
  readonly level: Decibels;
}

/** Begins with an empty memory. */
export function createSpeechEdges(): SpeechEdges {
  let steps: Step[] = [];

  /** The farthest loud step from `coarse` that is still one sound with it, in the order given. */
  const follow = (loud: Iterable<Step>, coarse: AudioTime): Step | null => {
    let last: Step | null = null;
    for (const step of loud) {
      const near = Math.abs(step.at - (last?.at ?? coarse)) <= (last ? GAP + STEP : REACH);
      if (!near || Math.abs(step.at - coarse) > REACH) break;
      last = step;
    }
    return last;
  };

  return {
    push(at, level) {
      steps.push({ at, level });
      if (steps.length > MEMORY / STEP) steps.shift();
    },
    onset(coarse, threshold) {
      const loud = steps.filter((step) => step.level >= threshold);
      const anchor = loud.find((step) => step.at + STEP > coarse);
      if (!anchor) return coarse;
      return follow(loud.filter((step) => step.at <= anchor.at).toReversed(), coarse)?.at ?? coarse;
    },
    offset(coarse, threshold) {
      const loud = steps.filter((step) => step.level >= threshold);
      const anchor = loud.findLast((step) => step.at < coarse);
      if (!anchor) return coarse;
      const last = follow(loud.filter((step) => step.at >= anchor.at), coarse);
      return last ? last.at + STEP : coarse;
    },
    reset() {
      steps = [];
    },
  };
}
