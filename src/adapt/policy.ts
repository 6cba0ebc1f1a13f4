import { byRespect, OWN_STYLE, random, type Seed, type Style, STYLE_RESPECTS, type StyleRespect } from '../core/index.ts';
import { byOutcome, type Knowledge, priorOf, type SiteKnowledge } from './knowledge.ts';
import { describeLevel, describeTurn, featuresOf, type Level, type Occasion } from './occasion.ts';
import { type Outcome, OUTCOMES } from './outcomes.ts';
import { drawWeights, predict, solve } from './regression.ts';
import { dot } from './cholesky.ts';

/**
 * How a style is chosen: by Thompson sampling (levels take turns as often as each may be the best), by an upper confidence bound (LinUCB: what is
 * best if it is as good as it may well be), as it seems best so far, or as the character is.
 */
export const METHODS = ['thompson', 'ucb', 'greedy', 'own'] as const;
/** How a style is chosen, as one of {@link METHODS}. */
export type Method = (typeof METHODS)[number];

/** How styles are chosen, and what they are chosen for. */
export interface Policy {
  readonly method: Method;
  /** How often each respect is tried at random among the levels that are allowed, whatever is known; in [0, 1]. */
  readonly floor: number;
  /** In which respects; in the others the character is as it is. */
  readonly respects: readonly StyleRespect[];
  /** How much each outcome counts. */
  readonly cares: Readonly<Record<Outcome, number>>;
}

/** How styles are chosen where nothing else is said: by Thompson sampling, in every respect, and above all for the player's being content. */
export const USUAL_POLICY: Policy = { method: 'thompson', floor: 0.03, respects: STYLE_RESPECTS, cares: { satisfaction: 0.6, engagement: 0.25, success: 0.15 } };

export type Allowed = Readonly<Record<StyleRespect, readonly Level[]>>;

/** How likely each of the allowed levels is to be chosen, in their order. The respects are chosen independently of one another. */
export type Chances = Readonly<Record<StyleRespect, readonly number[]>>;

/** Draws of the posterior by which levels are voted for: chances of Thompson sampling are known to a 24th, and exactly those are drawn from. */
const VOTES = 24;

/** Draws lie half as far from the mean as the posterior has it: with few turns to a person, trying out less pays. Chosen on simulated people. */
const BOLDNESS = 0.5;

/** How many deviations an upper bound lies above the mean (LinUCB's alpha). */
const OPTIMISM = 1;

/** What a policy would do on an occasion. @returns the chances, and the seed after it */
export function chancesOf({ method, floor, respects, cares }: Policy, knowledge: Knowledge, site: SiteKnowledge | null, occasion: Occasion, allowed: Allowed, seed: Seed): readonly [Chances, Seed] {
  const [wanted, next] = method === 'thompson' ? byVotes(cares, knowledge, site, occasion, allowed, seed) : [byBound(method, cares, knowledge, site, occasion, allowed), seed];
  return [byRespect((respect) => {
    const levels = allowed[respect];
    return respects.includes(respect) ? wanted[respect].map((chance) => (1 - floor) * chance + floor / levels.length) : levels.map((level) => (level === 0 ? 1 : 0));
  }), next];
}

/** Draws a style. @returns it with the chance that each level had, whether each was the policy's own wish or only tried, and the seed after it */
export function drawStyle(chances: Chances, allowed: Allowed, seed: Seed): { readonly style: Style; readonly propensity: Readonly<Record<StyleRespect, number>>; readonly seed: Seed } {
  let next = seed;
  const propensity: Record<StyleRespect, number> = byRespect(() => 1);
  const style = byRespect((respect) => {
    const [lot, after] = random(next);
    next = after;
    let [sum, index] = [0, 0];
    for (; index < chances[respect].length - 1; index += 1) {
      sum += chances[respect][index]!;
      if (lot < sum) break;
    }
    propensity[respect] = chances[respect][index]!;
    return allowed[respect][index]!;
  });
  return { style, propensity, seed: next };
}

function byVotes(cares: Policy['cares'], knowledge: Knowledge, site: SiteKnowledge | null, occasion: Occasion, allowed: Allowed, seed: Seed): readonly [Chances, Seed] {
  const x = describeTurn(occasion, OWN_STYLE);
  const solved = byOutcome((outcome) => solve(knowledge.outcomes[outcome].whole, priorOf(outcome, site)));
  const votes = byRespect((respect) => allowed[respect].map(() => 0));
  let next = seed;
  for (let vote = 0; vote < VOTES; vote += 1) {
    const weights = new Float64Array(x.length);
    for (const outcome of OUTCOMES) {
      if (cares[outcome] === 0) continue;
      const normals = new Float64Array(x.length);
      next = fillNormals(normals, next);
      const drawn = drawWeights(solved[outcome], normals, BOLDNESS);
      for (let k = 0; k < weights.length; k += 1) weights[k]! += cares[outcome] * drawn[k]!;
    }
    for (const respect of STYLE_RESPECTS) votes[respect][bestLevel(weights, respect, occasion, allowed[respect], x)]! += 1 / VOTES;
  }
  return [votes, next];
}

/** The place of the level that these weights make the best. */
function bestLevel(weights: Float64Array, respect: StyleRespect, occasion: Occasion, levels: readonly Level[], scratch: Float64Array): number {
  const at = featuresOf(respect);
  let [best, most] = [0, Number.NEGATIVE_INFINITY];
  levels.forEach((level, index) => {
    describeLevel(scratch, respect, occasion, level);
    const gain = dot(weights.subarray(at, at + 4), scratch.subarray(at, at + 4));
    if (gain > most) [best, most] = [index, gain];
  });
  return best;
}

/** Respect after respect, the level with the highest bound beside what was chosen in the others so far. */
function byBound(method: Exclude<Method, 'thompson'>, cares: Policy['cares'], knowledge: Knowledge, site: SiteKnowledge | null, occasion: Occasion, allowed: Allowed): Chances {
  const x = describeTurn(occasion, OWN_STYLE);
  const solved = byOutcome((outcome) => solve(knowledge.outcomes[outcome].whole, priorOf(outcome, site)));
  const optimism = method === 'ucb' ? OPTIMISM : 0;
  return byRespect((respect) => {
    const levels = allowed[respect];
    let [best, most] = [levels.indexOf(0), Number.NEGATIVE_INFINITY];
    if (method !== 'own') {
      levels.forEach((level, index) => {
        describeLevel(x, respect, occasion, level);
        let bound = 0;
        for (const outcome of OUTCOMES) {
          if (cares[outcome] === 0) continue;
          const { mean, variance } = predict(solved[outcome], x);
          bound += cares[outcome] * (mean + optimism * Math.sqrt(variance));
        }
        if (bound > most) [best, most] = [index, bound];
      });
    }
    describeLevel(x, respect, occasion, levels[best]!);
    return levels.map((_, index) => (index === best ? 1 : 0));
  });
}

/** Standard normal numbers in pairs, after Box and Muller. */
export function fillNormals(into: Float64Array, seed: Seed): Seed {
  let next = seed;
  for (let k = 0; k < into.length; k += 2) {
    const [one, after] = random(next);
    const [other, last] = random(after);
    next = last;
    const radius = Math.sqrt(-2 * Math.log(1 - one));
    into[k] = radius * Math.cos(2 * Math.PI * other);
    if (k + 1 < into.length) into[k + 1] = radius * Math.sin(2 * Math.PI * other);
  }
  return next;
}
