import { createDenseLayer, createPerceptron } from '../../nets/dense.ts';
import { type Net, tensorOf } from '../../nets/net-file.ts';
import { EMBEDDING, type Meaning, PIECE } from './embedding.ts';

/** How large a net on meanings is. */
export interface MeaningSizes {
  /** What is looked for in every piece. */
  readonly traits: number;
  /** Hidden units of what is found, together with the whole. */
  readonly hidden: number;
  readonly outputs: number;
}

/** What brings the numbers of an embedding to about 1. */
export const MEANING_SCALE = Math.sqrt(EMBEDDING);

/** Log odds by what a message means (of Chinese, what its glosses mean), in a buffer that the next run writes again. */
export type MeaningNet = (meaning: Meaning) => Float32Array;

/**
 * Makes a net of the tensors `NAME/piece/...` and `NAME/all/...`: how strongly each trait is in that piece where it is strongest, then a perceptron on the embedding and
 * on these.
 *
 * @throws {AttuneError} `asset-wrong` when one is missing or of another shape
 */
export function createMeaningNet(net: Net, name: string, { traits, hidden, outputs }: MeaningSizes): MeaningNet {
  const traitsOf = createDenseLayer(tensorOf(net, `${name}/piece/kernel`, [PIECE, traits]), tensorOf(net, `${name}/piece/bias`, [traits]), true);
  const perceptron = createPerceptron(net, `${name}/all`, [EMBEDDING + traits, hidden, outputs]);
  const input = new Float32Array(EMBEDDING + traits);
  const found = new Float32Array(traits);
  const strongest = input.subarray(EMBEDDING);
  return ({ embedding, pieces }) => {
    for (let i = 0; i < EMBEDDING; i += 1) input[i] = embedding[i]! * MEANING_SCALE;
    strongest.fill(0);
    for (let at = 0; at < pieces.length; at += PIECE) {
      traitsOf.run(pieces.subarray(at, at + PIECE), found);
      for (let k = 0; k < traits; k += 1) strongest[k] = Math.max(strongest[k]!, found[k]!);
    }
    return perceptron.run(input);
  };
}
