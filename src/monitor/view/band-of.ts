import type { ViewSeries } from './monitor-view.ts';

/** Of the normal distribution, for 95 %. */
const Z = 1.96;
/** A stretch with few mentions tells little of how they scatter: what all of them tell counts as so many mentions beside. */
const PRIOR = 3;

/**
 * Between which values the mean of each stretch lies with 95 %, were its mentions drawn anew: 1.96 standard errors to both sides, inside of
 * [-1, 1]. The variance of a stretch is drawn towards that of the whole series, or a single mention would seem to be certain.
 */
export function bandOf({ volume, mean, deviation }: Pick<ViewSeries, 'volume' | 'mean' | 'deviation'>): { readonly low: readonly number[]; readonly high: readonly number[] } {
  const usual = varianceOf(volume, mean, deviation);
  const half = volume.map((count, i) => Z * Math.sqrt((count * deviation[i]! ** 2 + PRIOR * usual) / (count + PRIOR) / count));
  return { low: half.map((each, i) => Math.max(-1, mean[i]! - each)), high: half.map((each, i) => Math.min(1, mean[i]! + each)) };
}

/** The variance of all mentions, about their own mean. */
function varianceOf(volume: readonly number[], mean: readonly number[], deviation: readonly number[]): number {
  const count = volume.reduce((sum, each) => sum + each, 0);
  if (count === 0) return 0;
  const middle = volume.reduce((sum, each, i) => sum + each * mean[i]!, 0) / count;
  return volume.reduce((sum, each, i) => sum + each * (deviation[i]! ** 2 + (mean[i]! - middle) ** 2), 0) / count;
}
