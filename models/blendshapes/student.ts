import * as tf from '@tensorflow/tfjs';
import { ALIGNED_LENGTH, alignPoints } from '../../src/browser/face/blendshape-points.ts';
import { roundToHalves } from '../../src/browser/nets/half.ts';
import type { Net, Tensor } from '../../src/browser/nets/net-file.ts';
import { BLENDSHAPES } from '../../src/index.ts';
import { constant, weights } from '../../src/learn/nets/initialise.ts';
import { multiply } from '../../src/learn/nets/multiply.ts';
import { createRandom, type Random } from '../../src/learn/random.ts';
import { startTensorflow } from '../../src/learn/tensorflow.ts';
import { trainNet } from '../../src/learn/train-net.ts';
import { POINTS } from './frontal-faces.ts';
import type { ScoredFaces } from './made-faces.ts';

export interface StudentOptions {
  /** How many numbers the linear layer before the hidden ones keeps of a face. */
  readonly projection: number;
  /** Sizes of the hidden layers. */
  readonly hidden: readonly number[];
  readonly epochs: number;
  readonly batchSize: number;
  /** Adam's step size at the beginning. */
  readonly rate: number;
  readonly seed: number;
}

const SHAPES = BLENDSHAPES.length;
/** Shapes that vary less than this count as if they varied so much, or their noise would be learnt. */
const LEAST_SPREAD = 0.03;
/** Keeps the scale of a number that hardly varies from growing without bound. */
const LEAST_DEVIATION = 1e-3;

/** Trains the layers that src/browser/face/blendshapes.ts runs. */
export async function trainStudent({ points, scores }: ScoredFaces, { projection, hidden, ...options }: StudentOptions): Promise<Net> {
  await startTensorflow();
  const aligned = alignAll(points);
  const { centre, scale } = standardise(aligned);
  const random = createRandom(options.seed);
  const narrow = dense(ALIGNED_LENGTH, projection, random, false);
  const layers = [...hidden, SHAPES].map((outputs, i) => dense(i === 0 ? projection : hidden[i - 1] ?? 0, outputs, random, i < hidden.length));
  const named = (name: string, { kernel, bias }: Dense): [string, tf.Variable][] => [[`${name}/kernel`, kernel], [`${name}/bias`, bias]];
  const variables = Object.fromEntries([...named('projection/0', narrow), ...layers.flatMap((layer, i) => named(`student/${i}`, layer))]);
  const worth = tf.tensor1d(shapeWeights(scores));
  await trainNet({
    ...options,
    title: 'Student',
    variables,
    columns: { input: { values: aligned, shape: [ALIGNED_LENGTH] }, target: { values: scores, shape: [SHAPES] } },
    loss: ({ input, target }) => weightedCrossEntropy(studentLogits(input as tf.Tensor2D, variables), target as tf.Tensor2D, worth),
  });
  worth.dispose();
  const tensors: [string, Tensor][] = Object.entries(variables).map(([name, variable]) => [name, { shape: variable.shape, values: variable.dataSync<'float32'>().slice() }]);
  tf.dispose(variables);
  const row = { shape: [ALIGNED_LENGTH] };
  return { model: 'blendshapes', settings: { projection, hidden }, tensors: { centre: { ...row, values: centre }, scale: { ...row, values: scale }, ...Object.fromEntries(tensors) } };
}

/**
 * The student as TensorFlow.js computes it.
 *
 * @param input standardised rows, [faces, ALIGNED_LENGTH]
 * @param tensors kernels and biases under the names that they have in a net
 * @returns logits of the scores, [faces, 52]
 */
export function studentLogits(input: tf.Tensor2D, tensors: Readonly<Record<string, tf.Tensor>>): tf.Tensor2D {
  const sums = (values: tf.Tensor2D, layer: string): tf.Tensor2D => tf.add(multiply(values, tensors[`${layer}/kernel`] as tf.Tensor2D), tensors[`${layer}/bias`] as tf.Tensor1D);
  let values = sums(sums(input, 'projection/0'), 'student/0');
  for (let layer = 1; tensors[`student/${layer}/kernel`]; layer += 1) values = sums(tf.relu(values), `student/${layer}`);
  return values;
}

