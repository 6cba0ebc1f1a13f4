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
  /** One for each column, before any link. */
  readonly scores: Float32Array;
}

export function readWithHead(head: NgramHead, tokens: readonly Token[], scope: Scope, { first, last }: Pick<Segment, 'first' | 'last'>): HeadReading {
  const ngrams = ngramsOf(tokens.slice(first, last + 1), { sense: scope.sense.slice(first, last + 1) });
  const found = head.find(ngrams);
  return { ngrams, found, scores: head.score(found) };
}
