import * as tf from '@tensorflow/tfjs';
import { createRandom, type Random } from './random.ts';
import { showProgress } from './progress.ts';
import { startTensorflow } from './tensorflow.ts';

/** Numbers of every row, one row after the other. */
export interface Column {
  readonly values: Float32Array;
  /** Of one row: [] for a single number, [52] for a vector, [48, 48, 1] for a picture. */
  readonly shape: readonly number[];
}

/** Rows that differ in length, or are kept in another way, and become a tensor only when they are asked for. */
export interface MadeColumn {
  readonly rows: number;
  /** @returns a tensor whose first dimension is the row, padded as the caller likes */
  make(indices: Int32Array): tf.Tensor;
}

/** Some rows of each column, as tensors whose first dimension is the row. */
export type Batch<Name extends string> = Readonly<Record<Name, tf.Tensor>>;

/** Some rows of each column that has values, in fresh memory that may be written to. */
export type Rows<Name extends string> = Readonly<Record<Name, Float32Array>>;

export interface TrainOptions<Name extends string> {
  /** What is trained, changed in place; the caller makes and disposes of them. */
  readonly variables: Readonly<Record<string, tf.Variable>>;
  readonly columns: Readonly<Record<Name, Column | MadeColumn>>;
  /** The loss of one batch, from plain operations on the variables; it runs inside a tidy. */
  readonly loss: (batch: Batch<Name>, random: Random) => tf.Scalar;
  /** How many rows a batch has; or parts the rows, which come in a new order in each epoch, into batches by itself. */
  readonly batchSize: number | ((order: Int32Array, random: Random) => readonly Int32Array[]);
  readonly epochs: number;
  /** Adam's step size at the beginning. */
  readonly rate: number;
  readonly seed: number;
  /** How the step size falls: along half a cosine to nothing (usual), or to a tenth after 60% and again after 85%. */
  readonly decay?: 'cosine' | 'steps' | 'none';
  /** Times the sum of squares of every variable with at least two dimensions, added to the loss. */
  readonly l2?: number;
  /** Changes the rows before they become tensors: noise, mirroring. @param indices which rows they are */
  readonly augment?: (rows: Rows<Name>, indices: Int32Array, random: Random) => void;
  /** After each epoch; may return an error on held-out rows (lower is better), by which the best epoch's variables are kept. */
  readonly onEpoch?: (epoch: Epoch) => number | void;
  /** Ends the training after so many epochs without a lower error. */
  readonly patience?: number;
  /** Named in the progress; none is shown when left out. */
  readonly title?: string;
}

export interface Epoch {
  /** From 1. */
  readonly epoch: number;
  /** Mean loss over the epoch's batches. */
  readonly loss: number;
}

export interface Trained {
  /** How many epochs ran. */
  readonly epochs: number;
  /** The epoch that the variables are from. */
  readonly best: number;
  /** Its error as onEpoch told it, or else its loss. */
  readonly error: number;
}

/**
 * Trains the variables by Adam on mini-batches, in an order given by the seed.
 *
 * Leaves no tensor behind. Without an error from onEpoch, the last epoch's variables stay.
 *
 * @throws {Error} when the columns differ in length, or the loss stops being a number
 */
