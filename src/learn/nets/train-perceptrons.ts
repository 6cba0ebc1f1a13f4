import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '../../browser/nets/net-file.ts';
import { createRandom } from '../random.ts';
import { trainNet } from '../train-net.ts';
import { constant, weights } from './initialise.ts';
import { dropout } from './loss.ts';
import { multiply } from './multiply.ts';

export interface PerceptronLesson {
  readonly inputs: Float32Array;
  /** [inputs, hidden, outputs] */
  readonly widths: readonly [number, number, number];
  readonly targets: Float32Array;
  /** Further numbers of each row that the loss asks for. */
  readonly extras: { readonly values: Float32Array; readonly width: number };
  /** @param outputs [rows, outputs] of the perceptron */
  readonly loss: (outputs: tf.Tensor2D, targets: tf.Tensor2D, extras: tf.Tensor2D) => tf.Scalar;
  /** Shares of the inputs and of the hidden units that are left out while learning. */
  readonly dropout: readonly [inputs: number, hidden: number];
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  readonly members: number;
  readonly seed: number;
  readonly title: string;
}

/**
 * Trains perceptrons of one hidden layer that differ only by where they began; their outputs are meant to be averaged.
 *
 * @returns tensors `member<i>/0/kernel` and so on, as `createPerceptron` reads them
 */
export async function trainPerceptrons({ inputs, widths, targets, extras, loss, dropout: [inputShare, hiddenShare], epochs, rate, l2, members, seed, title }: PerceptronLesson): Promise<Record<string, Tensor>> {
  const [width, hidden, outputs] = widths;
  const tensors: Record<string, Tensor> = {};
  for (let member = 0; member < members; member += 1) {
    const random = createRandom(seed + member);
    const variables = { first: weights(width, hidden, random, Math.SQRT2), firstBias: constant([hidden]), last: weights(hidden, outputs, random), lastBias: constant([outputs]) };
    // The outputs begin at nothing, so that what they are added to is learnt from where it stands.
    tf.tidy(() => { variables.last.assign(tf.zeros([hidden, outputs])); });
    await trainNet({
      variables, batchSize: 128, epochs, rate, l2, seed: seed + member, title: `${title}, ${member + 1} of ${members}`,
      columns: { x: { values: inputs, shape: [width] }, target: { values: targets, shape: [outputs] }, extra: { values: extras.values, shape: [extras.width] } },
      loss: ({ x, target, extra }, draw) => {
        const layer = tf.relu(tf.add(multiply(dropout(x as tf.Tensor2D, inputShare, draw), variables.first as unknown as tf.Tensor2D), variables.firstBias));
        const out = tf.add(multiply(dropout(layer as tf.Tensor2D, hiddenShare, draw), variables.last as unknown as tf.Tensor2D), variables.lastBias) as tf.Tensor2D;
        return loss(out, target as tf.Tensor2D, extra as tf.Tensor2D);
      },
    });
    const read = (variable: tf.Variable): Float32Array => variable.dataSync<'float32'>().slice();
    tensors[`member${member}/0/kernel`] = { shape: [width, hidden], values: read(variables.first) };
    tensors[`member${member}/0/bias`] = { shape: [hidden], values: read(variables.firstBias) };
    tensors[`member${member}/1/kernel`] = { shape: [hidden, outputs], values: read(variables.last) };
    tensors[`member${member}/1/bias`] = { shape: [outputs], values: read(variables.lastBias) };
    for (const variable of Object.values(variables)) variable.dispose();
  }
  return tensors;
}
