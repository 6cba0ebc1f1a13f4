import { signedUnit, smoothstep, type FaceScores, type Unit } from '../../core/index.ts';
import type { FaceAxes, FaceAxis } from './face-axes.ts';
import { FULL, REST } from './population.ts';
import { settledness, type RunningNeutral } from './running-neutral.ts';

/**
 * How far an axis must leave the neutral before it counts, in standard deviations of resting faces.
 * Until the neutral is the player's own, the difference between people hides a faint expression;
 * afterwards only the unrest of one face does.
 */
const DOUBT = { population: 1.2, settled: 0.5 } as const;
/** The doubt may hide no more than this share of a full score, or the rest of it would be a switch. */
const LARGEST_DOUBT = 0.6;

/** Scores what a face does, relative to the neutral of its player; 0 is rest on every score. */
export function scoreFace(seen: FaceAxes, neutral: RunningNeutral): FaceScores {
  const doubt = DOUBT.population + (DOUBT.settled - DOUBT.population) * settledness(neutral);
  const beyond = (axis: FaceAxis, sign: 1 | -1, full: number): Unit =>
    smoothstep(Math.min(doubt * REST[axis].sd, LARGEST_DOUBT * full), full, sign * (seen[axis] - neutral.axes[axis]));

  const smile = beyond('smile', 1, FULL.smile);
  // A mouth that opens or purses lowers the smile axis too; only corners that sink are a frown.
  const frown = smile > 0 ? 0 : beyond('corners', -1, FULL.cornersDown);
  return {
    smile: signedUnit(smile - frown),
    browRaise: beyond('brows', 1, FULL.browsUp),
    browLower: beyond('brows', -1, FULL.browsDown),
    eyeOpen: signedUnit(beyond('eyes', 1, FULL.eyesWide) - beyond('eyes', -1, FULL.eyesClosed)),
    mouthOpen: beyond('mouth', 1, FULL.mouthOpen),
  };
}
