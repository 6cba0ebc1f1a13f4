import { closeMouth, type MouthWeights, type Seconds, VISEMES } from '../../../core/index.ts';

/** A mouth over time, whatever it was made from. */
export interface VisemeTrack {
  /** How long it is. */
  readonly end: Seconds;
  /** Writes the mouth at `at` seconds into the sound; closed before its start and after its end. */
  sample(at: Seconds, mouth: MouthWeights): void;
}

/** Frames of a track follow each other so fast. */
export const TRACK_HOP: Seconds = 0.01;
/** Values of one frame: a weight for each of {@link VISEMES}. */
export const FRAME_WIDTH = VISEMES.length;

/** How many frames a track of this length has, with one at its very end or after it. */
export function framesOf(end: Seconds): number {
  return Math.max(0, Math.ceil(end / TRACK_HOP)) + 1;
}

/**
 * Makes a track of frames, between which it glides.
 *
 * @param frames {@link framesOf}(end) frames of {@link FRAME_WIDTH} weights, every {@link TRACK_HOP}
 */
export function trackOf(frames: Float32Array, end: Seconds): VisemeTrack {
  return {
    end,
    sample(at, mouth) {
      if (!(at > 0) || at >= end) return closeMouth(mouth);
      const position = at / TRACK_HOP;
      const before = Math.min(Math.floor(position), frames.length / FRAME_WIDTH - 2);
      const share = position - before;
      for (let v = 0; v < FRAME_WIDTH; v++) {
        const here = frames[before * FRAME_WIDTH + v]!;
        mouth[VISEMES[v]!] = here + (frames[(before + 1) * FRAME_WIDTH + v]! - here) * share;
      }
    },
  };
}
