import { type AffectState, certainty } from 'attune';

/** How a player fares, by how they play. */
export interface Fortune {
  /** The share of lights that was caught lately, in [0, 1]; null before there were enough to tell. */
  readonly caught: number | null;
  /** Nights lost in a row. */
  readonly lost: number;
}

/** Both in [0, 1]; 0 is also "nothing speaks for it". */
export interface Mood {
  readonly frustration: number;
  readonly boredom: number;
}

/** How far what is seen, heard and read counts against how they play, once it is entirely sure. */
const TRUST = 0.75;
/** How fast the difficulty follows, per second. */
const RATE = 0.05;
/** A leaning smaller than this changes nothing, or it would never come to rest. */
const DEADBAND = 0.12;

/**
 * How frustrated and how bored the player seems.
 *
 * Play alone tells something: who misses much is frustrated sooner, who misses nothing is bored sooner (Csikszentmihalyi 1975). What is
 * felt counts by how certain it is, so without camera and microphone, play decides.
 */
export function moodOf({ estimate: { valence, arousal, emotions } }: AffectState, { caught, lost }: Fortune): Mood {
  const hard = caught === null ? 0 : Math.max(0, (0.65 - caught) / 0.65);
  const easy = caught === null ? 0 : Math.max(0, (caught - 0.85) / 0.15);
  const known = TRUST * Math.min(1, 1.5 * certainty(valence));
  // Unpleasant and not calm; anger is the plainest sign of it.
  const upset = clamp(1.4 * Math.max(0, -valence.mean) * (1 + Math.max(-1, arousal.mean)) + emotions.anger - 1 / 8);
  // Calm without joy; and a face that nothing moves, while nothing is missed.
  const joyless = 1 - Math.min(1, 2 * Math.max(0, valence.mean));
  const dull = clamp((1.6 * Math.max(0, -arousal.mean) + 0.6 * easy) * joyless);
  return {
    frustration: clamp((1 - known) * (0.7 * hard + 0.2 * Math.min(lost, 2)) + known * upset),
    boredom: clamp((1 - known) * 0.6 * easy + known * dull),
  };
}

/** The difficulty a moment later: it goes where the player is neither frustrated nor bored. */
export function adapt(difficulty: number, { frustration, boredom }: Mood, delta: number): number {
  const lean = boredom - frustration;
  return Math.abs(lean) < DEADBAND ? difficulty : clamp(difficulty + RATE * lean * delta);
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share));
