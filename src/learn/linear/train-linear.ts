import { showProgress } from '../progress.ts';
import { createRandom } from '../random.ts';

/** The features of one item that are not zero. */
export interface SparseRow {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** Columns that are learnt together: each a probability of its own, all of them one distribution, or numbers as they are. */
export interface Block {
  readonly from: number;
  readonly to: number;
  readonly link: 'sigmoid' | 'softmax' | 'identity';
}

export interface LinearOptions {
  readonly rows: readonly SparseRow[];
  /** How many features there are. */
  readonly features: number;
  readonly columns: number;
  readonly blocks: readonly Block[];
  /** A row of `columns` probabilities, or numbers, for each item. */
  readonly targets: Float32Array;
  /** How much each item counts in each block; 0 leaves it out. Item by item; all 1 when left out. */
  readonly worth?: Float32Array;
  readonly epochs: number;
  /** AdaGrad's step size; falls linearly, epoch by epoch. */
  readonly rate: number;
  readonly seed: number;
  readonly title?: string;
}

/** Scores of an item are `bias` and, for each of its features, its value times a row of `weights`. */
export interface Linear {
  /** [features, columns] */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/**
 * Logistic (or linear, least squares) regression on sparse features by AdaGrad (Duchi et al. 2011), one item at a time, with one step size for all weights
 * of a feature: rare features, which carry most of what words say, move in larger steps.
 */
export function trainLinear({ rows, features, columns, blocks, targets, worth, epochs, rate, seed, title }: LinearOptions): Linear {
  const weights = new Float32Array(features * columns);
  const bias = startingBias(targets, columns, rows.length, blocks);
  const squares = new Float32Array(features).fill(1e-8);
  const biasSquares = new Float32Array(columns).fill(1e-8);
  const order = Int32Array.from({ length: rows.length }, (_, row) => row);
  const gradient = new Float32Array(columns);
  const random = createRandom(seed);
  const progress = title === undefined ? undefined : showProgress(title, epochs);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const step = rate * (1 - epoch / epochs);
    for (const row of random.shuffle(order)) {
      scoreRow(rows[row]!, { weights, bias }, gradient);
      blocks.forEach((block, b) => toGradient(gradient, block, targets, row * columns, worth ? worth[row * blocks.length + b]! : 1));
      let size = 0;
      for (let c = 0; c < columns; c += 1) size += gradient[c]! ** 2;
      if (size === 0) continue;
      const { ids, values } = rows[row]!;
      for (let k = 0; k < ids.length; k += 1) {
        const [id, value] = [ids[k]!, values[k]!];
        squares[id] = squares[id]! + size * value * value;
        const move = (step * value) / Math.sqrt(squares[id]!);
        for (let c = 0, at = id * columns; c < columns; c += 1, at += 1) weights[at] = weights[at]! - move * gradient[c]!;
      }
      for (let c = 0; c < columns; c += 1) {
        biasSquares[c] = biasSquares[c]! + gradient[c]! ** 2;
        bias[c] = bias[c]! - (0.1 * step * gradient[c]!) / Math.sqrt(biasSquares[c]!);
      }
    }
    progress?.update(epoch + 1);
  }
  progress?.stop();
  return { weights, bias };
}

/** Scores of one item, before any link. */
export function scoreRow({ ids, values }: SparseRow, { weights, bias }: Linear, scores: Float32Array): Float32Array {
  scores.set(bias);
  const columns = bias.length;
  for (let k = 0; k < ids.length; k += 1) {
    const value = values[k]!;
    for (let c = 0, at = ids[k]! * columns; c < columns; c += 1, at += 1) scores[c] = scores[c]! + weights[at]! * value;
  }
  return scores;
}

/** Turns the scores of a block into its probabilities, in place. */
export function linkBlock(scores: Float32Array, { from, to, link }: Block): void {
  if (link === 'identity') return;
  if (link === 'sigmoid') {
    for (let c = from; c < to; c += 1) scores[c] = 1 / (1 + Math.exp(-scores[c]!));
    return;
  }
  let highest = -Infinity;
  for (let c = from; c < to; c += 1) highest = Math.max(highest, scores[c]!);
  let sum = 0;
  for (let c = from; c < to; c += 1) {
    scores[c] = Math.exp(scores[c]! - highest);
    sum += scores[c]!;
  }
  for (let c = from; c < to; c += 1) scores[c] = scores[c]! / sum;
}

/** The gradient of the cross-entropy, or of half the squared error, by the scores, in their place. */
function toGradient(scores: Float32Array, block: Block, targets: Float32Array, at: number, worth: number): void {
  if (worth === 0) {
    scores.fill(0, block.from, block.to);
    return;
  }
  linkBlock(scores, block);
  for (let c = block.from; c < block.to; c += 1) scores[c] = worth * (scores[c]! - targets[at + c]!);
}

function startingBias(targets: Float32Array, columns: number, rows: number, blocks: readonly Block[]): Float32Array {
  const means = new Float32Array(columns);
  for (let at = 0; at < targets.length; at += 1) means[at % columns] = means[at % columns]! + targets[at]! / rows;
  const bias = means.slice();
  for (const { from, to, link } of blocks) {
    if (link === 'identity') continue;
    for (let c = from; c < to; c += 1) bias[c] = Math.log(Math.max(means[c]!, 1e-6)) - (link === 'sigmoid' ? Math.log(Math.max(1 - means[c]!, 1e-6)) : 0);
  }
  return bias;
}
