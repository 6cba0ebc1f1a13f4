import * as tf from '@tensorflow/tfjs';
import { FEATURES, HEAD } from '../../src/browser/face/expression-head.ts';
import { CELL_CHANNELS, CELLS } from '../../src/browser/face/oriented-edges.ts';
import type { Tensor } from '../../src/browser/nets/net-file.ts';
import { EMOTIONS } from '../../src/index.ts';
import { dropout } from '../../src/learn/nets/loss.ts';
import { constant, weights } from '../../src/learn/nets/initialise.ts';
import { multiply } from '../../src/learn/nets/multiply.ts';
import type { Random } from '../../src/learn/random.ts';

/** The head's variables, named as in its file. */
export type HeadVariables = Readonly<Record<string, tf.Variable>>;

const ROOT_TWO = Math.SQRT2;

/** Fresh variables. */
export function createHeadVariables(random: Random): HeadVariables {
  const sizes: Record<string, readonly [inputs: number, outputs: number]> = {
    edges: [9 * CELL_CHANNELS, HEAD.edges],
    quarters: [4 * HEAD.edges, HEAD.quarters],
    regions: [6 * HEAD.quarters, HEAD.regions],
    look: [6 * HEAD.regions, HEAD.look],
    'upper-look': [3 * HEAD.regions, HEAD.upperLook],
    shape: [FEATURES, HEAD.shape],
    'upper-shape': [FEATURES, HEAD.upperShape],
    whole: [HEAD.look + HEAD.shape, HEAD.whole],
    'whole-scores': [HEAD.whole, EMOTIONS.length],
    upper: [HEAD.upperLook + HEAD.upperShape, HEAD.upper],
    'upper-scores': [HEAD.upper, EMOTIONS.length],
  };
  return Object.fromEntries(Object.entries(sizes).flatMap(([name, [inputs, outputs]]) => [
    [`${name}/kernel`, weights(inputs, outputs, random, name.endsWith('scores') ? 1 : ROOT_TWO)],
    [`${name}/bias`, constant([outputs])],
  ]));
}

/** While training, shares of the numbers that are left out. */
export interface Dropout {
  readonly random: Random;
  readonly look: number;
  readonly shape: number;
  readonly hidden: number;
}

export interface HeadLogits {
  readonly whole: tf.Tensor2D;
  readonly upper: tf.Tensor2D;
}

/**
 * What createExpressionHead computes, for many faces at once. The wasm backend has no gradients for
 * convolutions, so each is slices, a concatenation and a product of matrices.
 *
 * @param cells [faces, CELLS x CELLS x CELL_CHANNELS]
 * @param features [faces, FEATURES], standardised
 * @param upperFeatures the same with 0 for the lower face
 */
export function runHead(v: HeadVariables, cells: tf.Tensor, features: tf.Tensor2D, upperFeatures: tf.Tensor2D, drop?: Dropout): HeadLogits {
  const faces = cells.shape[0] ?? 0;
  const halves = tf.reshape(cells, [faces * 2, CELLS / 2, CELLS, CELL_CHANNELS]);
  const padded = tf.pad(halves, [[0, 0], [1, 1], [1, 1], [0, 0]]);
  const near = Array.from({ length: 9 }, (_, i) => tf.slice(padded, [0, Math.floor(i / 3), i % 3, 0], [faces * 2, CELLS / 2, CELLS, CELL_CHANNELS]));
  const edges = dense(v, 'edges', tf.reshape(tf.concat(near, 3), [-1, 9 * CELL_CHANNELS]) as tf.Tensor2D);
  const quarters = dense(v, 'quarters', join(edges, [faces * 2, CELLS / 4, 2, CELLS / 2, 2, HEAD.edges]));
  const regions = dense(v, 'regions', join(quarters, [faces * 2, 1, CELLS / 4, 3, 2, HEAD.quarters]));
  const look = tf.reshape(regions, [faces, 6 * HEAD.regions]) as tf.Tensor2D;
  const left = <T extends tf.Tensor>(x: T, share: keyof Omit<Dropout, 'random'>): T => (drop ? dropout(x, drop[share], drop.random) : x);
  const seen = tf.concat([dense(v, 'look', left(look, 'look')), dense(v, 'shape', left(features, 'shape'))], 1) as tf.Tensor2D;
  const upperLook = tf.slice(look, [0, 0], [faces, 3 * HEAD.regions]) as tf.Tensor2D;
  const upperSeen = tf.concat([dense(v, 'upper-look', left(upperLook, 'look')), dense(v, 'upper-shape', left(upperFeatures, 'shape'))], 1) as tf.Tensor2D;
  return {
    whole: sums(v, 'whole-scores', dense(v, 'whole', left(seen, 'hidden'))),
    upper: sums(v, 'upper-scores', dense(v, 'upper', left(upperSeen, 'hidden'))),
  };
}

/** The variables as plain tensors. */
export function exportHead(variables: HeadVariables): Record<string, Tensor> {
  return Object.fromEntries(Object.entries(variables).map(([name, variable]) => [name, { shape: variable.shape, values: variable.dataSync<'float32'>().slice() }]));
}

/** Variables of plain tensors, such as a calibrated head's; what belongs to no layer is left out. */
export function importHead(tensors: Readonly<Record<string, Tensor>>): HeadVariables {
  const layers = Object.entries(tensors).filter(([name]) => /\/(kernel|bias)$/.test(name));
  return Object.fromEntries(layers.map(([name, { shape, values }]) => [name, tf.tidy(() => tf.variable(tf.tensor(values, [...shape])))]));
}

/** @param shape faces, rows, rows in one, columns, columns in one, channels */
function join(x: tf.Tensor, shape: [number, number, number, number, number, number]): tf.Tensor2D {
  const [, , high, , wide, channels] = shape;
  return tf.reshape(tf.transpose(tf.reshape(x, shape), [0, 1, 3, 2, 4, 5]), [-1, high * wide * channels]) as tf.Tensor2D;
}

function sums(v: HeadVariables, name: string, x: tf.Tensor2D): tf.Tensor2D {
  return tf.add(multiply(x, v[`${name}/kernel`] as unknown as tf.Tensor2D), v[`${name}/bias`]!);
}

function dense(v: HeadVariables, name: string, x: tf.Tensor2D): tf.Tensor2D {
  return tf.relu(sums(v, name, x));
}
