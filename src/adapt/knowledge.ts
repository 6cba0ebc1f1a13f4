import { byRespect, OWN_STYLE, type Seed, type Style, type StyleRespect } from '../core/index.ts';
import { type Calibration, NO_CALIBRATION, noteOutcome } from './calibration.ts';
import { describeTurn, type FeatureKind, FEATURE_KINDS, FEATURES, type Level, LEVELS, type Occasion } from './occasion.ts';
import { newReading, type Observed, type Outcome, OUTCOMES } from './outcomes.ts';
import { learn, newRegression, predict, type Regression, type RegressionPrior, solve } from './regression.ts';

export const byOutcome = <T>(of: (outcome: Outcome) => T): Record<Outcome, T> => Object.fromEntries(OUTCOMES.map((outcome) => [outcome, of(outcome)])) as Record<Outcome, T>;

/** Of one outcome: all that was ever seen, and what was seen lately. */
interface Believed {
  readonly whole: Regression;
  readonly lately: Regression;
}

/** A turn on record: enough to ask later what another policy would have come to. */
export interface LoggedTurn {
  readonly occasion: Occasion;
  readonly allowed: Readonly<Record<StyleRespect, readonly Level[]>>;
  readonly style: Style;
  /** How likely each respect's level was to be chosen; independent of one another. */
  readonly propensity: Readonly<Record<StyleRespect, number>>;
  /** The player's own rating, in [0, 1]. */
  readonly rating: number;
}

/** All that was learnt of one person: plain data, never changed in place. */
export interface Knowledge {
  readonly seed: Seed;
  readonly turns: number;
  readonly outcomes: Readonly<Record<Outcome, Believed>>;
  readonly reading: Regression;
  /** How much righter the recent evidence has been than all of it, beyond what chance gives; a change of taste where it grows too much. */
  readonly drift: number;
  /** The turns at which the taste seemed to have changed. */
  readonly changes: readonly number[];
  readonly calibration: Readonly<Record<Outcome, Calibration>>;
  /** How often each level was used, in the order of {@link LEVELS}. */
  readonly tried: Readonly<Record<StyleRespect, readonly [number, number, number]>>;
  /** How long this player's messages are, as a mean logarithm of characters. */
  readonly usualLength: { readonly mean: number; readonly count: number };
  /** The last turns that were rated, the newest last. */
  readonly log: readonly LoggedTurn[];
}

/** Turns on record. */
export const LOGGED = 1000;

/** The share of recent evidence that each turn keeps: about 67 turns. */
const LATELY = 0.985;

/** From here on, in halved squared errors in units of the noise, recent evidence is believed instead of all of it. */
const CHANGED = 15;

/**
 * How far anybody's taste is thought to lie from {@link MEANS}. What somebody likes of a respect usually lies to one side or near the character's own way, and is hardly worse or
 * better on both sides, so departing is less uncertain than its direction; what respects do together is thought to be smaller than what they do alone.
 */
const DEVIATIONS: Readonly<Record<FeatureKind, number>> = { constant: 0.25, trait: 0.2, level: 0.12, away: 0.03, 'by-occasion': 0.07, far: 0.03, together: 0.045 };

/** A character was made with care: to depart from it is first thought to cost a little. */
const MEANS: Readonly<Record<FeatureKind, number>> = { constant: 0.55, trait: 0, level: 0, away: -0.02, 'by-occasion': 0, far: 0, together: 0 };

/** Whether somebody gets what they came for hangs on much beside the style, and is told in two steps only: less is read into it. */
const BY_STYLE: Readonly<Record<Outcome, number>> = { satisfaction: 1, engagement: 1, success: 0.4 };

/** How far outcomes are expected to scatter: ratings in steps, and successes, which are all or nothing, more than how far people take part. */
const NOISES: Readonly<Record<Outcome, number>> = { satisfaction: 0.06, engagement: 0.03, success: 0.22 };

const NOBODY = Float64Array.from(FEATURE_KINDS, (kind) => MEANS[kind]);

/** What a site's other people have taught, as the mean weights of each outcome. */
export type SiteKnowledge = Readonly<Record<Outcome, readonly number[]>>;

/** What is thought of a person who nobody has met. */
export function priorOf(outcome: Outcome, site: SiteKnowledge | null): RegressionPrior {
  return { mean: site?.[outcome] ?? NOBODY, precision: PRECISIONS[outcome], noise: NOISES[outcome], worth: 10 };
}

