/**
 * Learns each feature's mean and deviation, and gives the function that brings a row to mean 0 and deviation 1.
 *
 * A feature that never varies becomes 0.
 */
export function standardiser(rows: readonly Float32Array[]): (row: Float32Array) => Float32Array {
  const width = rows[0]?.length ?? 0;
  const mean = new Float64Array(width);
  const squares = new Float64Array(width);
  rows.forEach((row, index) => {
    for (let j = 0; j < width; j += 1) {
      const step = (row[j] ?? 0) - (mean[j] ?? 0);
      mean[j] = (mean[j] ?? 0) + step / (index + 1);
      squares[j] = (squares[j] ?? 0) + step * ((row[j] ?? 0) - (mean[j] ?? 0));
    }
  });
  const scale = squares.map((sum) => (sum > 0 ? 1 / Math.sqrt(sum / rows.length) : 0));
  return (row) => row.map((value, j) => (value - (mean[j] ?? 0)) * (scale[j] ?? 0));
}
