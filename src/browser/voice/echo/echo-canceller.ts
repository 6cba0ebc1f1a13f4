import type { Decibels } from '../../../core/index.ts';
import { measureLevel, SILENCE } from '../level.ts';
import { FRAME } from '../voice-frame.ts';
import { createDelaySearch } from './delay-search.ts';
import { createEchoFilter } from './echo-filter.ts';
import { createEchoLeak } from './echo-leak.ts';
import { createReferenceHistory } from './reference-history.ts';

/** One frame of the microphone without the agent's own sound. */
export interface Cleaned {
  /** The microphone's own array while the agent is silent; else one that is overwritten by the next frame. */
  readonly samples: Float32Array;
  /** Level of what cannot be the agent's echo: the player's, if anybody's. */
  readonly level: Decibels;
  /** Whether the agent sounds, or its echo may still. */
  readonly sounding: boolean;
}

/** Takes the agent's own sound out of the microphone. */
export interface EchoCanceller {
  /**
   * Hears the next {@link FRAME} samples at 16 kHz of both.
   *
   * @param reference what the agent sounded meanwhile; its echo comes 0 to 0.4 s later
   */
  push(microphone: Float32Array, reference: Float32Array): Cleaned;
  /** Forgets the room. */
  reset(): void;
}

/** Begins without knowing the room, and so careful: what may be echo is not the player. */
export function createEchoCanceller(): EchoCanceller {
  const history = createReferenceHistory();
  const search = createDelaySearch(history);
  const filter = createEchoFilter(history);
  const leak = createEchoLeak();
  const remains = new Float32Array(FRAME);
  return {
    push(microphone, reference) {
      history.push(reference);
      if (!history.sounds) return { samples: microphone, level: measureLevel(microphone), sounding: false };
      search.push(microphone);
      const { lag } = search;
      if (lag === null) remains.set(microphone);
      else filter.push(microphone, remains, Math.max(0, lag - 1), search.ratio);
      const { echo, beyond } = leak.push(reference, microphone, remains, lag);
      return { samples: remains, level: beyond > echo + ABOVE ? beyond : SILENCE, sounding: true };
    },
    reset() {
      history.reset();
      search.reset();
      filter.reset();
      leak.reset();
    },
  };
}
const ABOVE = Number(process.env['ABOVE'] ?? 0);