interface Dense {
  readonly kernel: tf.Variable;
  readonly bias: tf.Variable;
}

function dense(inputs: number, outputs: number, random: Random, rectified: boolean): Dense {
  return { kernel: weights(inputs, outputs, random, rectified ? Math.SQRT2 : 1), bias: constant([outputs]) };
}

/** The student's input for each face, before it is standardised. */
export function alignAll(points: Float32Array): Float32Array {
  const faces = points.length / (POINTS * 2);
  const aligned = new Float32Array(faces * ALIGNED_LENGTH);
  for (let face = 0; face < faces; face += 1) {
    alignPoints(points.subarray(face * POINTS * 2, (face + 1) * POINTS * 2), aligned.subarray(face * ALIGNED_LENGTH, (face + 1) * ALIGNED_LENGTH));
  }
  return aligned;
}

/** Brings every column to mean 0 and deviation 1, in place, by numbers that 16 bits hold exactly. */
function standardise(rows: Float32Array): { centre: Float32Array; scale: Float32Array } {
  const count = rows.length / ALIGNED_LENGTH;
  const [sums, squares] = [new Float64Array(ALIGNED_LENGTH), new Float64Array(ALIGNED_LENGTH)];
  const eachColumn = (visit: (at: number, column: number) => void): void => {
    for (let at = 0; at < rows.length; at += 1) visit(at, at % ALIGNED_LENGTH);
  };
  eachColumn((at, column) => { sums[column]! += rows[at]! / count; });
  const centre = roundToHalves(Float32Array.from(sums));
  eachColumn((at, column) => { squares[column]! += (rows[at]! - centre[column]!) ** 2 / count; });
  const scale = roundToHalves(Float32Array.from(squares, (square) => 1 / (Math.sqrt(square) + LEAST_DEVIATION)));
  eachColumn((at, column) => { rows[at] = (rows[at]! - centre[column]!) * scale[column]!; });
  return { centre, scale };
}

/** Shapes that vary little count as much as those that vary a lot; 1 on average. */
function shapeWeights(scores: Float32Array): Float32Array {
  const count = scores.length / SHAPES;
  const weight = Float32Array.from({ length: SHAPES }, (_, shape) => {
    let [sum, squares] = [0, 0];
    for (let face = 0; face < count; face += 1) {
      const score = scores[face * SHAPES + shape]!;
      sum += score / count;
      squares += score ** 2 / count;
    }
    return 1 / Math.max(LEAST_SPREAD, Math.sqrt(Math.max(0, squares - sum ** 2)));
  });
  const total = weight.reduce((sum, value) => sum + value, 0);
  return weight.map((value) => (value * SHAPES) / total);
}

/**
 * Cross-entropy of each score with its own target in [0, 1]. Its gradient is written out, because the
 * wasm backend lacks some of the steps by which TensorFlow.js would find it.
 */
function weightedCrossEntropy(logits: tf.Tensor2D, targets: tf.Tensor2D, worth: tf.Tensor1D): tf.Scalar {
  const cost = tf.customGrad((given, save) => {
    const z = given as tf.Tensor2D;
    const wrong = tf.mul(tf.sub(tf.sigmoid(z), targets), tf.div(worth, z.size)) as tf.Tensor2D;
    (save as tf.GradSaveFunc)([wrong]);
    const each = tf.add(tf.sub(tf.relu(z), tf.mul(z, targets)), tf.log(tf.add(1, tf.exp(tf.neg(tf.abs(z))))));
    return {
      value: tf.mean(tf.mul(each, worth)) as tf.Scalar,
      gradFunc: (above: tf.Tensor, [kept]: tf.Tensor[]) => tf.mul(above, kept as tf.Tensor),
    };
  });
  return cost(logits) as tf.Scalar;
}
