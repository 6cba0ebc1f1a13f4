import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';

let started: Promise<typeof tf> | undefined;

/**
 * TensorFlow.js on its wasm backend, in Node: about ten times as fast as its plain JavaScript, and one
 * thread, because the backend finds no support for more in Node.
 *
 * Version 4.22 has no gradient there for: conv1d and conv2d by their filter, depthwiseConv2d by either
 * side, gather, einsum, stridedSlice, unsortedSegmentSum, and a `where` whose condition depends on a variable. All
 * else that a small net needs has one. A convolution is trained as slices, concat and matMul, as
 * {@link import('./nets/convolution.ts').convolve} does.
 *
 * @throws {Error} when the backend does not start
 */
export function startTensorflow(): Promise<typeof tf> {
  started ??= start();
  return started;
}

async function start(): Promise<typeof tf> {
  const home = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json'));
  setWasmPaths(`${join(home, 'dist')}/`);
  if (!(await tf.setBackend('wasm'))) throw new Error('Expected TensorFlow.js to start its wasm backend, but it could not. Run "npm ci", and use Node 20 or later.');
  await tf.ready();
  return tf;
}
