import { STYLE_RESPECTS } from '../../src/index.ts';
import { allowedLevels, chancesAfter, type ChancesOf, chancesOf, createLife, createSimulatedPerson, drawStyle, judgePolicy, type Judged, type Knowledge, type LoggedTurn, type Method, newKnowledge, type Outcome, OUTCOMES, type Policy, type SimulatedPerson, type TasteKind, USUAL_POLICY } from '../../src/adapt/index.ts';
import { bootstrapIntervals, type Interval } from '../../src/learn/metrics/bootstrap.ts';

/** A mean over people with its 95% interval, by person. */
export interface Mean {
  readonly mean: number;
  readonly interval: Interval;
}

export function meanOf(values: readonly number[], seed = 1): Mean {
  const mean = (items: ArrayLike<number>): number => Array.from(items, (item) => values[item]!).reduce((sum, each) => sum + each, 0) / items.length;
  return { mean: mean(values.map((_, index) => index)), interval: bootstrapIntervals(values.length, (items) => ({ mean: mean(items) }), { seed }).mean };
}

const CHECKPOINTS = [100, 200, 400, 800, 1600, 3200, 6400, 10_000];

/**
 * Regret over turns beyond what the same trying at random would have cost somebody who knew the taste. From the hundredth turn on every tenth turn is
 * judged, for ten.
 *
 * @returns the mean after each checkpoint, and the slope of its logarithm over that of the turns from 200 on
 */
export function measureRegret(kind: TasteKind, method: Method, people: number): { readonly turns: readonly number[]; readonly regret: readonly number[]; readonly slope: Mean; readonly changes: number } {
  let changes = 0;
  const curves = Array.from({ length: people }, (_, index) => {
    const life = createLife(createSimulatedPerson(kind, 50_000 + index), { ...USUAL_POLICY, method }, 900 + index);
    let regret = 0;
    const curve: number[] = [];
    for (let turn = 1; turn <= CHECKPOINTS.at(-1)!; turn += 1) {
      const lived = life.turn();
      if (turn <= 100 || turn % 10 === 0) {
        const { bestWithFloor, chosen } = lived.judge();
        regret += (turn <= 100 ? 1 : 10) * (bestWithFloor - chosen);
      }
      if (CHECKPOINTS.includes(turn)) curve.push(regret);
    }
    changes += life.knowledge.changes.length;
    return curve;
  });
  const meanCurve = (items: ArrayLike<number>): number[] => CHECKPOINTS.map((_, at) => Array.from(items, (item) => curves[item]![at]!).reduce((sum, each) => sum + each, 0) / items.length);
  const slopeOf = (curve: readonly number[]): number => slope(CHECKPOINTS.slice(1).map(Math.log), curve.slice(1).map((each) => Math.log(Math.max(each, 1e-3))));
  const regret = meanCurve(curves.map((_, index) => index));
  const { slope: interval } = bootstrapIntervals(people, (items) => ({ slope: slopeOf(meanCurve(items)) }), { seed: 2 });
  return { turns: CHECKPOINTS, regret, slope: { mean: slopeOf(regret), interval }, changes };
}

function slope(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
  const [middle, height] = [mean(x), mean(y)];
  return x.reduce((sum, each, k) => sum + (each - middle) * (y[k]! - height), 0) / x.reduce((sum, each) => sum + (each - middle) ** 2, 0);
}

/** How content people are on average in some turns: with the learner, with the character as it is, and with what would be the best. */
export interface Contentment {
  readonly learner: Mean;
  readonly fixed: Mean;
  readonly best: Mean;
}

