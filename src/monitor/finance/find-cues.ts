import * as english from './cues-en.ts';
import * as chinese from './cues-zh.ts';
import { createPhrases, type PhraseNode, type Tag } from './phrases.ts';
import type { FinanceToken } from './tokens.ts';

export type FinanceLanguage = 'en' | 'zh';

/** A phrase of the lists in a text, by the first and the last of its tokens. */
export interface Cue {
  readonly tags: readonly Tag[];
  readonly first: number;
  readonly last: number;
}

const PHRASES: Readonly<Record<FinanceLanguage, PhraseNode>> = {
  en: createPhrases(english, (phrase) => phrase.toLowerCase().replaceAll('%', '<percent>').split(/[\s-]+/).filter((token) => token !== '')),
  zh: createPhrases(chinese, (phrase) => [...phrase]),
};

/** Finds the phrases of a text from left to right, the longest where several begin; none overlap. */
export function findCues(tokens: readonly FinanceToken[], language: FinanceLanguage): Cue[] {
  const cues: Cue[] = [];
  const root = PHRASES[language];
  for (let first = 0; first < tokens.length; first += 1) {
    let node = root.next.get(tokens[first]!.form);
    let [tags, last] = [node?.tags ?? null, first];
    for (let at = first + 1; node && at < tokens.length; at += 1) {
      node = node.next.get(tokens[at]!.form);
      if (node?.tags) [tags, last] = [node.tags, at];
    }
    if (!tags) continue;
    cues.push({ tags, first, last });
    first = last;
  }
  return cues;
}
