import * as tf from '@tensorflow/tfjs';
import type { Graph, GraphTensor, Operation } from './tflite-graph.ts';

/** A graph that is ready to run on the backend of TensorFlow.js that was chosen. */
export interface RunnableGraph {
  /**
   * Runs the graph on many inputs at once.
   *
   * @param inputs of the graph's input shape, but with any number of rows
   * @returns the graph's last tensor with as many rows; the caller disposes of it
   */
  run(inputs: tf.Tensor): tf.Tensor;
  dispose(): void;
}

/**
 * Prepares a graph whose tensors all have a first dimension of 1, which becomes the number of rows.
 *
 * @throws {Error} where a convolution looks at more than one place
 */
export function prepareGraph(graph: Graph): RunnableGraph {
  const constants = new Map<number, tf.Tensor>();
  const integers = new Map<number, readonly number[]>();
  graph.tensors.forEach(({ values, shape }, index) => {
    if (values instanceof Int32Array) integers.set(index, [...values]);
    else if (values) constants.set(index, tf.tensor(values, [...shape]));
  });
  const steps: Operation[] = [];
  for (const operation of graph.operations) {
    const [source = -1, kernel = -1] = operation.inputs;
    if (operation.name === 'dequantize') constants.set(operation.outputs[0] ?? -1, constants.get(source) as tf.Tensor);
    else steps.push(operation);
    if (operation.name === 'convolve') constants.set(kernel, kernelMatrix(constants.get(kernel) as tf.Tensor, graph.tensors[kernel] as GraphTensor));
  }
  const lastUses = new Map(steps.flatMap(({ inputs }, step) => inputs.map((index) => [index, step] as const)));

  return {
    run(inputs) {
      const live = new Map<number, tf.Tensor>([[graph.input, inputs.clone()]]);
      const valueOf = (index: number): tf.Tensor => (live.get(index) ?? constants.get(index)) as tf.Tensor;
      let result = inputs;
      steps.forEach((operation, step) => {
        result = tf.tidy(() => {
          const values = operation.inputs.filter((index) => !integers.has(index)).map(valueOf);
          const made = apply(operation, values, operation.inputs.flatMap((index) => [integers.get(index) ?? []]).filter(({ length }) => length > 0), inputs.shape[0] ?? 1);
          return operation.relu ? made.relu() : made;
        });
        live.set(operation.outputs[0] ?? -1, result);
        for (const index of operation.inputs) {
          if (lastUses.get(index) !== step) continue;
          live.get(index)?.dispose();
          live.delete(index);
        }
      });
      return result;
    },
    dispose: () => tf.dispose([...new Set(constants.values())]),
  };
}

/** A 1 x 1 convolution is a matrix, here of inputs x outputs: the order in which the wasm backend is fast. */
function kernelMatrix(kernel: tf.Tensor, { shape }: GraphTensor): tf.Tensor {
  if (kernel.rank === 2) return kernel;
  const [outputs = 0, height, width, inputs = 0] = kernel.shape;
  if (height !== 1 || width !== 1) throw new Error(`Expected convolutions of one place, but got a kernel of ${shape.join(' x ')}. Use the face_blendshapes.tflite of face_landmarker.task.`);
  const matrix = tf.tidy(() => kernel.reshape([outputs, inputs]).transpose());
  kernel.dispose();
  return matrix;
}

/** @param integers the operands that are lists of whole numbers: axes, shapes, places */
function apply({ name, axis, openEnds }: Operation, values: readonly tf.Tensor[], integers: readonly (readonly number[])[], rows: number): tf.Tensor {
  const [a, b, c] = values as [tf.Tensor, tf.Tensor, tf.Tensor];
  const [first = [], second = []] = integers;
  switch (name) {
    case 'add': return a.add(b);
    case 'subtract': return a.sub(b);
    case 'multiply': return a.mul(b);
    case 'divide': return a.div(b);
    case 'negate': return a.neg();
    case 'sqrt': return a.sqrt();
    case 'rsqrt': return a.rsqrt();
    case 'squared-difference': return a.squaredDifference(b);
    case 'logistic': return a.sigmoid();
    case 'mean': return a.mean([...first], true);
    case 'sum': return a.sum([...first], true);
    case 'transpose': return a.transpose([...first]);
    case 'reshape': return a.reshape([rows, ...first.slice(1)]);
    case 'concatenate': return tf.concat(values.map((value) => (value.shape[0] === rows ? value : value.tile([rows, ...value.shape.slice(1).map(() => 1)]))), axis + (axis < 0 ? a.rank : 0));
    case 'slice': {
      const ends = a.shape.map((size, dimension) => (dimension === 0 || openEnds & (1 << dimension) ? size : second[dimension] ?? size));
      return a.slice([...first], ends.map((end, dimension) => end - (first[dimension] ?? 0)));
    }
    case 'convolve': return a.reshape([-1, a.shape.at(-1) ?? 1]).matMul(b as tf.Tensor2D).add(c).reshape([...a.shape.slice(0, -1), c.size]);
    case 'dequantize': return a;
  }
}
