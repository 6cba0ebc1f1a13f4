import { createPerceptron } from '../../nets/dense.ts';
import type { Net } from '../../nets/net-file.ts';
import { EMBEDDING } from '../encoder/embedding.ts';

/** Nets that differ only by where they began are asked together. */
export const MEANING_MEMBERS = 3;
export const MEANING_HIDDEN = 256;

/** Tells danger by what a sentence means: from its embedding of unit length (of Chinese, that of its glosses), the mean log odds of a few small nets, before any scale. */
export type MeaningReader = (embedding: Float32Array) => number;

/** @throws {AttuneError} `asset-wrong` when a tensor of `meaning/` is missing or of another shape */
export function meaningReader(net: Net): MeaningReader {
  const members = Array.from({ length: MEANING_MEMBERS }, (_, i) => createPerceptron(net, `meaning/member${i}`, [EMBEDDING, MEANING_HIDDEN, 1]));
  const input = new Float32Array(EMBEDDING);
  return (embedding) => {
    for (let i = 0; i < EMBEDDING; i += 1) input[i] = embedding[i]! * Math.sqrt(EMBEDDING);
    return members.reduce((sum, member) => sum + member.run(input)[0]!, 0) / MEANING_MEMBERS;
  };
}
