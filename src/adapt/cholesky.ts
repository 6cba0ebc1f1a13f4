/** A square matrix by rows, or a vector. */
export type Numbers = readonly number[] | Float64Array;

/**
 * The lower triangle L of a symmetric positive definite matrix A = L Lᵀ, by rows.
 *
 * @param size rows of the matrix
 */
export function cholesky(matrix: Numbers, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column]!;
      for (let k = 0; k < column; k += 1) sum -= lower[row * size + k]! * lower[column * size + k]!;
      // A floor keeps rounding from making a root of a negative.
      lower[row * size + column] = row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[column * size + column]!;
    }
  }
  return lower;
}

/** The x of L x = b. */
export function solveLower(lower: Float64Array, b: Numbers): Float64Array {
  const size = b.length;
  const x = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    let sum = b[row]!;
    for (let k = 0; k < row; k += 1) sum -= lower[row * size + k]! * x[k]!;
    x[row] = sum / lower[row * size + row]!;
  }
  return x;
}

/** The x of Lᵀ x = b. */
export function solveUpper(lower: Float64Array, b: Numbers): Float64Array {
  const size = b.length;
  const x = new Float64Array(size);
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = b[row]!;
    for (let k = row + 1; k < size; k += 1) sum -= lower[k * size + row]! * x[k]!;
    x[row] = sum / lower[row * size + row]!;
  }
  return x;
}

export function dot(one: Numbers, other: Numbers): number {
  let sum = 0;
  for (let k = 0; k < one.length; k += 1) sum += one[k]! * other[k]!;
  return sum;
}
