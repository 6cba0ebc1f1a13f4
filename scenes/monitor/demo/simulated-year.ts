import { createDice, type Dice } from '../../shared/dice.ts';
import { CAST, CHINESE, EVENTS, type Leaning, LINES, SOURCES } from './cast.ts';

/** What is said of one entity in the year, a mention at each place, the earliest first. */
export interface Mentions {
  /** When, in milliseconds since 1970. */
  readonly at: Float64Array;
  /** How good it is, in [-1, 1]. */
  readonly value: Float32Array;
  /** What is said, and by whom: places in LINES and SOURCES. */
  readonly line: Uint8Array;
  readonly source: Uint8Array;
  /** 1 where it says again what was said in the three days before. */
  readonly again: Uint8Array;
}

export const BEGIN = Date.UTC(2025, 0, 1);
const HOURS = 365 * 24;
const HOUR = 3_600_000;
export const END = BEGIN + HOURS * HOUR;
/** Mentions an hour of each entity, by day. */
const RATES = [5, 7, 4, 6] as const;
const LEANINGS = ['good', 'plain', 'bad'] as const;
/** How the news is on most days. */
const USUAL = [0.28, 0.57, 0.15] as const;
const SHARES = SOURCES.map(([, share]) => share);
/** Places in LINES by story, or by leaning where there is none, and language. */
const FITTING = new Map<string, number[]>();
LINES.forEach(({ story, leaning, language }, index) => {
  const key = `${story ?? leaning} ${language}`;
  FITTING.set(key, [...FITTING.get(key) ?? [], index]);
});
/** An event is what most of those speak of who write while it lasts. */
const TAKEN_UP = 0.85;
const AGAIN = 0.3;

/** Makes up a year: by hours of the day and days of the week, with a level that wanders, in bunches, and with events. Always the same one for a seed. */
export function simulateYear(seed: number): readonly Mentions[] {
  return CAST.map((_, who) => simulateOne(who, createDice(seed * 1000 + who)));
}

function simulateOne(who: number, dice: Dice): Mentions {
  const events = EVENTS.filter((event) => event.who === who).map(({ story, day, hours, times }) => ({ story, times, from: day * 24, to: day * 24 + hours }));
  const [at, value, line, source, again]: [number[], number[], number[], number[], number[]] = [[], [], [], [], []];
  let level = 0;
  for (let hour = 0; hour < HOURS; hour += 1) {
    if (hour % 24 === 0) level = 0.9 * level + 0.1 * dice.normal();
    const event = events.find(({ from, to }) => hour >= from && hour < to);
    // An event is loudest in its beginning.
    const loud = event ? 1 + (event.times - 1) * (1 - 0.7 * ((hour - event.from) / (event.to - event.from))) : 1;
    for (let count = countOf(dice, loud * RATES[who]! * rhythm(hour) * Math.exp(level)); count > 0; count -= 1) {
      const outlet = choose(dice, SHARES);
      const leaning = LEANINGS[choose(dice, USUAL)]!;
      const fitting = FITTING.get(`${event && dice.uniform() < TAKEN_UP ? event.story : leaning} ${outlet === CHINESE ? 'zh' : 'en'}`)!;
      const said = fitting[dice.below(fitting.length)]!;
      at.push(BEGIN + hour * HOUR + Math.floor(dice.uniform() * HOUR));
      value.push(valueOf(dice, LINES[said]!.leaning));
      line.push(said);
      source.push(outlet);
      again.push(dice.uniform() < (event ? 2 * AGAIN : AGAIN) ? 1 : 0);
    }
  }
  const order = at.map((_, index) => index).toSorted((a, b) => at[a]! - at[b]!);
  const sorted = (values: readonly number[]): number[] => order.map((index) => values[index]!);
  return { at: Float64Array.from(sorted(at)), value: Float32Array.from(sorted(value)), line: Uint8Array.from(sorted(line)), source: Uint8Array.from(sorted(source)), again: Uint8Array.from(sorted(again)) };
}

/** By the hour of the day, and less on weekends; on average about 1 on a working day. */
function rhythm(hour: number): number {
  const weekday = (Math.floor(hour / 24) + new Date(BEGIN).getUTCDay()) % 7;
  return (0.35 + 1.5 * Math.exp(-0.5 * (((hour % 24) - 13) / 4) ** 2)) * (weekday === 0 || weekday === 6 ? 0.35 : 1);
}

const MEANT: Readonly<Record<Leaning, number>> = { good: 0.66, plain: 0.02, bad: -0.68 };

/** Readers are not sure of what they read: what is meant well is now and then read as neutral, or worse. */
function valueOf(dice: Dice, leaning: Leaning): number {
  const value = MEANT[leaning] + 0.22 * dice.normal();
  return Math.max(-0.98, Math.min(0.98, value));
}

/** A count around a mean, in bunches: a Poisson one whose mean varies. */
function countOf(dice: Dice, mean: number): number {
  let shape = 0;
  for (let i = 0; i < 4; i += 1) shape -= Math.log(1 - dice.uniform()) / 4;
  const limit = Math.exp(-Math.min(600, mean * shape));
  let [count, product] = [0, dice.uniform()];
  while (product > limit) {
    count += 1;
    product *= dice.uniform();
  }
  return count;
}

function choose(dice: Dice, shares: readonly number[]): number {
  let left = dice.uniform() * shares.reduce((sum, each) => sum + each, 0);
  for (let i = 0; i < shares.length - 1; i += 1) {
    left -= shares[i]!;
    if (left < 0) return i;
  }
  return shares.length - 1;
}
