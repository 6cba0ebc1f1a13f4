/** Agreement of an estimated dimension with its truth. */
export interface Agreement {
  /** Concordance correlation coefficient (Lin 1989), in [-1, 1]: 1 only where the values themselves agree. */
  readonly ccc: number;
  /** Pearson's correlation, in [-1, 1]; blind to scale and shift. */
  readonly pearson: number;
  /** Mean absolute error, in the dimension's unit. */
  readonly mae: number;
}

/**
 * Compares estimates with the truth, over the items that have an estimate.
 *
 * @param estimates one for each item; NaN where there is none
 * @param items which items to count, repeats allowed; all when left out
 * @returns NaN where it is undefined: a correlation needs both sides to vary
 */
export function agreementOf(truth: ArrayLike<number>, estimates: ArrayLike<number>, items?: Int32Array): Agreement {
  if (truth.length !== estimates.length) throw new Error(`Expected an estimate (or NaN) for each of ${truth.length} items, but got ${estimates.length}.`);
  const length = items?.length ?? truth.length;
  const at = (position: number): number => (items ? items[position] ?? 0 : position);
  let [count, meanX, meanY, squaresX, squaresY, products, errors] = [0, 0, 0, 0, 0, 0, 0];
  // Welford's updates: no cancellation where the mean is large against the spread.
  for (let position = 0; position < length; position += 1) {
    const x = truth[at(position)] ?? Number.NaN;
    const y = estimates[at(position)] ?? Number.NaN;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    count += 1;
    const [stepX, stepY] = [x - meanX, y - meanY];
    meanX += stepX / count;
    meanY += stepY / count;
    squaresX += stepX * (x - meanX);
    squaresY += stepY * (y - meanY);
    products += stepX * (y - meanY);
    errors += Math.abs(x - y);
  }
  const spread = Math.sqrt(squaresX * squaresY);
  return {
    ccc: (2 * products) / (squaresX + squaresY + count * (meanX - meanY) ** 2),
    pearson: spread === 0 ? Number.NaN : products / spread,
    mae: errors / count,
  };
}
