import * as tf from '@tensorflow/tfjs';

/**
 * A 3 x 3 convolution whose filter can be trained on the wasm backend: the nine shifted pictures side by
 * side, times a matrix. Padded with zeros, so the picture keeps its size.
 *
 * @param pictures [rows, height, width, channels]
 * @param filter [9 * channels, outputs], the nine places row by row, the channels of a place together
 */
export function convolve(pictures: tf.Tensor4D, filter: tf.Tensor2D): tf.Tensor4D {
  return tf.tidy(() => {
    const [rows, height, width, channels] = pictures.shape;
    const padded = tf.pad(pictures, [[0, 0], [1, 1], [1, 1], [0, 0]]);
    const shifted = [0, 1, 2].flatMap((y) => [0, 1, 2].map((x) => tf.slice(padded, [0, y, x, 0], [rows, height, width, channels])));
    const patches = tf.reshape(tf.concat(shifted, 3), [rows * height * width, 9 * channels]);
    return tf.reshape(tf.matMul(patches as tf.Tensor2D, filter), [rows, height, width, filter.shape[1]]);
  });
}
