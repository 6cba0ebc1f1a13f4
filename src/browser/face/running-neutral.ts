import { clamp, smoothstep, unit, type Seconds, type Unit } from '../../core/index.ts';
import { FACE_AXES, type FaceAxes } from './face-axes.ts';
import { REST } from './population.ts';

/** What is known of this player's resting face. */
export interface RunningNeutral {
  readonly axes: FaceAxes;
  /** Seconds of calm, well seen face that it rests on, at most {@link SETTLED_AFTER}. */
  readonly evidence: Seconds;
}

/** The population's resting face counts for as much as this many seconds of the player's own. */
const PRIOR_WORTH: Seconds = 20;
/** Evidence beyond this is forgotten, so that the neutral can follow new light or a new seat. */
const SETTLED_AFTER: Seconds = 40;
/** Longer gaps between two looks say nothing about the face in between. */
const LONGEST_STEP: Seconds = 0.25;

/**
 * How far from rest an axis may be, in standard deviations of resting faces, on a frame that still
 * counts as calm. A clear smile is three away on its axis.
 */
const CALM: FaceAxes = { smile: 1.2, corners: 1.5, brows: 2, eyes: 2, mouth: 1 };

/** The population's resting face: where every player begins. */
export const POPULATION_NEUTRAL: RunningNeutral = {
  axes: { smile: REST.smile.mean, corners: REST.corners.mean, brows: REST.brows.mean, eyes: REST.eyes.mean, mouth: REST.mouth.mean },
  evidence: 0,
};

/**
 * Learns from one more look, slowly, and only from a calm and well seen face.
 *
 * Calm is judged against the population's rest as well as the player's own, so the neutral can never
 * creep up on an expression that is held: a player who smiles from the first frame goes on smiling.
 *
 * @param elapsed since the look before
 * @param quality of the look; a doubtful one teaches little
 */
export function learnNeutral(neutral: RunningNeutral, seen: FaceAxes, elapsed: Seconds, quality: Unit): RunningNeutral {
  const weight = clamp(elapsed, 0, LONGEST_STEP) * unit(quality) * calmness(neutral, seen);
  if (weight === 0) return neutral;
  const evidence = Math.min(SETTLED_AFTER, neutral.evidence + weight);
  const share = weight / (PRIOR_WORTH + evidence);
  const move = (axis: keyof FaceAxes): number => neutral.axes[axis] + share * (seen[axis] - neutral.axes[axis]);
  return {
    axes: { smile: move('smile'), corners: move('corners'), brows: move('brows'), eyes: move('eyes'), mouth: move('mouth') },
    evidence,
  };
}

/** How far the neutral is this player's own: 0 is the population's, 1 settled. */
export function settledness(neutral: RunningNeutral): Unit {
  return unit(neutral.evidence / SETTLED_AFTER);
}

function calmness(neutral: RunningNeutral, seen: FaceAxes): Unit {
  const strongest = Math.max(...FACE_AXES.map((axis) => {
    const fromRest = Math.max(Math.abs(seen[axis] - REST[axis].mean), Math.abs(seen[axis] - neutral.axes[axis]));
    return fromRest / (CALM[axis] * REST[axis].sd);
  }));
  return 1 - smoothstep(0.7, 1, strongest);
}
