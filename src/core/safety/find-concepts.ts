import type { Concept, Lexicon } from './concepts.ts';

/** Where a concept is said in a sentence, in characters. */
export interface Mention {
  readonly start: number;
  readonly end: number;
}

/** Patterns of every concept, compiled once. */
export type Patterns = ReadonlyMap<Concept, RegExp>;

/** English words are whole, with or without an s; ` ~2 ` stands for up to two words between. */
export function wholeWords(alternatives: string): RegExp {
  return new RegExp(`(?<= )(?:${alternatives.replace(/ ~(\d) /g, ' (?:\\S+ ){0,$1}')})s?(?= )`, 'g');
}

export function compile(lexicon: Lexicon, pattern: (alternatives: string) => RegExp): Patterns {
  return new Map(Object.entries(lexicon).map(([concept, alternatives]) => [concept as Concept, pattern(alternatives)]));
}

/** Finds concepts in one sentence, each as often as it is asked for but looked for once. */
export function mentionsIn(sentence: string, patterns: Patterns): (concept: Concept) => readonly Mention[] {
  const found = new Map<Concept, readonly Mention[]>();
  return (concept) => {
    let mentions = found.get(concept);
    if (!mentions) {
      mentions = [...sentence.matchAll(patterns.get(concept)!)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
      found.set(concept, mentions);
    }
    return mentions;
  };
}

/** What lies between two mentions may be this long: words, of which two Chinese characters make one. */
const NEAR = 5;
/** No five words are longer than this. */
const FAR = 60;

/** What is said behind one of these is not what was said before it. */
const DENIES = /(?:^| )(?:not|dont|didnt|never|no|isnt|wasnt|arent|wont)(?: |$)|没(?!了)|不是|不会|不想|不打算|并非/;

function near(before: Mention, after: Mention, sentence: string): boolean {
  if (after.start < before.start || after.end <= before.end || after.start - before.end > FAR) return false;
  const between = sentence.slice(before.end, after.start);
  const han = between.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (DENIES.test(between)) return false;
  return (between.match(/[a-z0-9]+/g)?.length ?? 0) + 2 * (between.match(/,/g)?.length ?? 0) + han / 2 <= NEAR;
}

/** Where concepts come in this order, each near the one before: the mention of the first. */
export function findInOrder(concepts: readonly Concept[], sentence: string, mentions: (concept: Concept) => readonly Mention[]): readonly Mention[] {
  const [first, ...rest] = concepts;
  let ways = mentions(first!).map((mention) => ({ begun: mention, last: mention }));
  for (const concept of rest) {
    if (ways.length === 0) return [];
    const next = mentions(concept);
    let from = 0;
    ways = next.flatMap((mention) => {
      while (from < ways.length && mention.start - ways[from]!.last.end > FAR) from += 1;
      const way = firstNear(ways, from, mention, sentence);
      return way ? [{ begun: way.begun, last: mention }] : [];
    });
  }
  return ways.map(({ begun }) => begun);
}

function firstNear<T extends { readonly last: Mention }>(ways: readonly T[], from: number, mention: Mention, sentence: string): T | null {
  for (let i = from; i < ways.length && ways[i]!.last.start <= mention.start; i += 1) if (near(ways[i]!.last, mention, sentence)) return ways[i]!;
  return null;
}
