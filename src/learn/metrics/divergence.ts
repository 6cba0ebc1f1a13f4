/**
 * Jensen-Shannon divergence of two distributions in bits, in [0, 1] (Lin 1991): how far each lies from the
 * mean of both; 0 for the same, 1 for two that have nothing in common.
 */
export function jensenShannon(p: ArrayLike<number>, q: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < p.length; i += 1) {
    const [a, b] = [p[i] ?? 0, q[i] ?? 0];
    // The sum, not the mean: half of the smallest number there is is nothing.
    if (a > 0) sum += (a / 2) * Math.log2((2 * a) / (a + b));
    if (b > 0) sum += (b / 2) * Math.log2((2 * b) / (a + b));
  }
  return Math.min(1, Math.max(0, sum));
}
