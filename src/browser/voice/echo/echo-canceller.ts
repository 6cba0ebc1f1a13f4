import type { Decibels } from '../../../core/index.ts';
import { measureLevel, SILENCE } from '../level.ts';
import { FRAME } from '../voice-frame.ts';
import { createDelaySearch } from './delay-search.ts';
import { createDuplexSwitch, type Duplex } from './duplex.ts';
import { createEchoFilter } from './echo-filter.ts';
import { createEchoLeak } from './echo-leak.ts';
import { createReferenceHistory } from './reference-history.ts';

/** One frame of the microphone without the agent's own sound. */
export interface Cleaned {
  /** The microphone's own array while the agent is silent; else one that is overwritten by the next frame. */
  readonly samples: Float32Array;
  /** Level of what cannot be the agent's echo: the player's, if anybody's. */
  readonly level: Decibels;
  /** While the agent sounds, or its echo may still: whether the player can be heard meanwhile. Null while it is silent. */
  readonly agent: Duplex | null;
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

/** What is beyond the echo must be this much louder than what may be echo: a residue whose bands stand out is not yet a voice. */
const ABOVE: Decibels = 6;
/** Frames in a row that must be so: where the echo swells, the filter is behind for up to three. */
const PERSISTENT = 4;

/** Begins without knowing the room, and so careful: what may be echo is not the player. */
export function createEchoCanceller(): EchoCanceller {
  const history = createReferenceHistory();
  const search = createDelaySearch(history);
  const filter = createEchoFilter(history);
  const leak = createEchoLeak();
  const duplex = createDuplexSwitch();
  const remains = new Float32Array(FRAME);
  let lasting = 0;
  return {
    push(microphone, reference) {
      history.push(reference);
      if (!history.sounds) return { samples: microphone, level: measureLevel(microphone), agent: null };
      search.push(microphone);
      const { lag } = search;
      if (lag === null) remains.set(microphone);
      else filter.push(microphone, remains, Math.max(0, lag - 1), search.ratio);
      const { echo, beyond, noise, lost } = leak.push(reference, microphone, remains, lag);
      if (lost) filter.reset();
      const own = beyond > echo + ABOVE ? beyond : SILENCE;
      lasting = own === SILENCE ? 0 : lasting + 1;
      const agent = duplex.push(own, noise, measureLevel(reference));
      return { samples: remains, level: lasting >= PERSISTENT && agent === 'full-duplex' ? beyond : SILENCE, agent };
    },
    reset() {
      history.reset();
      search.reset();
      filter.reset();
      leak.reset();
      duplex.reset();
      lasting = 0;
    },
  };
}
