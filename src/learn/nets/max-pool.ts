import * as tf from '@tensorflow/tfjs';

/**
 * The largest value of each column over the rows of each group, with a gradient of its own, which goes to the row that had it. (TensorFlow.js takes several times as long,
 * since it turns the tensor over.)
 *
 * @param values [groups x longest, columns]: groups of equally many rows, one after the other
 * @param counted which of these rows count, 0 or 1 each
 * @param nothing the value of a group where none does
 * @returns [groups, columns]
 */
export function maxPool(values: tf.Tensor2D, counted: Uint8Array, longest: number, nothing: number): tf.Tensor2D {
  const [rows, columns] = values.shape;
  const groups = rows / longest;
  const pool = tf.customGrad((given) => {
    const all = (given as tf.Tensor2D).dataSync<'float32'>();
    const largest = new Float32Array(groups * columns).fill(nothing);
    const from = new Int32Array(groups * columns).fill(-1);
    for (let row = 0; row < rows; row += 1) {
      if (counted[row] === 0) continue;
      const group = Math.floor(row / longest) * columns;
      for (let column = 0; column < columns; column += 1) {
        const value = all[row * columns + column]!;
        if (from[group + column]! >= 0 && value <= largest[group + column]!) continue;
        largest[group + column] = value;
        from[group + column] = row;
      }
    }
    const gradFunc = (above: tf.Tensor): tf.Tensor => {
      const slopes = above.dataSync<'float32'>();
      const spread = new Float32Array(rows * columns);
      from.forEach((row, at) => { if (row >= 0) spread[row * columns + (at % columns)] = slopes[at]!; });
      return tf.tensor2d(spread, [rows, columns]);
    };
    return { value: tf.tensor2d(largest, [groups, columns]), gradFunc };
  });
  return pool(values) as tf.Tensor2D;
}
