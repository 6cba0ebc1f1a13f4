import { createPerceptron } from '../nets/dense.ts';
import type { Net } from '../nets/net-file.ts';
import { EKMAN, TEXT_LABELS } from './labels.ts';

/** How many numbers the sentence encoder gives for a text. */
export const EMBEDDING_WIDTH = 512;
const SCORES = TEXT_LABELS.length + EKMAN.length;
export const FULL_INPUTS = EMBEDDING_WIDTH + SCORES;

/** Brings embeddings, of length 1, and the scores of the light head to about the same spread. */
export function writeInputs(embedding: ArrayLike<number>, scores: ArrayLike<number>, into: Float32Array): void {
  const stretch = Math.sqrt(EMBEDDING_WIDTH);
  for (let i = 0; i < EMBEDDING_WIDTH; i += 1) into[i] = stretch * embedding[i]!;
  for (let c = 0; c < SCORES; c += 1) into[EMBEDDING_WIDTH + c] = (scores[c]! + 3) / 2;
}

interface FullSettings {
  readonly members: number;
  readonly hidden: number;
  /** How much of what the members add is added. */
  readonly share: number;
}

/** What the embedding of a text adds to the light head's scores of it. @param doubt share of that which is left out, in [0, 1] */
export type FullHead = (embedding: ArrayLike<number>, scores: Float32Array, doubt: number) => Float32Array;

/**
 * Perceptrons that see the embedding of a text and the light head's scores, and tell what to add to these. A last shift of each label
 * gives its probabilities the mean that they should have.
 *
 * @throws {AttuneError} `asset-wrong` when a tensor is missing or of another shape
 */
export function createFullHead(net: Net): FullHead {
  const { members, hidden, share } = net.settings as unknown as FullSettings;
  const shifts = net.settings['shifts'] as readonly number[];
  const perceptrons = Array.from({ length: members }, (_, i) => createPerceptron(net, `member${i}`, [FULL_INPUTS, hidden, SCORES]));
  const inputs = new Float32Array(FULL_INPUTS);
  return (embedding, scores, doubt) => {
    writeInputs(embedding, scores, inputs);
    const full = scores.slice();
    for (const perceptron of perceptrons) perceptron.run(inputs).forEach((added, c) => { full[c] = full[c]! + ((1 - doubt) * share * added) / members; });
    shifts.forEach((shift, c) => { full[c] = full[c]! + shift; });
    return full;
  };
}
