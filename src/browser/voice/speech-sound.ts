import type { Seconds } from '../../core/index.ts';
import type { SpeechBoundary } from './voice-activity.ts';
import { FRAME, FRAME_DURATION, type AudioTime } from './voice-frame.ts';

/** Picks the player's speech out of all that is heard, for those who make out its words. */
export interface SpeechSound {
  /**
   * Hears the next frame, and what it led to.
   *
   * @returns the next sound of a speech, in a buffer of its own; null when none is due
   */
  push(samples: Float32Array, at: AudioTime, boundary: SpeechBoundary | null): Float32Array<ArrayBuffer> | null;
  /** The next sound of the speech under way now, although little has gathered; null when there is none. */
  flush(): Float32Array<ArrayBuffer> | null;
  /** Forgets everything, also a speech under way. */
  reset(): void;
}

/** First consonants are soft, and recognisers want a little silence before them. */
const BEFORE: Seconds = 0.35;
/** Enough for that, for how far an onset may lie before where the detector saw it, and for how late it is noticed. */
const MEMORY: Seconds = 1;
/** Frames that are told together: 0.13 s. */
const TOGETHER = 4;

interface Heard {
  readonly at: AudioTime;
  readonly samples: Float32Array;
}

/** Begins with an empty memory, and keeps no more than a second of anything that is no speech. */
export function createSpeechSound(): SpeechSound {
  let past: Heard[] = [];
  let waiting: Float32Array[] = [];
  let speaking = false;
  let lastEnd: AudioTime = Number.NEGATIVE_INFINITY;

  const tellWaiting = (): Float32Array<ArrayBuffer> => {
    const sound = new Float32Array(waiting.length * FRAME);
    waiting.forEach((frame, i) => sound.set(frame, i * FRAME));
    waiting = [];
    return sound;
  };

  return {
    push(samples, at, boundary) {
      const copy = samples.slice();
      if (speaking) waiting.push(copy);
      past.push({ at, samples: copy });
      while (past[0]!.at < at - MEMORY) past.shift();
      if (boundary?.type === 'speech-start') {
        const from = Math.max(lastEnd, boundary.at - BEFORE);
        waiting = past.filter((frame) => frame.at + FRAME_DURATION > from).map((frame) => frame.samples);
        speaking = true;
        return tellWaiting();
      }
      if (boundary?.type === 'speech-end') {
        speaking = false;
        lastEnd = boundary.at;
        return tellWaiting();
      }
      return waiting.length >= TOGETHER ? tellWaiting() : null;
    },
    flush: () => (speaking && waiting.length > 0 ? tellWaiting() : null),
    reset() {
      past = [];
      waiting = [];
      speaking = false;
      lastEnd = Number.NEGATIVE_INFINITY;
    },
  };
}
