import { clamp, type Seconds } from '../../../core/index.ts';
import type { Ending } from './phrase-ending.ts';

/** What is known in a pause. */
export interface PauseEvidence {
  readonly ending: Ending;
  /** Whether the words so far want more to follow; null where they are not known. */
  readonly open: boolean | null;
  /** Whether the player looks at the agent; null where no face is seen. */
  readonly looking: boolean | null;
}

/** Pauses inside a turn are mostly below 0.5 s (Heldner & Edlund 2010); so long is waited where nothing is known. */
export const USUAL_PATIENCE: Seconds = 0.6;
const LEAST: Seconds = 0.3;
const MOST: Seconds = 1.2;

const BY_ENDING: Readonly<Record<Ending, Seconds>> = { falls: -0.1, rises: -0.1, 'drawn-out': 0.25, unknown: 0 };
const OPEN: Seconds = 0.4;
const WHOLE: Seconds = -0.15;
const LOOKS_HERE: Seconds = -0.05;
const LOOKS_AWAY: Seconds = 0.15;

/**
 * How long a silence must last to be the end of the turn.
 *
 * The more signs agree, the likelier a turn is over (Gravano & Hirschberg 2011: pitch that falls or rises, a complete clause; Kendon
 * 1967: speakers look at the listener as they end and away while they plan), so each adds its part. The directions are theirs; the
 * sizes are chosen so that all signs together reach the ends of the range, for no recordings of conversations were at hand.
 */
export function turnPatience({ ending, open, looking }: PauseEvidence): Seconds {
  const bySyntax = open === null ? 0 : open ? OPEN : WHOLE;
  const byGaze = looking === null ? 0 : looking ? LOOKS_HERE : LOOKS_AWAY;
  return clamp(USUAL_PATIENCE + BY_ENDING[ending] + bySyntax + byGaze, LEAST, MOST);
}
