import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Tensor } from '../../src/browser/nets/net-file.ts';
import { hashWord } from '../../src/browser/text/ngrams.ts';
import { WORD_BITS } from '../../src/browser/text/ngram-head.ts';

/** The words of VADER's lexicon (Hutto and Gilbert 2014) with their mean ratings from -4 to 4, as the package vader-sentiment carries it. */
export function vaderTensors(): Record<string, Tensor> {
  const folder = dirname(createRequire(import.meta.url).resolve('vader-sentiment/package.json'));
  const rows = readFileSync(join(folder, 'vader_lexicon.txt'), 'utf8').split('\n').map((line) => line.split('\t'));
  const ratings = new Map(rows.filter(([word = '']) => /^[a-z][a-z'-]+$/.test(word)).map(([word, rating]) => [hashWord(word!) % 2 ** WORD_BITS, Number(rating)]));
  const sorted = [...ratings].sort(([a], [b]) => a - b);
  return {
    'valence/words': { shape: [sorted.length], values: Float32Array.from(sorted, ([word]) => word), as: 'whole' },
    'valence/ratings': { shape: [sorted.length, 1], values: Float32Array.from(sorted, ([, rating]) => rating), as: 'byte' },
  };
}
