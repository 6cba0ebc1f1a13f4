import { solvePositive } from '../../src/browser/text/intent/cholesky.ts';

/** A line's scores by machines that had not seen its author, and what is true of it. */
export interface Told {
  readonly danger: boolean;
  readonly grams: number;
  /** Of English in the full size; else 0. */
  readonly meaning: number;
}

interface Slopes {
  readonly grams: number;
  readonly meaning: number;
  readonly offset: number;
}

const ROUNDS = 25;
/** Holds slopes to zero, in lines. */
const SHRINK = 1e-3;

/** Makes one probability of the scores: logistic regression by Newton's method (Platt 1999), both sides counting the same. */
export function fitSlopes(told: readonly Told[], withMeaning: boolean): Slopes {
  const inputs = told.map(({ grams, meaning }) => [grams, withMeaning ? meaning : 0, 1] as const);
  const crises = told.filter(({ danger }) => danger).length;
  const worth = told.map(({ danger }) => told.length / 2 / (danger ? crises : told.length - crises));
  const slopes = [1, withMeaning ? 1 : 0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    const curvature = new Float64Array(9);
    const move = new Float64Array(3);
    inputs.forEach((input, i) => {
      const odds = input.reduce((sum, value, k) => sum + value * slopes[k]!, 0);
      const probability = 1 / (1 + Math.exp(-odds));
      for (let k = 0; k < 3; k += 1) {
        move[k]! += worth[i]! * (Number(told[i]!.danger) - probability) * input[k]!;
        for (let l = 0; l <= k; l += 1) curvature[3 * k + l]! += worth[i]! * probability * (1 - probability) * input[k]! * input[l]!;
      }
    });
    for (let k = 0; k < 3; k += 1) curvature[4 * k]! += SHRINK;
    solvePositive(curvature, 3, move, 1);
    move.forEach((step, k) => { slopes[k]! += step; });
  }
  return { grams: slopes[0]!, meaning: slopes[1]!, offset: slopes[2]! };
}

export function probabilityOf({ grams, meaning }: Told, slopes: Slopes): number {
  return 1 / (1 + Math.exp(-(slopes.offset + slopes.grams * grams + slopes.meaning * meaning)));
}

/** The lowest threshold at which no more than this share of some probabilities reaches it. */
export function thresholdFor(probabilities: readonly number[], share: number): number {
  const falling = probabilities.toSorted((a, b) => b - a);
  const allowed = Math.floor(share * falling.length);
  const [above = 1, below = 0] = [falling[allowed - 1], falling[allowed]];
  return (above + below) / 2;
}

/**
 * The same where there are too few to count, so that single lines would decide: the threshold that a normal law of their log odds passes with this share. It is as
 * wide as they are.
 */
export function smoothThresholdFor(probabilities: readonly number[], share: number): number {
  const odds = probabilities.map((probability) => Math.log(probability / (1 - probability)));
  const mean = odds.reduce((sum, each) => sum + each, 0) / odds.length;
  const deviation = Math.sqrt(odds.reduce((sum, each) => sum + (each - mean) ** 2, 0) / odds.length);
  return 1 / (1 + Math.exp(-(mean + deviation * deviationsAbove(share))));
}

/** Above so many deviations lies this share of a normal law, at most a half; by halving (Abramowitz and Stegun 1964, 26.2.17, to 1e-7). */
function deviationsAbove(share: number): number {
  let [low, high] = [0, 6];
  for (let round = 0; round < 40; round += 1) {
    const middle = (low + high) / 2;
    if (shareAbove(middle) > share) low = middle;
    else high = middle;
  }
  return low;
}

function shareAbove(deviations: number): number {
  const t = 1 / (1 + 0.2316419 * deviations);
  const polynomial = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429].reduceRight((sum, factor) => (sum + factor) * t, 0);
  return (Math.exp(-(deviations ** 2) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
}
