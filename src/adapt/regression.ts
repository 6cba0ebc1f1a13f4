import { cholesky, dot, type Numbers, solveLower, solveUpper } from './cholesky.ts';

/**
 * Regularised least squares that learns on line: the Bayesian linear regression with a normal-inverse-gamma prior, whose mean minimises
 * the squared error against what really happened (with a penalty for leaving the prior) and whose covariance tells how sure it is.
 */
export interface Regression {
  /** The precision of the weights in units of the noise, by rows; symmetric. */
  readonly precision: Numbers;
  /** The precision times the mean. */
  readonly moment: Numbers;
  /** Observations at their word, as far as they are remembered, and their squared errors one step ahead. */
  readonly count: number;
  readonly error: number;
}

/** What is thought of weights before anything is known: means, and precisions in units of the noise. */
export interface RegressionPrior {
  readonly mean: Numbers;
  readonly precision: Numbers;
  /** The variance of the noise that is expected, as if so many observations had shown it. */
  readonly noise: number;
  readonly worth: number;
}

/** A regression, taken apart for many predictions. */
export interface Solved {
  readonly lower: Float64Array;
  readonly mean: Float64Array;
  /** Variance of the noise of an observation of weight 1. */
  readonly noise: number;
}

/** A prediction: its mean, how unsure the mean is, and how far a single observation may lie from it. */
export interface Prediction {
  readonly mean: number;
  readonly variance: number;
  readonly spread: number;
}

export function newRegression({ mean, precision }: RegressionPrior): Regression {
  const size = mean.length;
  const matrix = new Float64Array(size * size);
  for (let k = 0; k < size; k += 1) matrix[k * size + k] = precision[k]!;
  return { precision: matrix, moment: Float64Array.from(mean, (each, k) => each * precision[k]!), count: 0, error: 0 };
}

/** A regression is asked several times between two observations, and its triangle costs the most. */
const solved = new WeakMap<Regression, Solved>();

export function solve(regression: Regression, { noise, worth }: RegressionPrior): Solved {
  const known = solved.get(regression);
  if (known) return known;
  const { precision, moment, count, error } = regression;
  const lower = cholesky(precision, moment.length);
  const answer = { lower, mean: solveUpper(lower, solveLower(lower, moment)), noise: (worth * noise + error) / (worth + count) };
  solved.set(regression, answer);
  return answer;
}

export function predict({ lower, mean, noise }: Solved, x: Numbers): Prediction {
  const root = solveLower(lower, x);
  const variance = noise * dot(root, root);
  return { mean: dot(mean, x), variance, spread: variance + noise };
}

/**
 * Weights as they may be: one draw of the posterior.
 *
 * @param normals as many standard normal numbers as there are weights
 * @param boldness factor on how far a draw lies from the mean; 1 is the posterior itself
 */
export function drawWeights({ lower, mean, noise }: Solved, normals: Numbers, boldness: number): Float64Array {
  const away = solveUpper(lower, normals);
  const scale = boldness * Math.sqrt(noise);
  return away.map((each, k) => mean[k]! + scale * each);
}

/**
 * Learns what came of x.
 *
 * @param y in [0, 1]
 * @param weight the noise's variance over that of this observation: 1 for one at its word, less for one that was only read from signs
 * @param remembers the share of all earlier evidence that is kept; the rest falls back to the prior
 */
export function learn(before: Regression, prior: RegressionPrior, { lower, mean }: Solved, x: Numbers, y: number, weight = 1, remembers = 1): Regression {
  const size = x.length;
  const root = solveLower(lower, x);
  // How surprising it was, one step ahead: what the weights' own doubt explains is no noise.
  const surprise = (y - dot(mean, x)) ** 2 / (1 / weight + dot(root, root));
  const precision = new Float64Array(size * size);
  const moment = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    const share = weight * x[row]!;
    for (let column = 0; column < size; column += 1) precision[row * size + column] = remembers * before.precision[row * size + column]! + share * x[column]!;
    precision[row * size + row]! += (1 - remembers) * prior.precision[row]!;
    moment[row] = remembers * before.moment[row]! + (1 - remembers) * prior.precision[row]! * prior.mean[row]! + share * y;
  }
  // What was only read from signs varies less than what is told, so it says nothing of the noise.
  const told = weight === 1 ? 1 : 0;
  return { precision, moment, count: remembers * before.count + told, error: remembers * before.error + told * surprise };
}
