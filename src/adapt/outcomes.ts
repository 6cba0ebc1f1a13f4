import { clamp, type Seconds, unit, type Unit } from '../core/index.ts';
import { learn, newRegression, predict, type Prediction, type Regression, type RegressionPrior, solve } from './regression.ts';

/** What is predicted of a turn, each in [0, 1]: how content the player is with it, how far they take part, and whether what they came for succeeds. */
export const OUTCOMES = ['satisfaction', 'engagement', 'success'] as const;
/** One of {@link OUTCOMES}. */
export type Outcome = (typeof OUTCOMES)[number];

/** How a player met a turn, without having been asked. */
export interface Signs {
  /** How valence changed, in [-1, 1]; null where it was not known before or after. */
  readonly affectChange: number | null;
  /** Whether the answer was shorter (-1) or longer (1) than this player's usually are. */
  readonly replyLength: number;
  /** Whether they cut the turn off. */
  readonly interrupted: boolean;
  /** How long they were silent after it. */
  readonly silence: Seconds;
  /** Whether they left instead of answering. */
  readonly left: boolean;
}

/** An outcome as far as it is known, and how far it is to be believed: 1 is at its word. */
export interface Observed {
  readonly value: Unit;
  readonly weight: number;
}

/** Silence that is as long as this says as much as any longer one. */
const LONG_SILENCE: Seconds = 30;

const delayOf = ({ silence }: Signs): Unit => unit(silence / LONG_SILENCE);

function describeSigns(signs: Signs): readonly number[] {
  return [1, signs.affectChange ?? 0, signs.replyLength, signs.interrupted ? 1 : 0, delayOf(signs), signs.left ? 1 : 0];
}

/**
 * What signs say of satisfaction before this player has rated anything: directions that are generally found, with sizes that are chosen
 * and soon outweighed by what the player's own ratings tell.
 */
export const SIGNS_PRIOR: RegressionPrior = { mean: [0.6, 0.3, 0.1, -0.2, -0.1, -0.3], precision: [20, 10, 10, 10, 10, 10], noise: 0.05, worth: 10 };

/** The variance of ratings around what is felt: a step of five is 0.25 wide, and people are not exact. */
const RATING_NOISE = 0.04;

export const newReading = (): Regression => newRegression(SIGNS_PRIOR);

/** What signs say of the satisfaction. */
export function readSatisfaction(reading: Regression, signs: Signs): Prediction {
  return predict(solve(reading, SIGNS_PRIOR), describeSigns(signs));
}

/** Learns what this player's signs mean, from a turn that was rated, too. */
export function learnReading(reading: Regression, signs: Signs, rating: Unit): Regression {
  return learn(reading, SIGNS_PRIOR, solve(reading, SIGNS_PRIOR), describeSigns(signs), rating);
}

/** Taking part shows: whoever stays, answers at length and soon. */
export function engagementOf(signs: Signs): Unit {
  return signs.left ? 0 : 0.25 + 0.25 * (clamp(signs.replyLength, -1, 1) + 1) + 0.25 * (1 - delayOf(signs));
}

/** What is known of a turn. A rating outweighs all signs; what success was is only known where it was told. */
export function outcomesOf(reading: Regression, signs: Signs, rating: Unit | null, success: boolean | null): Readonly<Partial<Record<Outcome, Observed>>> {
  const read = readSatisfaction(reading, signs);
  return {
    satisfaction: rating === null ? { value: unit(read.mean), weight: RATING_NOISE / (RATING_NOISE + read.spread) } : { value: rating, weight: 1 },
    engagement: { value: engagementOf(signs), weight: 1 },
    ...(success !== null && { success: { value: success ? 1 : 0, weight: 1 } }),
  };
}
