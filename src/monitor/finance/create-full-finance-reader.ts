import { createPerceptron } from '../../browser/nets/dense.ts';
import type { Net } from '../../browser/nets/net-file.ts';
import { EMBEDDING } from '../../browser/text/encoder/embedding.ts';
import { type About, createScorer, type FinanceReading, netOf, readingOf } from './create-finance-reader.ts';
import type { FinanceLanguage } from './find-cues.ts';
import { FINANCE_CLASSES, softmax } from './finance-head.ts';

/** Nets that differ only by where they began are asked together. */
export const FULL_MEMBERS = 3;
export const FULL_HIDDEN = 48;

export interface FullSettings {
  /** How much the logarithms of the odds of the light size, and those by the embedding, count. */
  readonly light: number;
  readonly meaning: number;
}

export interface FullFinanceReader {
  /**
   * @param about as {@link FinanceReader.read}
   * @param embedding of the text as the house's sentence encoder gives it, 512 numbers of unit length. It tells of the text as a whole, so give null where others
   *   are named in it, too; that, and Chinese, are read as the light size does
   */
  read(text: string, language: FinanceLanguage, about: About | null, embedding: Float32Array | null): FinanceReading;
}

/**
 * The full reader: what the light one finds, and what the sentence means by its embedding.
 *
 * @param weights the text of models/finance/net.json, or what JSON.parse makes of it
 * @throws {AttuneError} `asset-wrong` when the weights are not models/finance's
 */
export function createFullFinanceReader(weights: unknown): FullFinanceReader {
  const net = netOf(weights);
  const { score } = createScorer(net);
  const meaningOf = createMeaning(net);
  const { light, meaning } = (net.settings as { readonly full: FullSettings }).full;
  return {
    read(text, language, about, embedding) {
      const scores = score(text, language, about);
      if (!embedding || language !== 'en') return readingOf(softmax(scores));
      const told = meaningOf(embedding);
      return readingOf(softmax(scores.map((each, c) => light * each + meaning * told[c]!)));
    },
  };
}

/** What a sentence's embedding adds to the scores: the mean of a few small nets. */
function createMeaning(net: Net): (embedding: Float32Array) => Float64Array {
  const columns = FINANCE_CLASSES.length;
  const members = Array.from({ length: FULL_MEMBERS }, (_, i) => createPerceptron(net, `full/member${i}`, [EMBEDDING, FULL_HIDDEN, columns]));
  const input = new Float32Array(EMBEDDING);
  return (embedding) => {
    for (let i = 0; i < EMBEDDING; i += 1) input[i] = embedding[i]! * Math.sqrt(EMBEDDING);
    const added = new Float64Array(columns);
    for (const member of members) member.run(input).forEach((value, c) => { added[c]! += value / FULL_MEMBERS; });
    return added;
  };
}
