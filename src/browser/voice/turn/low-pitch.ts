import type { Hertz, Seconds } from '../../../core/index.ts';
import { PITCH_HOP } from '../pitch-tracker.ts';
import { RATE } from '../voice-frame.ts';

/**
 * Finds regions of low pitch, after which listeners give a sign (Ward & Tsukahara 2000): below the 26th percentile of this
 * player's pitch for 0.11 s, after 0.7 s of speech.
 */
export interface LowPitch {
  /**
   * Hears the pitch of the next hops, null where unvoiced.
   *
   * @param spoken how long the player has been speaking; 0 in silence
   * @returns whether a region has just become long enough; once for each
   */
  push(pitches: readonly (Hertz | null)[], spoken: Seconds): boolean;
  reset(): void;
}

const SHARE = 0.26;
const HOP: Seconds = PITCH_HOP / RATE;
const REGION = Math.ceil(0.11 / HOP);
const SPOKEN: Seconds = 0.7;
/** A hop or two without a pitch do not end a region: a voice creaks where it is lowest. */
const GAP = 2;
/** A second of voice tells something of its range; a minute is remembered. */
const ENOUGH = 60;
const MEMORY = 3750;

export function createLowPitch(): LowPitch {
  let known: Hertz[] = [];
  let low = 0;
  let unvoiced = 0;

  /** Whether the pitch lies lower than that share of all that is known. */
  const isLow = (pitch: Hertz): boolean => known.length >= ENOUGH && known.reduce((lower, each) => lower + (each < pitch ? 1 : 0), 0) < SHARE * known.length;

  return {
    push(pitches, spoken) {
      if (spoken === 0) low = unvoiced = 0;
      let found = false;
      for (const pitch of pitches) {
        if (pitch === null) {
          unvoiced += 1;
          if (unvoiced > GAP) low = 0;
          continue;
        }
        unvoiced = 0;
        low = isLow(pitch) ? low + 1 : 0;
        if (low === REGION && spoken >= SPOKEN) found = true;
        if (spoken > 0) known.push(pitch);
      }
      if (known.length > MEMORY) known = known.slice(-MEMORY);
      return found;
    },
    reset() {
      known = [];
      low = unvoiced = 0;
    },
  };
}
