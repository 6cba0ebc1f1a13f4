import type { Hertz, Seconds } from '../../../core/index.ts';
import { PITCH_HOP } from '../pitch-tracker.ts';
import { RATE } from '../voice-frame.ts';

/** How a stretch of speech ended. */
export type Ending =
  /** To a low pitch, as at the end of a statement. */
  | 'falls'
  /** As at the end of a question. */
  | 'rises'
  /** Drawn out at a level pitch, as "and" or "um" is by somebody who goes on. */
  | 'drawn-out'
  | 'unknown';

/** Follows the pitch of an utterance so far, so that its ending can be told in a pause. */
export interface PhraseEnding {
  /** Hears the pitch of the next hops of speech, null where unvoiced. */
  push(pitches: readonly (Hertz | null)[]): void;
  /** How it ended, if it ended now. */
  tell(): Ending;
  /** An utterance is over; what is usual for the player is remembered. */
  end(): void;
  reset(): void;
}

const HOP: Seconds = PITCH_HOP / RATE;
/** The last stretch of voice, of which the course of the pitch is told. */
const LAST = Math.round(0.3 / HOP);
/** Fewer voiced hops (0.08 s) have no course. */
const LEAST = 5;
/** A stretch of level voice is drawn out from here: syllables last about 0.2 s. */
const DRAWN_OUT = Math.round(0.32 / HOP);
/** Semitones. */
const LEVEL = 1;
const FALL = -1.5;
const BELOW_USUAL = -1;
const RISE = 2.5;
/** Voiced hops after which the usual pitch of a player is known, and after which the oldest are forgotten. */
const ENOUGH = 30;
const MEMORY = 1500;

export function createPhraseEnding(): PhraseEnding {
  /** In semitones; null where unvoiced. */
  let said: (number | null)[] = [];
  let usual: number[] = [];

  return {
    push(pitches) {
      for (const pitch of pitches) {
        const semitones = pitch === null ? null : 12 * Math.log2(pitch / 100);
        said.push(semitones);
        if (semitones !== null) usual.push(semitones);
      }
      if (said.length > MEMORY) said = said.slice(-MEMORY);
      if (usual.length > MEMORY) usual = usual.slice(-MEMORY);
    },
    tell() {
      const to = said.findLastIndex((pitch) => pitch !== null) + 1;
      const stretch = lastStretch(said.slice(0, to));
      if (stretch.length >= DRAWN_OUT && Math.max(...stretch) - Math.min(...stretch) <= 2 * LEVEL) return 'drawn-out';
      const last = said.slice(Math.max(0, to - LAST), to).filter((pitch) => pitch !== null);
      if (last.length < LEAST || usual.length < ENOUGH) return 'unknown';
      const third = Math.ceil(last.length / 3);
      const [from, end] = [median(last.slice(0, third)), median(last.slice(-third))];
      if (end - from >= RISE) return 'rises';
      const below = end - median(usual);
      return (end - from <= FALL && below < 0) || below <= 2 * BELOW_USUAL ? 'falls' : 'unknown';
    },
    end() {
      said = [];
    },
    reset() {
      said = [];
      usual = [];
    },
  };
}

/** The voice since it last broke off. */
function lastStretch(said: readonly (number | null)[]): number[] {
  const gap = said.lastIndexOf(null);
  return said.slice(gap + 1).filter((pitch) => pitch !== null);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
