import { createDice, type Dice } from '../../src/adapt/simulate/dice.ts';
import type { Bucket } from '../../src/monitor/bucket.ts';

/** Something planted in a simulated year, in hours from its beginning. */
export interface Shock {
  /** Much is said of it, badly or well; or little more than usual is said, but its tone turns. */
  readonly kind: 'burst' | 'turn';
  readonly direction: 1 | -1;
  readonly from: number;
  readonly to: number;
}

export interface SimulatedYear {
  /** One for each hour in which something was said. */
  readonly buckets: readonly Bucket[];
  readonly shocks: readonly Shock[];
}

/** Readings of real sentences, by whether they are good news, neither or bad: a year is made by drawing from them. */
export type ReadingPool = Readonly<Record<'positive' | 'neutral' | 'negative', readonly number[]>>;

export const HOURS = 365 * 24;
const HOUR = 3_600_000;
const BEGIN = Date.UTC(2025, 0, 1);
/** How news is on most days, and when its tone turns bad or good. */
const TONES = { usual: [0.28, 0.57, 0.15], good: [0.6, 0.35, 0.05], bad: [0.08, 0.32, 0.6] } as const;
/** Quiet before the first: what is usual must be known. Then one about every two months. */
const FIRST = 45 * 24;
const APART = 55 * 24;

/**
 * A year of what is said of one entity: by hours of the day and days of the week, with a level that wanders, in bunches rather than evenly
 * (negative binomial), and with six shocks.
 */
export function simulateYear(pool: ReadingPool, seed: number): SimulatedYear {
  const dice = createDice(seed);
  const shocks = plantShocks(dice);
  const rate = Math.exp(Math.log(0.7) + dice.uniform() * Math.log(30));
  const buckets: Bucket[] = [];
  let level = 0;
  for (let hour = 0; hour < HOURS; hour += 1) {
    if (hour % 24 === 0) level = 0.9 * level + 0.1 * dice.normal();
    const shock = shocks.find(({ from, to }) => hour >= from && hour < to);
    const weekday = (Math.floor(hour / 24) + new Date(BEGIN).getUTCDay()) % 7;
    const usual = rate * Math.exp(level) * (0.4 + 0.9 * Math.exp(-0.5 * (((hour % 24) - 13) / 4) ** 2)) * (weekday === 0 || weekday === 6 ? 0.35 : 1);
    const mean = shock?.kind === 'burst' ? 4 * usual + 3 : shock ? 1.3 * usual + 0.3 : usual;
    const volume = poisson(dice, mean * gamma(dice, 4));
    if (volume === 0) continue;
    const tone = shock ? TONES[shock.direction > 0 ? 'good' : 'bad'] : TONES.usual;
    let [sentiment, squares] = [0, 0];
    for (let i = 0; i < volume; i += 1) {
      const roll = dice.uniform();
      const own = pool[roll < tone[0] ? 'positive' : roll < tone[0] + tone[1] ? 'neutral' : 'negative'];
      const value = own[Math.floor(dice.uniform() * own.length)]!;
      sentiment += value;
      squares += value ** 2;
    }
    buckets.push({ at: BEGIN + hour * HOUR, volume, fresh: volume, sentiment, squares, fear: 0, anger: 0, relief: 0, reliefVolume: 0 });
  }
  return { buckets, shocks };
}

export const hourOf = (at: number): number => (at - BEGIN) / HOUR;

function plantShocks(dice: Dice): readonly Shock[] {
  return Array.from({ length: 6 }, (_, i): Shock => {
    const kind = i % 2 === 0 ? 'burst' : 'turn';
    const from = Math.floor(FIRST + i * APART + dice.uniform() * 14 * 24);
    return { kind, direction: dice.uniform() < 0.6 ? -1 : 1, from, to: from + Math.round(kind === 'burst' ? 6 + 18 * dice.uniform() : 72 + 48 * dice.uniform()) };
  });
}

/** Mean 1, of whole shape. */
function gamma(dice: Dice, shape: number): number {
  let sum = 0;
  for (let i = 0; i < shape; i += 1) sum -= Math.log(1 - dice.uniform());
  return sum / shape;
}

function poisson(dice: Dice, mean: number): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * dice.normal()));
  let [count, product] = [0, dice.uniform()];
  const limit = Math.exp(-mean);
  while (product > limit) {
    count += 1;
    product *= dice.uniform();
  }
  return count;
}
