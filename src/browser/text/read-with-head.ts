import { EKMAN } from './labels.ts';
import type { NgramHead } from './ngram-head.ts';
import { type Ngrams, ngramsOf } from './ngrams.ts';
import type { Scope } from './plain-scope.ts';
import type { Segment } from './segments.ts';
import type { Token } from './tokens.ts';
import type { KnownNgrams } from './vocabulary.ts';

/** What a head says of a stretch of text. */
export interface HeadReading {
  readonly ngrams: Ngrams;
  readonly found: KnownNgrams;
  /** One score for each label; empty where the head has none. */
  readonly labels: Float32Array;
  /** One score for each of EKMAN, before the softmax. */
  readonly ekman: Float32Array;
}

export function readWithHead(head: NgramHead, tokens: readonly Token[], scope: Scope, { first, last }: Pick<Segment, 'first' | 'last'>): HeadReading {
  const ngrams = ngramsOf(tokens.slice(first, last + 1), { sense: scope.sense.slice(first, last + 1) });
  const found = head.find(ngrams);
  const scores = head.score(found);
  const labels = head.columns - EKMAN.length;
  return { ngrams, found, labels: scores.subarray(0, labels), ekman: scores.subarray(labels) };
}