/** Satisfaction after the first 50 turns and after 150, fifty turns each, and how right the predictions were. */
export function measureContentment(kind: TasteKind, people: number): { readonly after50: Contentment; readonly after150: Contentment; readonly calibration: Knowledge['calibration'] } {
  const spans = { after50: [51, 100], after150: [151, 200] } as const;
  const lives = Array.from({ length: people }, (_, index) => {
    const person = createSimulatedPerson(kind, 60_000 + index);
    const life = createLife(person, USUAL_POLICY, 1900 + index);
    const sums = { after50: newSums(), after150: newSums() };
    for (let turn = 1; turn <= 200; turn += 1) {
      const lived = life.turn();
      for (const [name, [from, to]] of Object.entries(spans) as [keyof typeof spans, readonly [number, number]][]) if (turn >= from && turn <= to) add(sums[name], lived.judge('satisfaction'));
    }
    return { sums, calibration: life.knowledge.calibration };
  });
  const contentment = (span: keyof typeof spans): Contentment => ({
    learner: meanOf(lives.map(({ sums }) => sums[span].chosen / 50)), fixed: meanOf(lives.map(({ sums }) => sums[span].own / 50)), best: meanOf(lives.map(({ sums }) => sums[span].best / 50)),
  });
  return { after50: contentment('after50'), after150: contentment('after150'), calibration: sumCalibrations(lives.map(({ calibration }) => calibration)) };
}

const newSums = () => ({ chosen: 0, own: 0, best: 0 });

function add(sums: ReturnType<typeof newSums>, { chosen, own, best }: Pick<Judged, 'chosen' | 'own' | 'best'>): void {
  sums.chosen += chosen;
  sums.own += own;
  sums.best += best;
}

function sumCalibrations(all: readonly Knowledge['calibration'][]): Knowledge['calibration'] {
  const sumOf = (outcome: Outcome): Knowledge['calibration'][Outcome] => all.map((each) => each[outcome]).reduce((one, other) => ({
    count: one.count + other.count, within: [one.within[0] + other.within[0], one.within[1] + other.within[1], one.within[2] + other.within[2]],
    squared: one.squared + other.squared, squaredOfMean: one.squaredOfMean + other.squaredOfMean, sum: one.sum + other.sum,
  }));
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, sumOf(outcome)])) as Knowledge['calibration'];
}

const BEFORE = 400;
const WINDOW = 25;

/**
 * People whose taste becomes another after 400 turns.
 *
 * @returns how much of what could be gained over the character's own way is gained in the last hundred turns before, and in windows of 25 turns after
 *   the change; and when it was noticed, in turns after it, as a median of those where it was
 */
export function measureFollowing(kind: TasteKind, people: number): { readonly before: Mean; readonly after: readonly Mean[]; readonly noticed: number; readonly noticedAfter: number | null } {
  const windows = 16;
  const lives = Array.from({ length: people }, (_, index) => {
    const person = createSimulatedPerson(kind, 70_000 + index);
    const life = createLife(person, USUAL_POLICY, 2900 + index);
    const before = newSums();
    for (let turn = 1; turn <= BEFORE; turn += 1) {
      const lived = life.turn();
      if (turn > BEFORE - 100) add(before, lived.judge());
    }
    person.change(80_000 + index);
    const after = Array.from({ length: windows }, newSums);
    for (let turn = 0; turn < windows * WINDOW; turn += 1) add(after[Math.floor(turn / WINDOW)]!, life.turn().judge());
    const noticed = life.knowledge.changes.find((turn) => turn > BEFORE);
    return { before, after, noticed: noticed === undefined ? null : noticed - BEFORE };
  });
  // A share of sums, not a mean of shares: where hardly anything can be gained, a share says nothing.
  const gained = (of: (life: (typeof lives)[number]) => ReturnType<typeof newSums>): Mean => {
    const share = (items: ArrayLike<number>): number => {
      const sums = Array.from(items, (item) => of(lives[item]!));
      return sums.reduce((sum, { chosen, own }) => sum + chosen - own, 0) / sums.reduce((sum, { best, own }) => sum + best - own, 0);
    };
    return { mean: share(lives.map((_, index) => index)), interval: bootstrapIntervals(people, (items) => ({ share: share(items) }), { seed: 3 }).share };
  };
  const noticed = lives.flatMap((life) => life.noticed ?? []).toSorted((a, b) => a - b);
  return {
    before: gained((life) => life.before), after: Array.from({ length: windows }, (_, window) => gained((life) => life.after[window]!)),
    noticed: noticed.length / people, noticedAfter: noticed[Math.floor(noticed.length / 2)] ?? null,
  };
}