const PRECISIONS = byOutcome((outcome) => Float64Array.from(FEATURE_KINDS, (kind) => NOISES[outcome] / (DEVIATIONS[kind] * (kind === 'constant' || kind === 'trait' ? 1 : BY_STYLE[outcome])) ** 2));

/**
 * What is known of a person whom nobody has met yet.
 *
 * @param seed from which the choices are drawn, any integer
 * @param site what other people of the site have taught, out of {@link poolKnowledge}; null for nothing
 * @example
 * import { newKnowledge } from 'attune/adapt';
 *
 * console.log(newKnowledge(1).turns); // 0
 */
export function newKnowledge(seed: Seed, site: SiteKnowledge | null = null): Knowledge {
  return {
    seed, turns: 0, reading: newReading(), drift: 0, changes: [], log: [], usualLength: { mean: Math.log(40), count: 3 },
    outcomes: byOutcome((outcome) => {
      const empty = newRegression(priorOf(outcome, site));
      return { whole: empty, lately: empty };
    }),
    calibration: byOutcome(() => NO_CALIBRATION),
    tried: byRespect((): [number, number, number] => [0, 0, 0]),
  };
}

/** Learns what came of a turn, and notices where the taste has changed. */
export function learnTurn(before: Knowledge, site: SiteKnowledge | null, turn: Omit<LoggedTurn, 'rating'> & { readonly rating: number | null }, observed: Readonly<Partial<Record<Outcome, Observed>>>): Knowledge {
  const x = describeTurn(turn.occasion, turn.style);
  let drift = before.drift;
  const calibration = { ...before.calibration };
  const outcomes = byOutcome((outcome): Believed => {
    const { whole, lately } = before.outcomes[outcome];
    const seen = observed[outcome];
    if (!seen) return { whole, lately };
    const prior = priorOf(outcome, site);
    const [all, recent] = [solve(whole, prior), solve(lately, prior)];
    const expected = predict(all, x);
    // Only what was told or seen itself says how right a prediction was.
    if (seen.weight === 1) calibration[outcome] = noteOutcome(calibration[outcome], expected, seen.value);
    drift += (seen.weight * ((seen.value - expected.mean) ** 2 - (seen.value - predict(recent, x).mean) ** 2)) / (2 * all.noise);
    return { whole: learn(whole, prior, all, x, seen.value, seen.weight), lately: learn(lately, prior, recent, x, seen.value, seen.weight, LATELY) };
  });
  const changed = drift > CHANGED;
  return {
    ...before,
    turns: before.turns + 1,
    outcomes: changed ? byOutcome((outcome) => ({ whole: outcomes[outcome].lately, lately: outcomes[outcome].lately })) : outcomes,
    drift: changed ? 0 : Math.max(0, drift),
    changes: changed ? [...before.changes, before.turns + 1] : before.changes,
    calibration,
    tried: byRespect((respect) => LEVELS.map((level, k) => before.tried[respect][k]! + (turn.style[respect] === level ? 1 : 0)) as unknown as readonly [number, number, number]),
    log: turn.rating === null ? before.log : [...before.log.slice(1 - LOGGED), { ...turn, rating: turn.rating }],
  };
}

/** How much this outcome seems to gain by a level on an occasion, beside the character's own way. */
export function gainOf(knowledge: Knowledge, site: SiteKnowledge | null, outcome: Outcome, occasion: Occasion, respect: StyleRespect, level: number): { readonly mean: number; readonly deviation: number } {
  const x = describeTurn(occasion, { ...OWN_STYLE, [respect]: level });
  const own = describeTurn(occasion, OWN_STYLE);
  const { mean, variance } = predict(solve(knowledge.outcomes[outcome].whole, priorOf(outcome, site)), x.map((each, k) => each - own[k]!));
  return { mean, deviation: Math.sqrt(variance) };
}

/**
 * What a site's people have in common: the means of their weights, drawn towards nobody's while they are few. Only these averages leave a person's
 * knowledge, and they stay on this device unless the host takes them elsewhere.
 */
export function poolKnowledge(people: readonly Knowledge[]): SiteKnowledge {
  const [usable, few] = [people.filter(({ turns }) => turns > 0), 3];
  return byOutcome((outcome) => {
    const sum = Array.from(NOBODY, (each) => few * each);
    for (const { outcomes } of usable) {
      const { mean } = solve(outcomes[outcome].whole, priorOf(outcome, null));
      for (let k = 0; k < FEATURES; k += 1) sum[k]! += mean[k]!;
    }
    return sum.map((each) => each / (usable.length + few));
  });
}
