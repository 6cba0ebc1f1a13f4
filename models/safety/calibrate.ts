import { DANGER_SCORES, dangerOdds, type DangerScores, type DangerSlopes } from '../../src/browser/text/danger/danger-head.ts';
import { solvePositive } from '../../src/browser/text/intent/cholesky.ts';

/** A line's scores by machines that had not seen its author, and what is true of it. */
export interface Told {
  readonly danger: boolean;
  readonly scores: DangerScores;
  /** As `lengthOf` has it. */
  readonly length: number;
}

const ROUNDS = 25;
/** Holds slopes to zero, in lines. */
const SHRINK = 1e-3;

/** Makes one probability of the scores and the length: logistic regression (Platt 1999), both sides counting the same. */
export function fitSlopes(told: readonly Told[], by: readonly (keyof DangerScores)[] = DANGER_SCORES): DangerSlopes {
  const fitted = fitLogistic(told.map(({ scores, length }) => [1, ...by.map((name) => scores[name])].flatMap((value) => [value, value * length])), told.map(({ danger }) => danger));
  const slopes: Record<keyof DangerSlopes, readonly [number, number]> = { offset: [0, 0], grams: [0, 0], english: [0, 0], meaning: [0, 0] };
  (['offset', ...by] as const).forEach((name, i) => { slopes[name] = [fitted[2 * i]!, fitted[2 * i + 1]!]; });
  return slopes;
}

/** Those of the full size: the mean of the log odds by grams alone and by all scores, since usual lines need the others less than lines that were written to mislead. */
export function fitFull(told: readonly Told[]): DangerSlopes {
  const [byGrams, byAll] = [fitSlopes(told, ['grams']), fitSlopes(told)];
  const mean = (name: keyof DangerSlopes): readonly [number, number] => [(byGrams[name][0] + byAll[name][0]) / 2, (byGrams[name][1] + byAll[name][1]) / 2];
  return { offset: mean('offset'), grams: mean('grams'), english: mean('english'), meaning: mean('meaning') };
}

/** Logistic regression by Newton's method, both sides counting the same. @returns a slope for each input */
export function fitLogistic(inputs: readonly (readonly number[])[], positive: readonly boolean[]): number[] {
  const count = inputs[0]!.length;
  const many = positive.filter(Boolean).length;
  const worth = positive.map((is) => positive.length / 2 / (is ? many : positive.length - many));
  const slopes = Array.from({ length: count }, () => 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const curvature = new Float64Array(count * count);
    const move = new Float64Array(count);
    inputs.forEach((input, i) => {
      const odds = input.reduce((sum, value, k) => sum + value * slopes[k]!, 0);
      const probability = 1 / (1 + Math.exp(-odds));
      for (let k = 0; k < count; k += 1) {
        move[k]! += worth[i]! * (Number(positive[i]) - probability) * input[k]!;
        for (let l = 0; l <= k; l += 1) curvature[count * k + l]! += worth[i]! * probability * (1 - probability) * input[k]! * input[l]!;
      }
    });
    for (let k = 0; k < count; k += 1) curvature[(count + 1) * k]! += SHRINK;
    solvePositive(curvature, count, move, 1);
    move.forEach((step, k) => { slopes[k]! += step; });
  }
  return slopes;
}

export function probabilityOf({ scores, length }: Told, slopes: DangerSlopes): number {
  return 1 / (1 + Math.exp(-dangerOdds(slopes, scores, length)));
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
