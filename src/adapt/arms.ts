import { AttuneError, random, type Seed, type Unit } from '../core/index.ts';
import { dot } from './cholesky.ts';
import { fillNormals } from './policy.ts';
import { drawWeights, learn, newRegression, type RegressionPrior, solve } from './regression.ts';

/** Something that was chosen before, on what occasion, and what came of it. */
export interface ArmTurn {
  readonly arm: string;
  /** What was known of the occasion, each number in [-1, 1]; as many as ever. */
  readonly occasion: readonly number[];
  /** 0 for nothing, 1 for the best. */
  readonly outcome: Unit;
}

/** How one of several things is chosen. */
export interface ArmOptions {
  /** The share of choices that is left to chance, whatever is known, in [0.01, 1]. Default 0.1. */
  readonly floor?: Unit;
  readonly seed: Seed;
}

/** What was chosen, and how likely each was to be. */
export interface ArmChoice {
  readonly arm: string;
  readonly chances: Readonly<Record<string, Unit>>;
}

/** Draws of the posterior by which arms are voted for. */
const VOTES = 48;

/** How far outcomes that people tell in steps scatter, and how far an arm may lie from the middle, alone and by the occasion. */
const NOISE = 0.06;
const ALONE = 0.25;
const BY_OCCASION = 0.2;

/**
 * Chooses one of several things by what came of them before: linear Thompson sampling with a floor of chance, over a log that the host keeps. Pure:
 * the same log, occasion and seed choose the same.
 *
 * @param arms those that are allowed now, one at least; safety decides that, not what was learnt
 * @throws {AttuneError} `bad-input` where there are no arms, or the floor is out of its range
 * @example
 * import { chooseArm } from 'attune/adapt';
 *
 * const log = [{ arm: 'walk', occasion: [-0.5, 0.4], outcome: 1 }, { arm: 'tidy', occasion: [-0.4, 0.5], outcome: 0 }];
 * console.log(chooseArm(['walk', 'tidy'], log, [-0.6, 0.5], { seed: 7 }).arm);
 */
export function chooseArm(arms: readonly string[], log: readonly ArmTurn[], occasion: readonly number[], { floor = 0.1, seed }: ArmOptions): ArmChoice {
  if (arms.length === 0) throw new AttuneError('bad-input', 'Expected one arm or more to choose from, but got none.');
  if (!(floor >= 0.01 && floor <= 1)) throw new AttuneError('bad-input', `Expected a floor between 0.01 and 1, but got ${floor}. Without trying anything, nothing can be learnt.`);
  const size = occasion.length + 1;
  const prior: RegressionPrior = {
    mean: [0.5, ...occasion.map(() => 0)], noise: NOISE, worth: 10,
    precision: Array.from({ length: size }, (_, k) => NOISE / (k === 0 ? ALONE : BY_OCCASION) ** 2),
  };
  const learnt = arms.map((arm) => solve(log.filter((turn) => turn.arm === arm && turn.occasion.length === occasion.length)
    .reduce((known, turn) => learn(known, prior, solve(known, prior), [1, ...turn.occasion], turn.outcome), newRegression(prior)), prior));
  const votes = arms.map(() => 0);
  const x = [1, ...occasion];
  const normals = new Float64Array(size);
  let next = seed;
  for (let vote = 0; vote < VOTES; vote += 1) {
    let [best, most] = [0, Number.NEGATIVE_INFINITY];
    learnt.forEach((known, index) => {
      next = fillNormals(normals, next);
      const worth = dot(drawWeights(known, normals, 1), x);
      if (worth > most) [best, most] = [index, worth];
    });
    votes[best]! += 1 / VOTES;
  }
  const chances = votes.map((vote) => (1 - floor) * vote + floor / arms.length);
  const [lot] = random(next);
  let [sum, index] = [0, 0];
  for (; index < arms.length - 1; index += 1) {
    sum += chances[index]!;
    if (lot < sum) break;
  }
  return { arm: arms[index]!, chances: Object.fromEntries(arms.map((arm, k) => [arm, chances[k]!])) };
}
