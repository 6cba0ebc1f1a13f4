import type { Prediction } from './regression.ts';

/** How right predictions were, made before their outcomes were known. Counts, so that they can be summed over people. */
export interface Calibration {
  readonly count: number;
  /** How many outcomes lay within the intervals that should hold half, four fifths and nineteen of twenty of them. */
  readonly within: readonly [half: number, most: number, nearlyAll: number];
  /** Sums of squared errors: of the predictions, and of always expecting the mean so far. */
  readonly squared: number;
  readonly squaredOfMean: number;
  readonly sum: number;
}

/** The shares that the intervals should hold, and how many standard deviations wide they are to each side. */
export const INTERVALS = [{ holds: 0.5, deviations: 0.674 }, { holds: 0.8, deviations: 1.282 }, { holds: 0.95, deviations: 1.96 }] as const;

export const NO_CALIBRATION: Calibration = { count: 0, within: [0, 0, 0], squared: 0, squaredOfMean: 0, sum: 0 };

export function noteOutcome(before: Calibration, { mean, spread }: Prediction, outcome: number): Calibration {
  const error = outcome - mean;
  const usual = before.count === 0 ? 0.5 : before.sum / before.count;
  const hit = (which: 0 | 1 | 2): number => before.within[which] + (Math.abs(error) <= INTERVALS[which].deviations * Math.sqrt(spread) ? 1 : 0);
  return {
    count: before.count + 1, within: [hit(0), hit(1), hit(2)], squared: before.squared + error ** 2,
    squaredOfMean: before.squaredOfMean + (outcome - usual) ** 2, sum: before.sum + outcome,
  };
}
