import { byRespect, clamp, type Seed, type Style, STYLE_RESPECTS, type StyleRange, type StyleRespect, unit } from '../../core/index.ts';
import { byOutcome } from '../knowledge.ts';
import type { Occasion } from '../occasion.ts';
import { engagementOf, type Outcome, type Signs } from '../outcomes.ts';
import { createDice, type Dice } from './dice.ts';

/**
 * Kinds of tastes. `linear` ones add up as the regressions assume. `curved` ones do not: each respect has an ideal point that moves with
 * the mood, respects depend on each other, and everything saturates.
 */
export const TASTE_KINDS = ['linear', 'curved'] as const;
/** One of {@link TASTE_KINDS}. */
export type TasteKind = (typeof TASTE_KINDS)[number];

/** What a turn came to: what the player shows of it, and what they tell where they do. */
export interface Met {
  readonly signs: Signs;
  readonly rating: number | null;
  readonly success: boolean | null;
}

/** A made-up person to test learners with. Learners see occasions, signs and what is told; the tastes are hidden from them. */
export interface SimulatedPerson {
  /** The next occasion: a mood that wanders, now and then something that weighs, messages of all lengths. */
  next(): { readonly occasion: Occasion; readonly range: StyleRange };
  /** The person meets a turn in this style, noisily. */
  meet(occasion: Occasion, style: Style): Met;
  /** What each outcome of a turn would be on average. For those who judge a learner, never for the learner. */
  expected(occasion: Occasion, style: Style): Readonly<Record<Outcome, number>>;
  /** Becomes somebody of other tastes. */
  change(seed: Seed): void;
}

/** How often a turn is rated, and how often success is told; both whatever the turn was like. */
const RATED = 0.3;
const TOLD = 0.3;
const LEAVES = 0.02;
const WEIGHS = 0.15;

interface Taste {
  /** Satisfaction. */
  readonly satisfied: (occasion: Occasion, style: Style) => number;
  /** Length of answers in [-1, 1] and silence in [0, 1], which beside satisfaction have a taste of their own. */
  readonly talks: (style: Style) => number;
  /** Whether what they came for succeeds, as content as they are with it. */
  readonly succeeds: (satisfaction: number, style: Style) => number;
}

/** Makes up a person whose taste follows from the seed: the same kind and seed give the same person. */
export function createSimulatedPerson(kind: TasteKind, seed: Seed): SimulatedPerson {
  const dice = createDice(seed);
  let taste = tasteOf(kind, createDice(seed ^ 0x5bd1e995));
  let [mood, arousal, weighs] = [0, 0, 0];

  const expected = (occasion: Occasion, style: Style): Record<Outcome, number> => {
    const satisfaction = taste.satisfied(occasion, style);
    const { length, silence } = meetOf(satisfaction, style);
    const stays = { affectChange: null, replyLength: length, interrupted: false, silence: silence * 30, left: false };
    const means = { satisfaction, engagement: (1 - LEAVES) * engagementOf(stays), success: taste.succeeds(satisfaction, style) };
    return byOutcome((outcome) => means[outcome]);
  };

  function meetOf(satisfaction: number, style: Style): { length: number; silence: number } {
    const talks = taste.talks(style) + 0.8 * (satisfaction - 0.5);
    return { length: clamp(talks, -0.95, 0.95), silence: clamp(0.3 - 0.3 * talks, 0.02, 0.98) };
  }

  return {
    next() {
      mood = clamp(0.9 * mood + 0.25 * dice.normal(), -1, 1);
      arousal = clamp(0.8 * arousal + 0.25 * dice.normal(), -1, 1);
      weighs = dice.uniform() < (weighs === 1 ? 0.7 : WEIGHS * 0.3) ? 1 : 0;
      const alone = dice.uniform() < 0.03;
      const occasion = { valence: mood, arousal, weighs, length: clamp(0.5 * dice.normal(), -1, 1) };
      // As the core's own range: where something weighs no cooler, no quicker, no merrier; who wants to be alone is not asked.
      const most = { ...byRespect(() => 1), ...(weighs === 1 && { mirroring: 0, pace: 0 }), ...(alone && { verbosity: 0, initiative: 0, asking: 0 }) };
      return { occasion, range: byRespect((respect) => [respect === 'warmth' && weighs === 1 ? 0 : -1, most[respect]] as const) };
    },
    meet(occasion, style) {
      const { satisfaction, success } = expected(occasion, style);
      const { length, silence } = meetOf(satisfaction, style);
      const rated = dice.uniform() < RATED;
      const told = dice.uniform() < TOLD;
      const felt = around(satisfaction, dice);
      return {
        signs: {
          affectChange: dice.uniform() < 0.25 ? null : clamp(0.9 * (felt - 0.55) + 0.25 * dice.normal(), -1, 1),
          replyLength: 2 * around((length + 1) / 2, dice) - 1, silence: 30 * around(silence, dice),
          interrupted: dice.uniform() < 0.3 - 0.25 * felt, left: dice.uniform() < LEAVES,
        },
        rating: rated ? inFive(felt, dice) : null,
        success: told ? dice.uniform() < success : null,
      };
    },
    expected,
    change(next) {
      taste = tasteOf(kind, createDice(next));
    },
  };
}

