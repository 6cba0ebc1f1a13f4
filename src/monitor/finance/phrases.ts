/** What one phrase may say of a text. */
export type Tag =
  | { readonly kind: 'measure'; readonly good: -1 | 0 | 1; readonly group: string }
  /** `side`: where its measure stands, of a verb of its own before it, of a word ("higher") behind it, of a deed ("cuts") behind it. */
  | { readonly kind: 'move'; readonly way: -1 | 1; readonly side: 'self' | 'word' | 'deed'; /** Better or worse, whatever it is of. */ readonly absolute?: true }
  | { readonly kind: 'event'; readonly good: -1 | 1; readonly group: string }
  | { readonly kind: 'fact'; readonly group: string }
  | { readonly kind: 'not' | 'end' | 'halt' | 'concede' | 'turn' | 'hedge' | 'bound' };

/** A tree of phrases, token by token. */
export interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  tags: Tag[] | null;
}

/** The lists of one language, as in `cues-en.ts`. */
export interface CueLists {
  readonly GOOD_MEASURES: Readonly<Record<string, string>>;
  readonly BAD_MEASURES: Readonly<Record<string, string>>;
  readonly PLAIN_MEASURES: string;
  readonly UPS: string;
  readonly DOWNS: string;
  readonly BETTERS: string;
  readonly WORSENS: string;
  readonly UP_WORDS: string;
  readonly DOWN_WORDS: string;
  readonly RAISES: string;
  readonly CUTS: string;
  readonly GOOD_EVENTS: Readonly<Record<string, string>>;
  readonly BAD_EVENTS: Readonly<Record<string, string>>;
  readonly FACTS: Readonly<Record<string, string>>;
  readonly NEGATORS: string;
  readonly ENDERS: string;
  readonly HALTS: string;
  readonly CONCEDERS: string;
  readonly TURNERS: string;
  readonly HEDGES: string;
  readonly BOUNDS: string;
}

/** Builds the tree that all phrases of a language are found in. @param split makes tokens of a phrase */
export function createPhrases(lists: CueLists, split: (phrase: string) => readonly string[]): PhraseNode {
  const root = createNode();
  const add = (list: string, tag: Tag): void => {
    for (const written of list.split('|')) for (const phrase of expand(written)) plant(root, split(phrase), tag);
  };
  const addGroups = (groups: Readonly<Record<string, string>>, tag: (group: string) => Tag): void => Object.entries(groups).forEach(([group, list]) => add(list, tag(group)));
  addGroups(lists.GOOD_MEASURES, (group) => ({ kind: 'measure', good: 1, group }));
  addGroups(lists.BAD_MEASURES, (group) => ({ kind: 'measure', good: -1, group }));
  add(lists.PLAIN_MEASURES, { kind: 'measure', good: 0, group: 'plain' });
  add(lists.UPS, { kind: 'move', way: 1, side: 'self' });
  add(lists.DOWNS, { kind: 'move', way: -1, side: 'self' });
  add(lists.BETTERS, { kind: 'move', way: 1, side: 'self', absolute: true });
  add(lists.WORSENS, { kind: 'move', way: -1, side: 'self', absolute: true });
  add(lists.UP_WORDS, { kind: 'move', way: 1, side: 'word' });
  add(lists.DOWN_WORDS, { kind: 'move', way: -1, side: 'word' });
  add(lists.RAISES, { kind: 'move', way: 1, side: 'deed' });
  add(lists.CUTS, { kind: 'move', way: -1, side: 'deed' });
  addGroups(lists.GOOD_EVENTS, (group) => ({ kind: 'event', good: 1, group }));
  addGroups(lists.BAD_EVENTS, (group) => ({ kind: 'event', good: -1, group }));
  addGroups(lists.FACTS, (group) => ({ kind: 'fact', group }));
  add(lists.NEGATORS, { kind: 'not' });
  add(lists.ENDERS, { kind: 'end' });
  add(lists.HALTS, { kind: 'halt' });
  add(lists.CONCEDERS, { kind: 'concede' });
  add(lists.TURNERS, { kind: 'turn' });
  add(lists.HEDGES, { kind: 'hedge' });
  add(lists.BOUNDS, { kind: 'bound' });
  return root;
}

function createNode(): PhraseNode {
  return { next: new Map(), tags: null };
}

function plant(root: PhraseNode, tokens: readonly string[], tag: Tag): void {
  let node = root;
  for (const token of tokens) {
    let next = node.next.get(token);
    if (!next) node.next.set(token, next = createNode());
    node = next;
  }
  node.tags ??= [];
  // One group of events is enough for a phrase that two of them list.
  if (!node.tags.some((each) => each.kind === tag.kind && (each.kind !== 'move' || tag.kind !== 'move' || each.side === tag.side))) node.tags.push(tag);
}

/** "word*" is a verb with its forms, "word**" doubles its last consonant, "word~" has a plural; everything else stands for itself. */
export function expand(phrase: string): string[] {
  const marked = /^(?<before>.*?)(?<word>[^\s*~]+)(?<mark>\*\*|\*|~)(?<after>.*)$/.exec(phrase)?.groups as Record<'before' | 'word' | 'mark' | 'after', string> | undefined;
  if (!marked) return [phrase];
  const { before, word, mark, after } = marked;
  return (mark === '~' ? [word, thirdPerson(word)] : [word, thirdPerson(word), ...pastAndGerund(word, mark === '**')]).flatMap((form) => expand(before + form + after));
}

function thirdPerson(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

function pastAndGerund(word: string, doubled: boolean): string[] {
  if (doubled) return [`${word}${word.at(-1)}ed`, `${word}${word.at(-1)}ing`];
  if (word.endsWith('e')) return [`${word}d`, `${word.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ied`, `${word}ing`];
  return [`${word}ed`, `${word}ing`];
}
