import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '../../browser/nets/net-file.ts';
import { EMBEDDING, type Meaning, PIECE } from '../../browser/text/encoder/embedding.ts';
import { MEANING_SCALE, type MeaningSizes } from '../../browser/text/encoder/meaning-net.ts';
import { createRandom, type Random } from '../random.ts';
import { startTensorflow } from '../tensorflow.ts';
import { type MadeColumn, trainNet } from '../train-net.ts';
import { constant, weights } from './initialise.ts';
import { dropout } from './loss.ts';
import { maxPool } from './max-pool.ts';
import { multiply, multiplyGiven } from './multiply.ts';

/** A meaning whose pieces' numbers are kept as bytes: {@link PIECE_STEPS} for each 1. */
export interface StoredMeaning {
  readonly embedding: Float32Array;
  readonly pieces: Int8Array;
}

/** With mean 0 and variance 1, hardly a number lies beyond 5. */
export const PIECE_STEPS = 24;

export interface MeaningLesson {
  readonly meanings: readonly StoredMeaning[];
  /** How true each output is of each, in [0, 1], row after row. */
  readonly targets: Float32Array;
  /** How much each counts. */
  readonly worth: Float32Array;
  readonly sizes: MeaningSizes;
  readonly epochs: number;
  /** Nets of other seeds begin with other weights. */
  readonly seed: number;
  /** What the tensors' names begin with. */
  readonly name: string;
  readonly title: string;
}

const RATE = 0.001;
/** Shares that are left out while learning: of pieces, of the embedding's numbers, of traits and of hidden units. */
const DROPOUT = { pieces: 0.1, embedding: 0.1, traits: 0.25, hidden: 0.5 } as const;
/** Pieces of a batch, those that fill shorter lines up counted; and lines among which those of like length are put together. */
const [BATCH, NEAR] = [6000, 8192] as const;
/** How strong a trait is where no piece was left. */
const NOWHERE = -1e4;

/** As a head reads it. */
export function toMeaning({ embedding, pieces }: StoredMeaning): Meaning {
  return { embedding, pieces: Float32Array.from(pieces, (steps) => steps / PIECE_STEPS) };
}

/** Trains a net on meanings, of which each output is true or not by itself. @returns its tensors, as `createMeaningNet` reads them */
export async function trainMeaningNet({ meanings, targets, worth, sizes: { traits, hidden, outputs }, epochs, seed, name, title }: MeaningLesson): Promise<Record<string, Tensor>> {
  await startTensorflow();
  const random = createRandom(seed);
  const variables = {
    piece: weights(PIECE, traits, random), pieceBias: constant([traits]),
    all: weights(EMBEDDING + traits, hidden, random, Math.SQRT2), allBias: constant([hidden]),
    last: weights(hidden, outputs, random), lastBias: constant([outputs]),
  };
  const embeddings = new Float32Array(meanings.length * EMBEDDING);
  meanings.forEach(({ embedding }, row) => embeddings.set(embedding.map((value) => value * MEANING_SCALE), row * EMBEDDING));
  await trainNet({
    variables, batchSize: (order, draw) => alikeBatches(meanings, order, draw), epochs, rate: RATE, seed, title,
    columns: {
      pieces: piecesOf(meanings), count: { values: Float32Array.from(meanings, ({ pieces }) => pieces.length / PIECE), shape: [] }, embedding: { values: embeddings, shape: [EMBEDDING] },
      target: { values: targets, shape: [outputs] }, worth: { values: worth, shape: [1] },
    },
    loss: ({ pieces, count, embedding, target, worth: counts }, draw) => {
      const found = strongest(pieces as tf.Tensor3D, count as tf.Tensor1D, variables, draw);
      const whole = tf.concat([dropout(embedding as tf.Tensor2D, DROPOUT.embedding, draw), dropout(found, DROPOUT.traits, draw)], 1);
      const units = tf.relu(tf.add(multiply(whole, variables.all as unknown as tf.Tensor2D), variables.allBias)) as tf.Tensor2D;
      const odds = tf.add(multiply(dropout(units, DROPOUT.hidden, draw), variables.last as unknown as tf.Tensor2D), variables.lastBias) as tf.Tensor2D;
      return tf.mean(tf.mul(counts, logisticLoss(odds, target as tf.Tensor2D))) as tf.Scalar;
    },
  });
  const read = (variable: tf.Variable, as: 'byte' | 'half'): Tensor => ({ shape: [...variable.shape], values: variable.dataSync<'float32'>().slice(), as });
  const tensors = {
    [`${name}/piece/kernel`]: read(variables.piece, 'byte'), [`${name}/piece/bias`]: read(variables.pieceBias, 'half'),
    [`${name}/all/0/kernel`]: read(variables.all, 'byte'), [`${name}/all/0/bias`]: read(variables.allBias, 'half'),
    [`${name}/all/1/kernel`]: read(variables.last, 'half'), [`${name}/all/1/bias`]: read(variables.lastBias, 'half'),
  };
  for (const variable of Object.values(variables)) variable.dispose();
  return tensors;
}

