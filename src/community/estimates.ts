/** A mean with its 95% interval. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/** 95% of a normal distribution, in standard deviations; of Student's with few values it takes more, by degrees of freedom from 1 on. */
const NINETEEN_IN_TWENTY = 1.96;
const FEW = [12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23];

/** Sums by which a mean and its error are told without what they were made of. */
export interface Sums {
  count: number;
  total: number;
  squares: number;
}

export const newSums = (): Sums => ({ count: 0, total: 0, squares: 0 });

export function addTo(sums: Sums, value: number): void {
  sums.count += 1;
  sums.total += value;
  sums.squares += value * value;
}

/**
 * A mean, and where it may lie if the messages are a sample; one person's messages are alike, so it is rather wider than told.
 *
 * @param least, most the ends of the scale
 * @returns null under two values
 */
export function meanOf({ count, total, squares }: Sums, least: number, most: number): Estimate | null {
  if (count < 2) return null;
  const mean = total / count;
  const error = (FEW[count - 2] ?? NINETEEN_IN_TWENTY + 2.4 / (count - 1)) * Math.sqrt(Math.max(0, squares / count - mean * mean) / (count - 1));
  return { mean, low: Math.max(least, mean - error), high: Math.min(most, mean + error), count };
}

/** A share with its interval (Wilson 1927), which holds for few cases, too; null for none. */
export function shareOf(some: number, all: number): Estimate | null {
  if (all === 0) return null;
  const [z, share] = [NINETEEN_IN_TWENTY ** 2, some / all];
  const middle = (share + z / (2 * all)) / (1 + z / all);
  const half = (NINETEEN_IN_TWENTY / (1 + z / all)) * Math.sqrt(share * (1 - share) / all + z / (4 * all * all));
  return { mean: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half), count: all };
}

/** How far the mean of one lies above the mean of the other; null where either has fewer than two. */
export function differenceOf(one: Sums, other: Sums): Estimate | null {
  const [a, b] = [meanOf(one, -Infinity, Infinity), meanOf(other, -Infinity, Infinity)];
  if (!a || !b) return null;
  const error = Math.hypot(a.high - a.mean, b.high - b.mean);
  return { mean: a.mean - b.mean, low: a.mean - b.mean - error, high: a.mean - b.mean + error, count: one.count };
}

/** The Gini coefficient of counts: 0 is all alike, near 1 is one who has nearly all. */
export function giniOf(counts: readonly number[]): number {
  const sorted = counts.toSorted((a, b) => a - b);
  const total = sorted.reduce((sum, count) => sum + count, 0);
  if (total === 0) return 0;
  const weighted = sorted.reduce((sum, count, i) => sum + (i + 1) * count, 0);
  return (2 * weighted) / (sorted.length * total) - (sorted.length + 1) / sorted.length;
}
