import type { Decibels, Hertz } from '../../core/index.ts';
import { PITCH_HOP } from './pitch-tracker.ts';
import { RATE } from './voice-frame.ts';

/**
 * A second opinion on who speaks. The speech detector was taught by talk, and takes some shouts and cries
 * for no speech at all; but a player who shouts is one who must be heard.
 */
export interface LoudVoice {
  /**
   * Takes in a frame.
   *
   * @param pitches at each hop of the frame, null where it is unvoiced
   * @returns whether somebody shouts, whatever the detector says
   */
  push(level: Decibels, room: Decibels, pitches: readonly (Hertz | null)[]): boolean;
  reset(): void;
}

/** So much louder than the room is nobody's talk in the background. */
const ABOVE_ROOM: Decibels = 25;
/** 0.32 s, of which half must be voiced: a syllable or two. */
const MEMORY = Math.round((0.32 * RATE) / PITCH_HOP);
const VOICED = MEMORY / 2;
/** How much a living voice's pitch moves from hop to hop, in semitones (median); a tone's stays within a hundredth. */
const MOVES = 0.1;

/** Begins with silence. */
export function createLoudVoice(): LoudVoice {
  let heard: (Hertz | null)[] = [];
  return {
    push(level, room, pitches) {
      heard = [...heard, ...pitches].slice(-MEMORY);
      if (level < room + ABOVE_ROOM || heard.filter((pitch) => pitch !== null).length < VOICED) return false;
      const moves = heard.flatMap((pitch, i) => {
        const before = heard[i - 1];
        return pitch && before ? [Math.abs(12 * Math.log2(pitch / before))] : [];
      }).sort((a, b) => a - b);
      return (moves[moves.length >> 1] ?? 0) >= MOVES;
    },
    reset() {
      heard = [];
    },
  };
}