/** How strongly each trait is in that piece of a line where it is strongest, of those that are not left out: [lines, traits]. */
function strongest(pieces: tf.Tensor3D, counts: tf.Tensor1D, { piece, pieceBias }: Readonly<Record<'piece' | 'pieceBias', tf.Variable>>, draw: Random): tf.Tensor2D {
  const [lines, longest] = pieces.shape;
  const counted = new Uint8Array(lines * longest);
  counts.dataSync().forEach((count, line) => {
    for (let i = 0; i < count; i += 1) if (draw.uniform() >= DROPOUT.pieces) counted[line * longest + i] = 1;
  });
  const found = multiplyGiven(tf.reshape(pieces, [lines * longest, PIECE]), piece as unknown as tf.Tensor2D);
  return tf.relu(tf.add(maxPool(found, counted, longest, NOWHERE), pieceBias)) as tf.Tensor2D;
}

/** Batches of lines of like length, so that little is filled up; in any order. */
function alikeBatches(meanings: readonly StoredMeaning[], order: Int32Array, random: Random): Int32Array[] {
  const batches: Int32Array[] = [];
  for (let from = 0; from < order.length; from += NEAR) {
    const near = order.slice(from, from + NEAR).sort((a, b) => countOf(meanings[a]!) - countOf(meanings[b]!));
    for (let at = 0; at < near.length;) {
      let to = at + 1;
      while (to < near.length && (to + 1 - at) * countOf(meanings[near[to]!]!) <= BATCH) to += 1;
      batches.push(near.subarray(at, to));
      at = to;
    }
  }
  return Array.from(random.shuffle(Int32Array.from(batches.keys())), (batch) => batches[batch]!);
}

function countOf({ pieces }: StoredMeaning): number {
  return Math.max(1, pieces.length / PIECE);
}

/** [lines, pieces of the longest of them, numbers of a piece] */
function piecesOf(meanings: readonly StoredMeaning[]): MadeColumn {
  return {
    rows: meanings.length,
    make(indices) {
      const longest = longestOf(meanings, indices);
      const values = new Float32Array(indices.length * longest * PIECE);
      indices.forEach((index, row) => {
        const { pieces } = meanings[index]!;
        const start = row * longest * PIECE;
        for (let i = 0; i < pieces.length; i += 1) values[start + i] = pieces[i]! / PIECE_STEPS;
      });
      return tf.tensor(values, [indices.length, longest, PIECE]);
    },
  };
}

function longestOf(meanings: readonly StoredMeaning[], indices: Int32Array): number {
  return indices.reduce((most, index) => Math.max(most, countOf(meanings[index]!)), 1);
}

/** Cross-entropy of log odds against shares, of any size without overflow. */
function logisticLoss(odds: tf.Tensor2D, shares: tf.Tensor2D): tf.Tensor2D {
  return tf.add(tf.sub(tf.relu(odds), tf.mul(shares, odds)), tf.log1p(tf.exp(tf.neg(tf.abs(odds)))));
}
