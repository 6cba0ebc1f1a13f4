import { type Belief, belief, certainty, UNKNOWN } from '../core/index.ts';

/** How far members lie from their average, as a standard deviation in units of the dimension. */
export interface Spread {
  readonly deviation: number;
  /** Nine times in ten it lies between these two. */
  readonly low: number;
  readonly high: number;
}

/** What members who are not known may differ by from those who are, as a variance; it weighs as much as one member that is known. */
const USUAL_VARIANCE = 0.1;
const LEAST_VARIANCE = 0.005;

/** A belief that knows less than this is not counted as a measurement. */
const KNOWN = 0.05;

/** Nine in ten of a normal distribution, in standard deviations. */
const NINE_IN_TEN = 1.645;

/** What is thought of a member, and the variance of its error without the prior that every belief rests on. */
interface Measurement {
  readonly value: number;
  readonly error: number;
  /** The same with that prior. */
  readonly variance: number;
}

/**
 * The average of all members and how far they lie apart.
 *
 * Members are taken to scatter around a common mean (a random-effects model, DerSimonian and Laird 1986): whoever is hardly
 * known is thought to be anywhere among the others, so they draw the average nowhere and make it less sure. They are never
 * counted as neutral.
 *
 * @returns unknown and null where nobody is known; spread is null under two
 */
export function averageOf(beliefs: readonly Belief[]): { readonly average: Belief; readonly spread: Spread | null } {
  const measured = beliefs.filter((each) => certainty(each) >= KNOWN).map(measurementOf);
  if (measured.length === 0) return { average: UNKNOWN, spread: null };
  const between = varianceBetween(measured);
  const weights = measured.map(({ error }) => 1 / (error + between));
  const total = sum(weights);
  const centre = sum(measured.map(({ value }, i) => weights[i]! * value)) / total;
  // Each member: what was measured, drawn to the centre as far as it is inexact. Who is not known lies at the centre.
  const unknown = beliefs.length - measured.length;
  const drawn = measured.map(({ error }) => error / (error + between));
  const mean = (sum(measured.map(({ value }, i) => value + drawn[i]! * (centre - value))) + unknown * centre) / beliefs.length;
  const own = sum(drawn.map((share) => share * between)) + unknown * between;
  const shared = (sum(drawn) + unknown) / beliefs.length;
  const error = own / beliefs.length ** 2 + shared * shared / total;
  return { average: belief(mean, 1 / (1 / UNKNOWN.variance + 1 / error)), spread: spreadOf(measured) };
}

function measurementOf({ mean, variance }: Belief): Measurement {
  return { value: mean, variance, error: 1 / (1 / variance - 1 / UNKNOWN.variance) };
}

function varianceBetween(measured: readonly Measurement[]): number {
  const degrees = measured.length - 1;
  const mean = sum(measured.map(({ value }) => value)) / measured.length;
  const seen = degrees > 0 ? sum(measured.map(({ value, error }) => (value - mean) ** 2 - error * (degrees / measured.length))) / degrees : 0;
  return Math.max(LEAST_VARIANCE, (USUAL_VARIANCE + degrees * Math.max(0, seen)) / (1 + degrees));
}

/** The scatter that is not the measurements' own error. */
function spreadOf(measured: readonly Measurement[]): Spread | null {
  const count = measured.length;
  if (count < 2) return null;
  const mean = sum(measured.map(({ value }) => value)) / count;
  const square = Math.max(0, sum(measured.map(({ value, variance }) => (value - mean) ** 2 - variance * (1 - 1 / count))) / count);
  const doubt = Math.sqrt(sum(measured.map(({ value, variance }) => 4 * (value - mean) ** 2 * variance + 2 * variance * variance))) / count;
  return { deviation: Math.sqrt(square), low: Math.sqrt(Math.max(0, square - NINE_IN_TEN * doubt)), high: Math.sqrt(square + NINE_IN_TEN * doubt) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