export async function trainNet<Name extends string>(options: TrainOptions<Name>): Promise<Trained> {
  await startTensorflow();
  const { variables, columns, batchSize, epochs, rate, onEpoch, patience = Infinity } = options;
  const rows = countRows(columns);
  const random = createRandom(options.seed);
  const order = Int32Array.from({ length: rows }, (_, row) => row);
  const trained = Object.values(variables);
  const optimizer = tf.train.adam(rate);
  const progress = options.title === undefined ? undefined : showProgress(options.title, epochs);
  let best: Trained = { epochs: 0, best: 0, error: Infinity };
  let kept: Float32Array[] | undefined;
  let epoch = 0;
  try {
    while (epoch < epochs && epoch - best.best < patience) {
      random.shuffle(order);
      let sum = 0;
      const batches = typeof batchSize === 'number' ? partRows(order, batchSize) : batchSize(order, random);
      for (const [batch, indices] of batches.entries()) {
        setRate(optimizer, rateAt(rate, options.decay ?? 'cosine', (epoch + batch / batches.length) / epochs));
        const loss = stepOnce(optimizer, trained, indices, random, options);
        if (!Number.isFinite(loss)) throw new Error(`Expected the loss to stay a number, but it became ${loss} in epoch ${epoch + 1}. Lower the rate, or look for NaN in the data.`);
        sum += loss * indices.length;
      }
      epoch += 1;
      const loss = sum / rows;
      const error = onEpoch?.({ epoch, loss });
      if (typeof error !== 'number') best = { epochs: epoch, best: epoch, error: loss };
      else if (error < best.error) {
        best = { epochs: epoch, best: epoch, error };
        kept = trained.map((variable) => variable.dataSync<'float32'>().slice());
      }
      progress?.update(epoch, `loss ${loss.toFixed(4)}${typeof error === 'number' ? `, held-out ${error.toFixed(4)}` : ''}`);
      // Lets signals and other work in between epochs.
      await tf.nextFrame();
    }
    kept?.forEach((values, index) => tf.tidy(() => { trained[index]?.assign(tf.tensor(values, trained[index]?.shape)); }));
    return { ...best, epochs: epoch };
  } finally {
    progress?.stop();
    optimizer.dispose();
  }
}

function partRows(order: Int32Array, size: number): Int32Array[] {
  return Array.from({ length: Math.ceil(order.length / size) }, (_, i) => order.subarray(i * size, (i + 1) * size));
}

function countRows(columns: Readonly<Record<string, Column | MadeColumn>>): number {
  const counts = Object.entries(columns).map(([name, column]) => ({ name, rows: 'make' in column ? column.rows : column.values.length / sizeOf(column.shape) }));
  const rows = counts[0]?.rows ?? 0;
  const odd = counts.find((each) => each.rows !== rows || !Number.isInteger(each.rows) || each.rows === 0);
  if (counts.length === 0 || odd) throw new Error(`Expected columns of the same number of whole rows, but got ${counts.map((each) => `${each.rows} of "${each.name}"`).join(', ') || 'none'}.`);
  return rows;
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

function stepOnce<Name extends string>(optimizer: tf.AdamOptimizer, trained: tf.Variable[], indices: Int32Array, random: Random, { columns, augment, loss, l2 = 0 }: TrainOptions<Name>): number {
  const entries = Object.entries<Column | MadeColumn>(columns) as [Name, Column | MadeColumn][];
  const rows = Object.fromEntries(entries.flatMap(([name, column]) => ('make' in column ? [] : [[name, gather(column, indices)]]))) as Rows<Name>;
  augment?.(rows, indices, random);
  return tf.tidy(() => {
    const batch = Object.fromEntries(entries.map(([name, column]) => [name, 'make' in column ? column.make(indices) : tf.tensor(rows[name], [indices.length, ...column.shape])])) as Batch<Name>;
    const cost = optimizer.minimize(() => {
      const fit = loss(batch, random);
      if (l2 === 0) return fit;
      const squares = trained.filter(({ rank }) => rank > 1).map((variable): tf.Tensor => tf.sum(tf.square(variable)));
      return tf.add(fit, tf.mul(l2, tf.addN(squares))) as tf.Scalar;
    }, true, trained);
    return cost?.dataSync()[0] ?? Number.NaN;
  });
}

function gather({ values, shape }: Column, indices: Int32Array): Float32Array {
  const size = sizeOf(shape);
  const gathered = new Float32Array(indices.length * size);
  indices.forEach((row, position) => { gathered.set(values.subarray(row * size, (row + 1) * size), position * size); });
  return gathered;
}

/** @param done share of the training that is behind, in [0, 1) */
function rateAt(rate: number, decay: 'cosine' | 'steps' | 'none', done: number): number {
  if (decay === 'cosine') return (rate * (1 + Math.cos(Math.PI * done))) / 2;
  return decay === 'none' || done < 0.6 ? rate : done < 0.85 ? rate / 10 : rate / 100;
}

function setRate(optimizer: tf.AdamOptimizer, rate: number): void {
  // The type hides the field that the optimizer reads at every step.
  (optimizer as unknown as { learningRate: number }).learningRate = rate;
}
