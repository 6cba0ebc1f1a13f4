import { applyCorrection, type AdaptedSense, type HeadLesson, type HeadVerdict, judgeCorrection } from '../../src/adapt/index.ts';
import { EMOTIONS, type Emotion } from '../../src/core/index.ts';
import { bootstrapIntervals, type Interval } from '../../src/learn/metrics/bootstrap.ts';
import { createRandom, type Random } from '../../src/learn/random.ts';
import type { HeadPerson } from './people.ts';

/** A mean over people and its 95% interval. */
export interface PeopleMean {
  readonly mean: number;
  readonly interval: Interval;
}

/** Errors with the head as it is, with what the verdicts leave, and their difference by person. */
export interface Compared {
  readonly before: PeopleMean;
  readonly after: PeopleMean;
  readonly difference: PeopleMean;
}

/** What adapting a head to each of several people is worth. */
export interface HeadWorth {
  readonly people: number;
  /** How often a verdict was asked for. */
  readonly trials: number;
  /** Share of wrong answers on labels that were not among those given, each emotion counting the same. */
  readonly ofEight: Compared;
  /** The same where only those emotions may be answered that were labelled often enough to be corrected. */
  readonly ofLabelled: Compared;
  /** Share of verdicts that accept. */
  readonly accepted: number;
  /** Of those, the share with which fewer held-out answers are wrong, and with which more are. */
  readonly better: number;
  readonly worse: number;
  /** How often labels that have nothing to do with the person are accepted: drawn evenly among the person's emotions, and the person's own in a random order. */
  readonly random: { readonly trials: number; readonly drawn: number; readonly shuffled: number; readonly accepted: number; readonly interval: Interval };
}

/** How many labels a person gives. */
export const GIVEN = 40;

/**
 * @param draws how often 40 labels are drawn of each person's; all others are held out
 * @param randomDraws how often 40 random labels are given, of each of two kinds
 */
export function measureHeads(sense: AdaptedSense, people: readonly HeadPerson[], draws: number, randomDraws: number, seed: number): HeadWorth {
  const random = createRandom(seed);
  const rows: { readonly eight: Pair; readonly labelled: Pair }[] = [];
  let [accepted, better, worse, drawn, shuffled] = [0, 0, 0, 0, 0];
  const chance: number[] = [];
  for (const lessons of people) {
    const pairs: { readonly eight: Pair; readonly labelled: Pair }[] = [];
    for (let draw = 0; draw < draws; draw += 1) {
      const [given, held] = part(lessons, random);
      const { correction, emotions } = judgeCorrection(sense, given, { seed: draw });
      const compare = (among: readonly Emotion[]): Pair => {
        const before = errorOf(held, among, null);
        return { before, after: correction ? errorOf(held, among, correction) : before };
      };
      const pair = { eight: compare(EMOTIONS), labelled: compare(emotions) };
      pairs.push(pair);
      if (correction) accepted += 1;
      if (pair.eight.after < pair.eight.before) better += 1;
      if (pair.eight.after > pair.eight.before) worse += 1;
    }
    const mean = (pick: (pair: (typeof pairs)[number]) => Pair): Pair => ({ before: average(pairs.map((pair) => pick(pair).before)), after: average(pairs.map((pair) => pick(pair).after)) });
    rows.push({ eight: mean(({ eight }) => eight), labelled: mean(({ labelled }) => labelled) });
    for (let draw = 0; draw < randomDraws; draw += 1) {
      const [given] = part(lessons, random);
      const emotions = [...new Set(given.map(({ label }) => label))];
      const labels = random.shuffle(Int32Array.from(given, ({ label }) => EMOTIONS.indexOf(label)));
      const isAccepted = (each: (at: number) => Emotion): number => (judgeCorrection(sense, given.map(({ head, aspects }, at) => ({ head, aspects, label: each(at) })), { seed: draw }).correction ? 1 : 0);
      const [even, own] = [isAccepted(() => emotions[random.below(emotions.length)]!), isAccepted((at) => EMOTIONS[labels[at]!]!)];
      drawn += even;
      shuffled += own;
      chance.push(even, own);
    }
  }
  const trials = people.length * draws;
  const compared = (pick: (row: (typeof rows)[number]) => Pair): Compared => ({
    before: meanOf(rows.map((row) => pick(row).before)), after: meanOf(rows.map((row) => pick(row).after)), difference: meanOf(rows.map((row) => pick(row).after - pick(row).before)),
  });
  return {
    people: people.length, trials, ofEight: compared(({ eight }) => eight), ofLabelled: compared(({ labelled }) => labelled),
    accepted: accepted / trials, better: better / Math.max(1, accepted), worse: worse / Math.max(1, accepted),
    random: { trials: chance.length, drawn: drawn / Math.max(1, chance.length / 2), shuffled: shuffled / Math.max(1, chance.length / 2), ...shareOf(chance) },
  };
}

/** Forty labels at random, and all others. */
function part(lessons: HeadPerson, random: Random): readonly [readonly HeadLesson[], readonly HeadLesson[]] {
  const order = Array.from(random.shuffle(Int32Array.from(lessons.keys())));
  return [order.slice(0, GIVEN).map((at) => lessons[at]!), order.slice(GIVEN).map((at) => lessons[at]!)];
}

/** The share of wrong answers, each emotion counting the same; the answer is the likeliest of some emotions, and only their labels count. */
function errorOf(held: readonly HeadLesson[], among: readonly Emotion[], correction: HeadVerdict['correction']): number {
  return average(among.flatMap((emotion) => {
    const own = held.filter(({ label }) => label === emotion);
    const wrong = own.filter(({ head, aspects }) => {
      const said = correction ? applyCorrection(correction, head, aspects) : head;
      return among.reduce((best, other) => (said[other] > said[best] ? other : best)) !== emotion;
    });
    return own.length === 0 ? [] : [wrong.length / own.length];
  }));
}

interface Pair {
  readonly before: number;
  readonly after: number;
}

function average(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

function meanOf(values: readonly number[]): PeopleMean {
  return { mean: average(values), interval: bootstrapIntervals(values.length, (items) => ({ mean: average(Array.from(items, (item) => values[item]!)) }), { seed: 1 }).mean };
}

function shareOf(outcomes: readonly number[]): { readonly accepted: number; readonly interval: Interval } {
  const { mean, interval } = meanOf(outcomes);
  return { accepted: mean, interval };
}
