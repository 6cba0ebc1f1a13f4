import { byRespect, type Seed, STYLE_RESPECTS } from '../core/index.ts';
import { type Knowledge, learnTurn, type LoggedTurn, newKnowledge, priorOf, type SiteKnowledge } from './knowledge.ts';
import { describeMean, describeTurn, type Occasion } from './occasion.ts';
import { type Allowed, type Chances, chancesOf, type Policy } from './policy.ts';
import { learn, newRegression, solve, type Solved } from './regression.ts';
import { dot } from './cholesky.ts';

/** What a policy would do on an occasion. */
export type ChancesOf = (occasion: Occasion, allowed: Allowed) => Chances;

/** An estimate with its 95% interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How a policy's turns would have been rated on average, by a log of another's. */
export interface OffPolicy {
  /** Inverse propensity scoring, the same normalised by its weights, and doubly robust: what a regression expects, corrected by what it missed. */
  readonly ips: Estimate;
  readonly selfNormalised: Estimate;
  readonly doublyRobust: Estimate;
  /** Rated turns, and how many of the policy's own they are worth. */
  readonly turns: number;
  readonly worth: number;
}

/** Neighbouring turns share a mood, so errors are taken between so many blocks of them (Student's t has one degree less). */
const BLOCKS = 20;
const T_OF_BLOCKS = 2.093;

/** Fewer rated turns than this tell nothing. */
export const LEAST_RATED = 100;

/** A log that is worth fewer turns of the policy's own says nothing of it: the two hardly ever do the same. */
const LEAST_WORTH = 30;

/**
 * Estimates what ratings a policy would have had from the log of another. A log holds rated turns; where people rate some turns
 * more readily than others, it holds for those.
 *
 * @returns null where too few turns were rated, or too few were as the policy would have had them
 */
export function evaluateOffPolicy(log: readonly LoggedTurn[], chances: ChancesOf): OffPolicy | null {
  if (log.length < LEAST_RATED) return null;
  // Each half is told by a regression that has not seen it.
  const models = [0, 1].map((half) => fit(log.filter((_, k) => blockOf(k, log.length) % 2 !== half)));
  const turns = log.map((turn, k) => {
    const wanted = chances(turn.occasion, turn.allowed);
    const weight = STYLE_RESPECTS.reduce((product, respect) => product * (wanted[respect][turn.allowed[respect].indexOf(turn.style[respect] as -1 | 0 | 1)]! / turn.propensity[respect]), 1);
    const { mean } = models[blockOf(k, log.length) % 2]!;
    const expected = dot(mean, meanOf(turn, wanted));
    return { weight, scored: weight * turn.rating, robust: expected + weight * (turn.rating - dot(mean, describeTurn(turn.occasion, turn.style))) };
  });
  const total = sum(turns.map(({ weight }) => weight));
  const ratio = total > 0 ? sum(turns.map(({ scored }) => scored)) / total : 0;
  const share = total / turns.length;
  const worth = total ** 2 / (sum(turns.map(({ weight }) => weight ** 2)) || 1);
  if (worth < LEAST_WORTH) return null;
  return {
    ips: estimate(turns.map(({ scored }) => scored)),
    // The ratio's error is that of its linearisation.
    selfNormalised: estimate(turns.map(({ weight, scored }) => ratio + (scored - ratio * weight) / (share || 1))),
    doublyRobust: estimate(turns.map(({ robust }) => robust)),
    turns: turns.length,
    worth,
  };
}

/** Whether a candidate may take the place of the policy that is used. */
export interface Verdict {
  readonly adopt: boolean;
  /** Null where too little is known of it. */
  readonly candidate: OffPolicy | null;
  /** How the present policy's turns were rated; null where too few were. */
  readonly current: Estimate | null;
}

/**
 * A new policy is used only if the lower end of what it may be worth lies above what the present one seems to be worth. It is judged on the later half
 * of the log by what could be learnt from the earlier one: whoever is judged on what they have learnt from is judged too well.
 */
export function judgePolicy(knowledge: Knowledge, site: SiteKnowledge | null, candidate: Policy): Verdict {
  const { log, seed } = knowledge;
  const [earlier, later] = [log.slice(0, log.length / 2), log.slice(log.length / 2)];
  const would = evaluateOffPolicy(later, chancesAfter(earlier, candidate, seed, site));
  const current = later.length < LEAST_RATED ? null : estimate(later.map(({ rating }) => rating));
  return { adopt: would !== null && current !== null && would.doublyRobust.low > current.value, candidate: would, current };
}

/** What a policy would do that has learnt from the ratings of a log and from nothing else. */
export function chancesAfter(log: readonly LoggedTurn[], policy: Policy, seed: Seed, site: SiteKnowledge | null): ChancesOf {
  const learnt = log.reduce((each, turn) => learnTurn(each, site, turn, { satisfaction: { value: turn.rating, weight: 1 } }), newKnowledge(seed, site));
  return (occasion, allowed) => chancesOf({ ...policy, cares: RATINGS_ONLY }, learnt, site, occasion, allowed, seed)[0];
}

/** Only ratings are on record, so only they can be judged. */
const RATINGS_ONLY = { satisfaction: 1, engagement: 0, success: 0 };

function fit(turns: readonly LoggedTurn[]): Solved {
  const prior = priorOf('satisfaction', null);
  const learnt = turns.reduce((each, turn) => learn(each, prior, solve(each, prior), describeTurn(turn.occasion, turn.style), turn.rating), newRegression(prior));
  return solve(learnt, prior);
}

/** A turn's features, averaged over what a policy would do. */
function meanOf({ occasion, allowed }: LoggedTurn, chances: Chances): Float64Array {
  const mean = (of: (level: number) => number) => byRespect((respect) => sum(allowed[respect].map((level, index) => chances[respect][index]! * of(level))));
  return describeMean(occasion, mean((level) => level), mean(Math.abs));
}

const blockOf = (index: number, count: number): number => Math.floor((index * BLOCKS) / count);

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

/** A mean with its interval, by the spread of the blocks' means. */
function estimate(values: readonly number[]): Estimate {
  const blocks = Array.from({ length: BLOCKS }, () => ({ sum: 0, count: 0 }));
  values.forEach((value, index) => {
    const block = blocks[blockOf(index, values.length)]!;
    block.sum += value;
    block.count += 1;
  });
  const mean = sum(values) / values.length;
  const spread = sum(blocks.map((block) => ((block.sum / block.count - mean) * block.count * BLOCKS / values.length) ** 2)) / (BLOCKS - 1);
  const reach = T_OF_BLOCKS * Math.sqrt(spread / BLOCKS);
  return { value: mean, low: mean - reach, high: mean + reach };
}
