/** How far the covariance is drawn to its diagonal (Ledoit and Wolf 2004): few speakers leave many directions unseen. */
const SHRINK = 0.1;

/**
 * The lower triangular matrix W for which |W x|^2 is Mahalanobis' distance of rows that vary around zero.
 *
 * @param rows row after row, of so many numbers each
 */
export function whitenerOf(rows: Float32Array, size: number): Float32Array {
  const count = rows.length / size;
  const covariance = new Float64Array(size * size);
  for (let row = 0; row < rows.length; row += size) {
    for (let i = 0; i < size; i += 1) {
      const value = rows[row + i]! / count;
      for (let j = 0; j <= i; j += 1) covariance[i * size + j]! += value * rows[row + j]! * (i === j ? 1 : 1 - SHRINK);
    }
  }
  // Cholesky's decomposition, in place, and then its inverse.
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = covariance[i * size + j]!;
      for (let k = 0; k < j; k += 1) sum -= covariance[i * size + k]! * covariance[j * size + k]!;
      covariance[i * size + j] = i === j ? Math.sqrt(Math.max(1e-6, sum)) : sum / covariance[j * size + j]!;
    }
  }
  const inverse = new Float32Array(size * size);
  for (let column = 0; column < size; column += 1) {
    for (let i = column; i < size; i += 1) {
      let sum = i === column ? 1 : 0;
      for (let k = column; k < i; k += 1) sum -= covariance[i * size + k]! * inverse[k * size + column]!;
      inverse[i * size + column] = sum / covariance[i * size + i]!;
    }
  }
  return inverse;
}
