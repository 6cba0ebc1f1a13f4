import type { SignedUnit } from '../../core/index.ts';

/** How somebody said that they felt at one time. */
export interface Felt {
  /** An ISO date. */
  readonly at: string;
  readonly valence: SignedUnit;
  readonly arousal: SignedUnit;
}

/** What was said on one day, averaged; null on a day of which nothing was said. */
export interface Day {
  /** The day by the host's own calendar, as an ISO date. */
  readonly day: string;
  readonly valence: SignedUnit | null;
  readonly arousal: SignedUnit | null;
}

/** Where something is heading, and how sure that is. */
export interface Course {
  /** `rising` or `falling` where the whole interval lies on one side; `unclear` where it does not; `too-few` where a week's worth of days was not told. */
  readonly direction: 'rising' | 'falling' | 'unclear' | 'too-few';
  /** Change in seven days, with the interval in which it lies in 95 of 100 cases; null where there were too few days. */
  readonly perWeek: { readonly middle: number; readonly low: number; readonly high: number } | null;
  /** Days of which something was said. */
  readonly days: number;
}

/** Fewer days than this show no course. */
const FEWEST = 7;
const DAY = 86_400_000;
/** Of the standard normal, for an interval of 95%. */
const WIDE = 1.96;

/** The day of a moment by the host's own calendar. */
export function dayOf(at: Date): string {
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
}

/**
 * What was said on each of the last days, a day for each, the last one today's.
 *
 * @param days how many, 1 or more
 */
export function daysOf(felt: readonly Felt[], today: Date, days: number): readonly Day[] {
  const said = byKey(felt, ({ at }) => dayOf(new Date(at)));
  // Noon is on the right day whenever clocks are changed.
  const noon = new Date(today.getFullYear(), today.getMonth(), today.getDate(), 12).getTime();
  return Array.from({ length: days }, (_, k) => {
    const day = dayOf(new Date(noon - (days - 1 - k) * DAY));
    const told = said.get(day) ?? [];
    const average = (axis: 'valence' | 'arousal'): SignedUnit | null => (told.length === 0 ? null : told.reduce((sum, each) => sum + each[axis], 0) / told.length);
    return { day, valence: average('valence'), arousal: average('arousal') };
  });
}

/**
 * Where a row of days is heading: the median of all slopes (Theil 1950), which a few strange days do not turn, with Sen's interval (1968). Days
 * that are like the day before tell less than days of their own, so the interval is widened by how alike neighbours are.
 *
 * @param values one for each day, null where there is none
 */
export function courseOf(values: readonly (number | null)[]): Course {
  const points = values.flatMap((y, x) => (y === null ? [] : [{ x, y }]));
  const days = points.length;
  if (days < FEWEST) return { direction: 'too-few', perWeek: null, days };
  const slopes = points.flatMap((one, at) => points.slice(at + 1).map((other) => (other.y - one.y) / (other.x - one.x))).toSorted((a, b) => a - b);
  const middle = medianOf(slopes);
  const spread = WIDE * Math.sqrt(kendallVariance(points.map(({ y }) => y)) * alikeness(points, middle));
  const at = (rank: number): number => slopes[Math.min(slopes.length - 1, Math.max(0, rank))]!;
  const [low, high] = [at(Math.floor((slopes.length - spread) / 2) - 1), at(Math.ceil((slopes.length + spread) / 2))];
  return { direction: low > 0 ? 'rising' : high < 0 ? 'falling' : 'unclear', perWeek: { middle: 7 * middle, low: 7 * low, high: 7 * high }, days };
}

function medianOf(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** The variance of Kendall's S where nothing is heading anywhere, with equal values counted as such. */
function kendallVariance(values: readonly number[]): number {
  const term = (n: number): number => n * (n - 1) * (2 * n + 5);
  const ties = [...byKey(values, (value) => value).values()].reduce((sum, { length }) => sum + term(length), 0);
  return (term(values.length) - ties) / 18;
}

/** By how much neighbours' likeness widens a variance: (1 + r) / (1 - r) for days whose rests correlate by r with the day before; never less than 1. */
function alikeness(points: readonly { readonly x: number; readonly y: number }[], slope: number): number {
  const level = medianOf(points.map(({ x, y }) => y - slope * x).toSorted((a, b) => a - b));
  const rests = new Map(points.map(({ x, y }) => [x, y - slope * x - level]));
  let [along, all, pairs] = [0, 0, 0];
  for (const [x, rest] of rests) {
    all += rest * rest;
    const next = rests.get(x + 1);
    if (next === undefined) continue;
    along += rest * next;
    pairs += 1;
  }
  if (pairs < 3 || all === 0) return 1;
  const r = Math.min(0.9, along / pairs / (all / rests.size));
  return r > 0 ? (1 + r) / (1 - r) : 1;
}

function byKey<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
