import type { Decibels, Hertz } from '../../core/index.ts';
import { createPitchTracker, PITCH_HOP } from './pitch-tracker.ts';
import { RATE } from './voice-frame.ts';

/**
 * A second opinion on who speaks. The speech detector was taught by talk, and takes some shouts and cries
 * for no speech at all; but a player who shouts is one who must be heard.
 */
export interface LoudVoice {
  /**
   * Takes in a frame of whole pitch hops at 16 kHz.
   *
   * @returns whether somebody shouts, whatever the detector says
   */
  push(samples: Float32Array, level: Decibels, room: Decibels): boolean;
  reset(): void;
}

/** So much louder than the room is nobody's talk in the background. */
const ABOVE_ROOM: Decibels = 25;
/** 0.32 s, of which half must be voiced: a syllable or two. */
const MEMORY = Math.round((0.32 * RATE) / PITCH_HOP);
const VOICED = MEMORY / 2;
/** Screams go beyond the pitch of talk. */
const HIGHEST: Hertz = 900;
/** How much a living voice's pitch moves from hop to hop, in semitones (median); a tone's stays within a hundredth. */
const MOVES = 0.1;

/** Begins with silence. */
export function createLoudVoice(): LoudVoice {
  const tracker = createPitchTracker(RATE, HIGHEST);
  let heard: (Hertz | null)[] = [];
  return {
    push(samples, level, room) {
      const loud = level >= room + ABOVE_ROOM;
      const pitches = loud ? tracker.push(samples) : Array.from({ length: samples.length / PITCH_HOP }, () => null);
      heard = [...heard, ...pitches].slice(-MEMORY);
      if (!loud || heard.filter((pitch) => pitch !== null).length < VOICED) return false;
      const moves = heard.flatMap((pitch, i) => {
        const before = heard[i - 1];
        return pitch && before ? [Math.abs(12 * Math.log2(pitch / before))] : [];
      }).sort((a, b) => a - b);
      return (moves[moves.length >> 1] ?? 0) >= MOVES;
    },
    reset() {
      tracker.reset();
      heard = [];
    },
  };
}
