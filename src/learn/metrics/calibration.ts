import type { Judged } from './answers.ts';

/** One bin of a reliability diagram. */
export interface ReliabilityBin {
  /** Bounds of the confidence; the upper one belongs to the bin. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Means over the bin's items; 0 in an empty bin. */
  readonly confidence: number;
  readonly accuracy: number;
}

const BINS = 15;

/** Answered items by their confidence in fifteen bins of equal width. */
export function reliabilityOf({ truth, chosen, confidence }: Judged, items?: Int32Array): ReliabilityBin[] {
  const counts = new Float64Array(BINS);
  const sums = new Float64Array(BINS);
  const rights = new Float64Array(BINS);
  const add = (item: number): void => {
    const sure = confidence[item] ?? Number.NaN;
    if (Number.isNaN(sure)) return;
    const bin = Math.min(BINS - 1, Math.max(0, Math.ceil(sure * BINS) - 1));
    counts[bin] = (counts[bin] ?? 0) + 1;
    sums[bin] = (sums[bin] ?? 0) + sure;
    rights[bin] = (rights[bin] ?? 0) + (chosen[item] === truth[item] ? 1 : 0);
  };
  if (items) for (const item of items) add(item);
  else for (let item = 0; item < truth.length; item += 1) add(item);
  return Array.from(counts, (count, bin) => ({
    from: bin / BINS, to: (bin + 1) / BINS, count,
    confidence: count === 0 ? 0 : (sums[bin] ?? 0) / count,
    accuracy: count === 0 ? 0 : (rights[bin] ?? 0) / count,
  }));
}

/**
 * Expected calibration error (Naeini et al. 2015, Guo et al. 2017): the gap between confidence and
 * accuracy, averaged over the answered items. NaN when nothing was answered.
 */
export function calibrationError(bins: readonly ReliabilityBin[]): number {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  return bins.reduce((sum, { count, confidence, accuracy }) => sum + count * Math.abs(confidence - accuracy), 0) / total;
}