/** How often the 95% intervals of off-policy estimates hold the truth, each of a person and a log of a thousand rated turns. */
export interface Coverage {
  readonly runs: number;
  /** Runs in which the log said enough of the candidate to give an estimate. */
  readonly answered: number;
  readonly covered: Readonly<Record<'ips' | 'selfNormalised' | 'doublyRobust', number>>;
  readonly width: Readonly<Record<'ips' | 'selfNormalised' | 'doublyRobust', number>>;
  /** How often the candidate was adopted, and how often that was right by the truth. */
  readonly adopted: number;
  readonly adoptedRightly: number;
}

const ESTIMATORS = ['ips', 'selfNormalised', 'doublyRobust'] as const;

const LOG = 1000;

/**
 * The log is of the character as it is, which tries two respects at random as often as the floor has it; the candidate, which learns from the earlier half
 * of the log, suits the player in these two, and is judged on the later half.
 */
export function measureCoverage(kind: TasteKind, runs: number, floor: number): Coverage {
  const [covered, width] = [{ ips: 0, selfNormalised: 0, doublyRobust: 0 }, { ips: 0, selfNormalised: 0, doublyRobust: 0 }];
  let [answered, adopted, adoptedRightly] = [0, 0, 0];
  for (let run = 0; run < runs; run += 1) {
    const person = createSimulatedPerson(kind, 90_000 + run);
    const respects = [STYLE_RESPECTS[run % 6]!, STYLE_RESPECTS[(run + 1 + Math.floor(run / 6) % 5) % 6]!];
    const logger: Policy = { ...USUAL_POLICY, method: 'own', floor, respects };
    const candidate: Policy = { ...USUAL_POLICY, method: 'greedy', respects };
    const dice = { seed: 3900 + run };
    const log = Array.from({ length: LOG }, () => ratedTurn(person, logger, dice));
    const { adopt, candidate: estimate } = judgePolicy({ ...newKnowledge(run), log }, null, candidate);
    if (!estimate) continue;
    answered += 1;
    const truth = trueRating(person, chancesAfter(log.slice(0, LOG / 2), candidate, run, null), run);
    for (const estimator of ESTIMATORS) {
      const { low, high } = estimate[estimator];
      covered[estimator] += low <= truth && truth <= high ? 1 : 0;
      width[estimator] += high - low;
    }
    if (adopt) {
      adopted += 1;
      adoptedRightly += truth > trueRating(person, (occasion, allowed) => chancesOf(logger, newKnowledge(run), null, occasion, allowed, run)[0], run) ? 1 : 0;
    }
  }
  for (const estimator of ESTIMATORS) {
    covered[estimator] /= Math.max(1, answered);
    width[estimator] /= Math.max(1, answered);
  }
  return { runs, answered, covered, width, adopted, adoptedRightly };
}

/** How a policy's turns would be rated on average, over three thousand further occasions, without the ratings' noise. */
function trueRating(person: SimulatedPerson, chances: ChancesOf, seed: number): number {
  const turns = 3000;
  let [sum, next] = [0, seed];
  for (let turn = 0; turn < turns; turn += 1) {
    const { occasion, range } = person.next();
    const allowed = allowedLevels(range);
    const drawn = drawStyle(chances(occasion, allowed), allowed, next);
    next = drawn.seed;
    sum += person.expected(occasion, drawn.style).satisfaction;
  }
  return sum / turns;
}

/** Lives on until a turn is rated, without learning. */
function ratedTurn(person: SimulatedPerson, policy: Policy, dice: { seed: number }): LoggedTurn {
  for (;;) {
    const { occasion, range } = person.next();
    const allowed = allowedLevels(range);
    const { style, propensity, seed } = drawStyle(chancesOf(policy, NOBODY_KNOWN, null, occasion, allowed, dice.seed)[0], allowed, dice.seed);
    dice.seed = seed;
    const { rating } = person.meet(occasion, style);
    if (rating !== null) return { occasion, allowed, style, propensity, rating };
  }
}

const NOBODY_KNOWN = newKnowledge(1);
