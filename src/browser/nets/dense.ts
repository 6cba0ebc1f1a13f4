import { type Net, tensorOf } from './net-file.ts';

/** A layer of weighted sums. */
export interface DenseLayer {
  readonly inputs: number;
  readonly outputs: number;
  /** Reads `inputs` numbers and writes `outputs` of them; allocates nothing. */
  run(input: Float32Array, output: Float32Array): void;
}

/** Outputs that are summed side by side, so that each input is read once for all of them. */
const BLOCK = 8;

/**
 * Makes a dense layer.
 *
 * @param weights inputs x outputs, as TensorFlow.js keeps a kernel
 * @param relu whether max(0, x) is taken of each output
 */
export function createDenseLayer(weights: Float32Array, bias: Float32Array, relu: boolean): DenseLayer {
  const outputs = bias.length;
  const inputs = weights.length / outputs;
  const blocks = Math.ceil(outputs / BLOCK);
  const packed = new Float32Array(blocks * inputs * BLOCK);
  for (let o = 0; o < outputs; o += 1) {
    const start = (o - (o % BLOCK)) * inputs + (o % BLOCK);
    for (let i = 0; i < inputs; i += 1) packed[start + i * BLOCK] = weights[i * outputs + o] ?? 0;
  }
  const first = new Float32Array(blocks * BLOCK);
  first.set(bias);
  const sums = new Float32Array(blocks * BLOCK);
  return {
    inputs,
    outputs,
    run(input, output) {
      sumBlocks(packed, first, input, inputs, sums);
      for (let o = 0; o < outputs; o += 1) {
        const sum = sums[o] as number;
        output[o] = relu && sum < 0 ? 0 : sum;
      }
    },
  };
}

/** Sums `inputs` weighted numbers for each output, eight outputs at once. */
function sumBlocks(packed: Float32Array, bias: Float32Array, input: Float32Array, inputs: number, sums: Float32Array): void {
  let at = 0;
  for (let o = 0; o < sums.length; o += BLOCK) {
    let a = bias[o] as number;
    let b = bias[o + 1] as number;
    let c = bias[o + 2] as number;
    let d = bias[o + 3] as number;
    let e = bias[o + 4] as number;
    let f = bias[o + 5] as number;
    let g = bias[o + 6] as number;
    let h = bias[o + 7] as number;
    for (let i = 0; i < inputs; i += 1, at += BLOCK) {
      const value = input[i] as number;
      a += value * (packed[at] as number);
      b += value * (packed[at + 1] as number);
      c += value * (packed[at + 2] as number);
      d += value * (packed[at + 3] as number);
      e += value * (packed[at + 4] as number);
      f += value * (packed[at + 5] as number);
      g += value * (packed[at + 6] as number);
      h += value * (packed[at + 7] as number);
    }
    sums[o] = a;
    sums[o + 1] = b;
    sums[o + 2] = c;
    sums[o + 3] = d;
    sums[o + 4] = e;
    sums[o + 5] = f;
    sums[o + 6] = g;
    sums[o + 7] = h;
  }
}

/** Dense layers one after the other, with rectified ones (ReLU) between. */
export interface Perceptron {
  readonly inputs: number;
  readonly outputs: number;
  /** The last layer's sums, in a buffer that the next run writes again. */
  run(input: Float32Array): Float32Array;
}

/**
 * Makes the layers that a model keeps as `NAME/0/kernel`, `NAME/0/bias`, `NAME/1/kernel` and so on.
 *
 * @param sizes how many numbers go in, come out of each hidden layer, and come out at last
 * @throws {AttuneError} `asset-wrong` when a tensor is missing or of another shape
 */
export function createPerceptron(net: Net, name: string, sizes: readonly number[]): Perceptron {
  const layers = sizes.slice(1).map((outputs, i) => createDenseLayer(
    tensorOf(net, `${name}/${i}/kernel`, [sizes[i] ?? 0, outputs]),
    tensorOf(net, `${name}/${i}/bias`, [outputs]),
    i < sizes.length - 2,
  ));
  const buffers = layers.map(({ outputs }) => new Float32Array(outputs));
  return {
    inputs: sizes[0] ?? 0,
    outputs: sizes.at(-1) ?? 0,
    run(input) {
      let values = input;
      for (let i = 0; i < layers.length; i += 1) {
        const buffer = buffers[i] as Float32Array;
        (layers[i] as DenseLayer).run(values, buffer);
        values = buffer;
      }
      return values;
    },
  };
}
