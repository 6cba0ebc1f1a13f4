/**
 * Solves A X = B for a symmetric, positive definite A, by Cholesky's decomposition. Both are overwritten.
 *
 * @param a `size` x `size` numbers, of which the lower triangle is read
 * @param b `size` rows of `columns` numbers; afterwards it holds X
 */
export function solvePositive(a: Float64Array, size: number, b: Float64Array, columns: number): void {
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = a[i * size + j]!;
      for (let k = 0; k < j; k += 1) sum -= a[i * size + k]! * a[j * size + k]!;
      a[i * size + j] = i === j ? Math.sqrt(sum) : sum / a[j * size + j]!;
    }
  }
  const takeOff = (from: number, factor: number, to: number): void => {
    for (let c = 0; c < columns; c += 1) b[to * columns + c]! -= factor * b[from * columns + c]!;
  };
  const divide = (row: number): void => {
    for (let c = 0; c < columns; c += 1) b[row * columns + c]! /= a[row * size + row]!;
  };
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < i; k += 1) takeOff(k, a[i * size + k]!, i);
    divide(i);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < size; k += 1) takeOff(k, a[k * size + i]!, i);
    divide(i);
  }
}
