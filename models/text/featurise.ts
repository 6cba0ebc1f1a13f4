import type { Language } from '../../src/index.ts';
import { cleanCharacters } from '../../src/browser/text/clean-characters.ts';
import { hashWord, type Ngrams, ngramsOf } from '../../src/browser/text/ngrams.ts';
import { WORD_BITS } from '../../src/browser/text/ngram-head.ts';
import { scopeOf } from '../../src/browser/text/scope.ts';
import { tokenise } from '../../src/browser/text/tokens.ts';

/** What a head learns a text by: the n-grams that it is read by, and the words in it. */
export interface Featured {
  readonly ngrams: Ngrams;
  /** As {@link import('../../src/browser/text/ngram-head.ts').NgramHead.knows} looks them up. */
  readonly words: readonly number[];
}

export function featurise(text: string, language: Language): Featured {
  const tokens = tokenise(cleanCharacters(text));
  return {
    ngrams: ngramsOf(tokens, scopeOf(tokens, language)),
    words: tokens.filter(({ kind }) => kind === 'word' || kind === 'han').map(({ form }) => hashWord(form) % 2 ** WORD_BITS),
  };
}
