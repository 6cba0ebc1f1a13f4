import { byRespect, OWN_STYLE, random, type Seed, type Style, STYLE_RESPECTS, type StyleRespect } from '../core/index.ts';
import { byOutcome, type Knowledge, priorOf, type SiteKnowledge } from './knowledge.ts';
import { describeTurn, FAR, FEATURES, featuresOf, type Level, type Occasion, TOGETHER } from './occasion.ts';
import { type Outcome, OUTCOMES } from './outcomes.ts';
import { drawWeights, predict, solve } from './regression.ts';

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

/** Draws lie a quarter as far from the mean as the posterior has it: with few turns to a person, trying out less pays. Chosen on simulated people. */
const BOLDNESS = 0.25;

/** Rounds of changing one respect at a time; two or three are enough. */
const ROUNDS = 6;

/** How many deviations an upper bound lies above the mean (LinUCB's alpha). */
const OPTIMISM = 1;

/** What a policy would do on an occasion. @returns the chances, and the seed after it */
export function chancesOf({ method, floor, respects, cares }: Policy, knowledge: Knowledge, site: SiteKnowledge | null, occasion: Occasion, allowed: Allowed, seed: Seed): readonly [Chances, Seed] {
  const only = (style: Style): Chances => byRespect((respect) => allowed[respect].map((level) => (level === style[respect] ? 1 : 0)));
  const [wanted, next] = method === 'thompson' ? byVotes(cares, knowledge, site, occasion, allowed, seed)
    : [only(method === 'own' ? OWN_STYLE : (method === 'greedy' ? bestSoFar : byBound)(cares, knowledge, site, occasion, allowed)), seed];
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
  const solved = byOutcome((outcome) => solve(knowledge.outcomes[outcome].whole, priorOf(outcome, site)));
  const votes = byRespect((respect) => allowed[respect].map(() => 0));
  let next = seed;
  for (let vote = 0; vote < VOTES; vote += 1) {
    const weights = new Float64Array(FEATURES);
    for (const outcome of OUTCOMES) {
      if (cares[outcome] === 0) continue;
      const normals = new Float64Array(FEATURES);
      next = fillNormals(normals, next);
      const drawn = drawWeights(solved[outcome], normals, BOLDNESS);
      for (let k = 0; k < FEATURES; k += 1) weights[k]! += cares[outcome] * drawn[k]!;
    }
    const best = climb(allowed, (respect, beside) => gainBy(weights, occasion, respect, beside));
    for (const respect of STYLE_RESPECTS) votes[respect][allowed[respect].indexOf(best[respect] as Level)]! += 1 / VOTES;
  }
  return [votes, next];
}

/** What each level of a respect gains over the character's own by some weights, beside a style in the other respects. */
function gainBy(weights: Float64Array, { valence, weighs }: Occasion, respect: StyleRespect, beside: Style): (level: Level) => number {
  const at = featuresOf(respect);
  const together = TOGETHER[STYLE_RESPECTS.indexOf(respect)]!;
  let slope = weights[at]! + weights[at + 2]! * valence + weights[at + 3]! * weighs;
  STYLE_RESPECTS.forEach((other, place) => {
    if (other !== respect && beside[other] !== 0) slope += beside[other] * weights[together[place]!]!;
  });
  const away = weights[at + 1]! + weights[FAR]!;
  return (level) => level * slope + Math.abs(level) * away;
}

/** The style that seems the best so far. */
function bestSoFar(cares: Policy['cares'], knowledge: Knowledge, site: SiteKnowledge | null, occasion: Occasion, allowed: Allowed): Style {
  const weights = new Float64Array(FEATURES);
  for (const outcome of OUTCOMES) {
    const { mean } = solve(knowledge.outcomes[outcome].whole, priorOf(outcome, site));
    for (let k = 0; k < FEATURES; k += 1) weights[k]! += cares[outcome] * mean[k]!;
  }
  return climb(allowed, (respect, beside) => gainBy(weights, occasion, respect, beside));
}

/** The style with the highest bound. */
function byBound(cares: Policy['cares'], knowledge: Knowledge, site: SiteKnowledge | null, occasion: Occasion, allowed: Allowed): Style {
  const solved = byOutcome((outcome) => solve(knowledge.outcomes[outcome].whole, priorOf(outcome, site)));
  return climb(allowed, (respect, beside) => (level) => {
    const x = describeTurn(occasion, { ...beside, [respect]: level });
    return OUTCOMES.reduce((sum, outcome) => {
      if (cares[outcome] === 0) return sum;
      const { mean, variance } = predict(solved[outcome], x);
      return sum + cares[outcome] * (mean + OPTIMISM * Math.sqrt(variance));
    }, 0);
  });
}

/** The best style that changing one respect at a time leads to, from what would be best in each beside the character's own way in the others. */
function climb(allowed: Allowed, worth: (respect: StyleRespect, beside: Style) => (level: Level) => number): Style {
  const bestBeside = (respect: StyleRespect, beside: Style): Level => {
    const of = worth(respect, beside);
    let [best, most]: [Level, number] = [0, of(0)];
    for (const level of allowed[respect]) {
      const value = of(level);
      if (value > most) [best, most] = [level, value];
    }
    return best;
  };
  const style = byRespect((respect) => bestBeside(respect, OWN_STYLE));
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (const respect of STYLE_RESPECTS) {
      const level = bestBeside(respect, style);
      if (level === style[respect]) continue;
      style[respect] = level;
      moved = true;
    }
    if (!moved) break;
  }
  return style;
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
