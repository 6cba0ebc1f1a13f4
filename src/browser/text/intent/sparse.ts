/** A vector of which only what is not zero is kept, in no special order; no index twice. */
export interface Sparse {
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

/** The product of a sparse vector and one row of numbers. */
export function sparseDot({ indices, values }: Sparse, row: Float32Array | Float64Array): number {
  let sum = 0;
  for (let i = 0; i < indices.length; i += 1) sum += values[i]! * row[indices[i]!]!;
  return sum;
}

/** Adds a multiple of a sparse vector to one row of numbers, in place. */
export function addSparse({ indices, values }: Sparse, factor: number, row: Float32Array | Float64Array): void {
  for (let i = 0; i < indices.length; i += 1) row[indices[i]!]! += factor * values[i]!;
}
