import { bootstrapIntervals, type Interval } from '../../../src/learn/metrics/bootstrap.ts';
import { type Course, delaysOf, HOURS, makeCourse, MINUTES, overshootOf, steadinessOf } from './behaviour.ts';
import { createOurs, createSmoothed, type Follower, movingAverage, oneEuro } from './followers.ts';
import { NOISES, RATE } from './looks.ts';
import { benchUpdates } from './updates.ts';

const SEED = 1;
const LONGEST_AVERAGE = 60;
/** How much the 1-euro filter hurries where values change fast, per unit of probability a second. */
const BETAS = [0, 0.01, 0.02, 0.03, 0.05, 0.1, 0.5];
const HALVINGS = 12;

interface Rival {
  readonly name: string;
  readonly create: () => Follower;
}

/** The quickest moving average that is no quicker than `delay`. */
function averageAsLate({ steps }: Course, delay: number): Rival {
  for (let frames = 1; ; frames += 1) {
    const create = (): Follower => createSmoothed(movingAverage(frames));
    if (frames === LONGEST_AVERAGE || delaysOf(steps, create).mean >= delay) return { name: `average of ${(frames / RATE).toFixed(2)} s`, create };
  }
}

/** The 1-euro filters that are no quicker than `delay`, by halving; of them the one that errs least. */
function euroAsLate({ steps, neutral }: Course, delay: number): Rival {
  const rivals = BETAS.flatMap((beta): Rival[] => {
    let [late, early] = [0.005, 10];
    for (let i = 0; i < HALVINGS; i += 1) {
      const middle = Math.sqrt(late * early);
      if (delaysOf(steps, () => createSmoothed(oneEuro(middle, beta))).mean >= delay) late = middle;
      else early = middle;
    }
    const cutoff = late;
    // With a large beta some are too quick whatever their cutoff, and no longer equals.
    if (delaysOf(steps, () => createSmoothed(oneEuro(cutoff, beta))).mean < delay) return [];
    return [{ name: `1-euro of ${cutoff.toFixed(3)} Hz, beta ${beta}`, create: (): Follower => createSmoothed(oneEuro(cutoff, beta)) }];
  });
  const errors = rivals.map(({ create }) => sum(steadinessOf(neutral, create).map(({ transitions }) => transitions)));
  return rivals[errors.indexOf(Math.min(...errors))]!;
}

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);
const tell = ([low, high]: Interval): string => `${low.toFixed(2)} to ${high.toFixed(2)}`;

/** Under one noise: how soon each follower tells a change, and how often it errs while nothing changes. */
function compare(noise: string, course: Course): number[][] {
  console.log(`  ${noise}: ${NOISES[noise]!.what}`);
  const delay = delaysOf(course.steps, createOurs).mean;
  const followers: Rival[] = [{ name: 'Attune', create: createOurs }, averageAsLate(course, delay), euroAsLate(course, delay)];
  const counted = followers.map(({ name, create }) => {
    const [step, ramp] = [delaysOf(course.steps, create), delaysOf(course.ramps, create)];
    const blocks = steadinessOf(course.neutral, create);
    const counts = blocks.map(({ transitions }) => transitions);
    console.log(`    ${name.padEnd(30)} step told after ${step.mean.toFixed(2)} s (median ${step.median.toFixed(2)}, ${step.missed} missed), ramp of 3 s after ${ramp.mean.toFixed(2)} s, overshoot ${overshootOf(course.steps, create).toFixed(2)}, neutral told for ${(100 * sum(blocks.map(({ right }) => right)) / blocks.length).toFixed(0)}% of the time it was, false transitions ${tellRates(counts)}`);
    return counts;
  });
  tellFewer(counted[0]!, counted[1]!, counted[2]!);
  return counted;
}

function tellFewer(ours: readonly number[], average: readonly number[], euro: readonly number[]): void {
  const fewer = (rival: readonly number[]): string => tellRates(rival.map((count, i) => count - ours[i]!));
  console.log(`    fewer than the moving average by ${fewer(average)}, than the 1-euro filter by ${fewer(euro)}`);
}

function tellRates(counts: readonly number[]): string {
  const rate = (items: ArrayLike<number>): number => sum(Array.from(items, (item) => counts[item]!)) / (items.length * MINUTES);
  return `${rate(counts.map((_, i) => i)).toFixed(2)} a minute (${tell(bootstrapIntervals(counts.length, (items) => ({ rate: rate(items) }), { seed: SEED }).rate)})`;
}

/** What the filter and the state machine make of made-up courses of which the truth is known. */
export function benchAffect(): void {
  console.log(`affect: steps and ramps of 3 s from neutral to four emotions, and under each noise ${HOURS} hours of a neutral face with 60 one-frame grimaces and 4 losses of the face a minute; ${RATE} looks a second. Rivals are set to be as late as Attune in these very steps, go by the same thresholds, and the 1-euro filter has the best of ${BETAS.length} betas; 95% intervals by blocks of ${MINUTES} minutes`);
  const all = Object.keys(NOISES).map((noise, i) => compare(noise, makeCourse(noise, SEED + 10_000 * i)));
  const [ours, average, euro] = [0, 1, 2].map((follower) => all.flatMap((counts) => counts[follower]!)) as [number[], number[], number[]];
  console.log(`  all: Attune ${tellRates(ours)}, moving average ${tellRates(average)}, 1-euro filter ${tellRates(euro)}`);
  tellFewer(ours, average, euro);
  benchUpdates();
}
