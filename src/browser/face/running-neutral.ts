import { clamp, smoothstep, unit, type Seconds, type Unit } from '../../core/index.ts';
import { FACE_AXES, type FaceAxes } from './face-axes.ts';
import { REST } from './population.ts';

/** One score for each emotion, in the order of EMOTIONS, before the softmax. */
export interface EmotionScores {
  readonly whole: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
}

/** Everything that a look measures and that is different from one resting face to another. */
export interface SeenFace {
  readonly axes: FaceAxes;
  /** As their model scores them; null without one. */
  readonly blendshapes: ArrayLike<number> | null;
  /** As the expression head scores it; null without one. */
  readonly head: EmotionScores | null;
}

/** What is known of this player's resting face. */
export interface RunningNeutral extends SeenFace {
  /** The resting face that calm is judged against: the population's, or the one that was taken on request. */
  readonly anchor: FaceAxes;
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

const POPULATION_AXES: FaceAxes = { smile: REST.smile.mean, corners: REST.corners.mean, brows: REST.brows.mean, eyes: REST.eyes.mean, mouth: REST.mouth.mean };

/** The population's resting face: where every player begins. */
export const POPULATION_NEUTRAL: RunningNeutral = { axes: POPULATION_AXES, blendshapes: null, head: null, anchor: POPULATION_AXES, evidence: 0 };

/**
 * Learns from one more look, slowly, and only from a calm and well seen face.
 *
 * Calm is judged against the population's rest as well as the player's own, so the neutral can never
 * creep up on an expression that is held: a player who smiles from the first frame goes on smiling.
 *
 * @param elapsed since the look before
 * @param trust in the look, in [0, 1]; a doubtful or excited one teaches little
 */
export function learnNeutral(neutral: RunningNeutral, seen: SeenFace, elapsed: Seconds, trust: Unit): RunningNeutral {
  const weight = clamp(elapsed, 0, LONGEST_STEP) * unit(trust) * calmness(neutral, seen.axes);
  if (weight === 0) return neutral;
  const evidence = Math.min(SETTLED_AFTER, neutral.evidence + weight);
  const share = weight / (PRIOR_WORTH + evidence);
  const move = (axis: keyof FaceAxes): number => neutral.axes[axis] + share * (seen.axes[axis] - neutral.axes[axis]);
  const own = weight / evidence;
  return {
    axes: { smile: move('smile'), corners: move('corners'), brows: move('brows'), eyes: move('eyes'), mouth: move('mouth') },
    blendshapes: blend(neutral.blendshapes, seen.blendshapes, own),
    head: neutral.head && seen.head
      ? { whole: blend(neutral.head.whole, seen.head.whole, own), upper: blend(neutral.head.upper, seen.head.upper, own) }
      : neutral.head ?? seen.head,
    anchor: neutral.anchor,
    evidence,
  };
}

/** Takes a face for the player's resting face at once, whatever it shows. */
export function takeNeutral(rest: SeenFace): RunningNeutral {
  return { ...rest, anchor: rest.axes, evidence: SETTLED_AFTER };
}

/** How far the neutral is this player's own: 0 is the population's, 1 settled. */
export function settledness(neutral: RunningNeutral): Unit {
  return unit(neutral.evidence / SETTLED_AFTER);
}

function blend<T extends ArrayLike<number> | null>(old: T, seen: T, share: number): T | number[] {
  return old && seen ? Array.from(old, (value, i) => value + share * ((seen[i] ?? value) - value)) : old ?? seen;
}

function calmness(neutral: RunningNeutral, seen: FaceAxes): Unit {
  const strongest = Math.max(...FACE_AXES.map((axis) => {
    const fromRest = Math.max(Math.abs(seen[axis] - neutral.anchor[axis]), Math.abs(seen[axis] - neutral.axes[axis]));
    return fromRest / (CALM[axis] * REST[axis].sd);
  }));
  return 1 - smoothstep(0.7, 1, strongest);
}
