import type { Seconds, SessionTime } from '../../core/index.ts';
import type { AudioTime } from './voice-frame.ts';

/** Brings times of the audio context onto the session clock. */
export interface AudioTimeline {
  /** Notes that the context stands at `audio` now. */
  observe(audio: AudioTime, now: SessionTime): void;
  /** When the sound at `audio` was captured; `observe` must have been called before. */
  toSession(audio: AudioTime): SessionTime;
  /** Forgets the relation, as after the context was suspended. */
  reset(): void;
}

/** Observations kept: 4 s at 15 a second. A context that stalls under load is believed late by no more. */
const MEMORY = 64;

/**
 * The context's time moves in steps, one per hardware buffer, and is read late when the main thread
 * is busy: both only ever make the gap between the clocks look larger, so the smallest gap of the
 * recent past is the true one.
 *
 * @param inputLatency how long before a sound reaches the context it was captured
 */
export function createAudioTimeline(inputLatency: Seconds): AudioTimeline {
  let gaps: Seconds[] = [];
  return {
    observe(audio, now) {
      gaps.push(now - audio);
      if (gaps.length > MEMORY) gaps.shift();
    },
    toSession: (audio) => audio + Math.min(...gaps) - inputLatency,
    reset() {
      gaps = [];
    },
  };
}
