import { clamp, type Seconds, type Unit } from '../core/index.ts';

/** Something that somebody said, by how angry it appears. */
export interface HeatedTurn {
  readonly who: string;
  readonly at: Seconds;
  /** How probable it is that it is said in anger. */
  readonly anger: Unit;
}

/** How heated an exchange appears to be. */
export interface Heat {
  /** The share of anger in what is said. */
  readonly mean: Unit;
  /** Nine times in ten it lies between these two. */
  readonly low: Unit;
  readonly high: Unit;
  /** Whose words brought most of it, the most first; at most two. */
  readonly sides: readonly string[];
}

/** Turns that are looked at; older ones weigh next to nothing. */
export const HEAT_TURNS = 8;
/** What is left of a turn's weight with each turn after it: the last two count as much as all before. */
const KEPT = 0.65;
/** After so long without a word 1/e is left: people cool down by themselves. */
const MEMORY: Seconds = 180;
/** What is thought before anything was said: less than two turns' worth, mostly calm. */
const PRIOR = { angry: 0.5, calm: 1.25 };
/** Whoever brought less anger than this is no side of it. */
const OWN_PART = 0.4;
/** Nine in ten of a normal distribution, in standard deviations. */
const NINE_IN_TEN = 1.645;

/**
 * How heated the last turns appear, as a Beta distribution of the share of anger: newer turns count more, and with few of them it is unsure.
 *
 * @param turns the oldest first; only the last {@link HEAT_TURNS} are looked at
 * @param at now, not before the last turn
 */
export function heatOf(turns: readonly HeatedTurn[], at: Seconds): Heat {
  const recent = turns.slice(-HEAT_TURNS);
  const weights = recent.map((turn, i) => KEPT ** (recent.length - 1 - i) * Math.exp(-Math.max(0, at - turn.at) / MEMORY));
  let { angry, calm } = PRIOR;
  const parts = new Map<string, number>();
  recent.forEach(({ who, anger }, i) => {
    angry += weights[i]! * anger;
    calm += weights[i]! * (1 - anger);
    parts.set(who, (parts.get(who) ?? 0) + weights[i]! * anger);
  });
  const mean = angry / (angry + calm);
  const deviation = Math.sqrt(mean * (1 - mean) / (angry + calm + 1));
  const sides = [...parts].filter(([, part]) => part >= OWN_PART).sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).slice(0, 2).map(([who]) => who);
  return { mean, low: clamp(mean - NINE_IN_TEN * deviation, 0, 1), high: clamp(mean + NINE_IN_TEN * deviation, 0, 1), sides };
}