/** A noisy value in [0, 1] with exactly this mean. */
function around(mean: number, dice: Dice): number {
  return mean + (2 * dice.uniform() - 1) * Math.min(mean, 1 - mean, 0.4);
}

/** One of five steps, the nearer the likelier, so that the mean stays. */
function inFive(value: number, dice: Dice): number {
  const steps = unit(value) * 4;
  return (Math.floor(steps) + (dice.uniform() < steps % 1 ? 1 : 0)) / 4;
}

function tasteOf(kind: TasteKind, dice: Dice): Taste {
  const each = (deviation: number): Record<StyleRespect, number> => byRespect(() => deviation * dice.normal());
  const sum = (of: (respect: StyleRespect) => number): number => STYLE_RESPECTS.reduce((total, respect) => total + of(respect), 0);
  const [main, dislike, byMood, byWeight, talkative, useful] = [each(0.08), each(0.03), each(0.04), each(0.04), each(0.08), each(0.06)];
  const talks = (style: Style): number => sum((respect) => talkative[respect] * style[respect]);
  if (kind === 'linear') {
    const satisfied = ({ valence, weighs, arousal }: Occasion, style: Style): number => clamp(0.52 + 0.1 * valence - 0.05 * arousal - 0.05 * weighs
      + sum((respect) => main[respect] * style[respect] + dislike[respect] * Math.abs(style[respect]) + style[respect] * (byMood[respect] * valence + byWeight[respect] * weighs)), 0.02, 0.98);
    return { satisfied, talks, succeeds: (satisfaction, style) => clamp(0.2 + 0.6 * satisfaction + sum((respect) => useful[respect] * style[respect]), 0.02, 0.98) };
  }
  const [ideal, moves, sharp] = [byRespect(() => 2 * dice.uniform() - 1), each(0.5), byRespect(() => 0.15 + 0.35 * dice.uniform())];
  const pairs = Array.from({ length: 4 }, () => {
    const one = Math.floor(6 * dice.uniform());
    return { one: STYLE_RESPECTS[one]!, other: STYLE_RESPECTS[(one + 1 + Math.floor(5 * dice.uniform())) % 6]!, worth: 0.35 * dice.normal() };
  });
  const satisfied = ({ valence, weighs }: Occasion, style: Style): number => {
    const missed = sum((respect) => sharp[respect] * (style[respect] - clamp(ideal[respect] + moves[respect] * Math.tanh(2 * valence) + 0.4 * byWeight[respect] * weighs, -1, 1)) ** 2);
    const together = pairs.reduce((total, { one, other, worth }) => total + worth * style[one] * style[other], 0);
    return clamp(1 / (1 + Math.exp(-(1.3 + 0.5 * valence - 1.2 * missed + together))), 0.02, 0.98);
  };
  return { satisfied, talks, succeeds: (satisfaction) => clamp(0.2 + 0.6 * satisfaction, 0.02, 0.98) };
}
