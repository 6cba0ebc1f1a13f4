import type { Scope } from './plain-scope.ts';
import type { Token } from './tokens.ts';

/** The n-grams of a text, each as a hash of 32 bits, and which tokens it comes from. */
export interface Ngrams {
  readonly hashes: Uint32Array;
  /** Index of the first and the last token of each n-gram. */
  readonly first: Uint16Array;
  readonly last: Uint16Array;
}

/** Character n-grams of a word are this long, its two edges counted. */
const LENGTHS = [2, 3, 4, 5] as const;
const LONGEST_HAN = 4;
const LONGEST_WORD = 24;

/**
 * Hashes of word 1-2-grams, of character 2-5-grams inside of words, and of runs of 1-4 Chinese characters. How something is
 * written (capitals, elongation) is a word of its own.
 *
 * A denied or asked word is another word than the plain one, and has no parts: "not happy" has nothing of "happy" in it but
 * what was learnt of its denial. Measures ("very", "a bit") and commas are passed over: how much is meant changes no other thing.
 */
export function ngramsOf(tokens: readonly Token[], { sense }: Pick<Scope, 'sense'>): Ngrams {
  const found: number[] = [];
  const add = (hash: number, from: number, to: number): void => { found.push(finish(hash), from, to); };
  let before = hashText(WORD, '<begin>');
  let previous = 0;
  tokens.forEach((token, at) => {
    const { kind, form } = token;
    if (sense[at] === 'measure' || form === ',' || form === '，' || form === '、') return;
    const plain = sense[at] === 'plain';
    const word: number = hashText(plain ? WORD : sense[at] === 'denied' ? DENIED : ASKED, form);
    add(word, at, at);
    if (kind !== 'han' || tokens[previous]!.kind !== 'han') add(hashText(hashText(before, ' '), form), previous, at);
    before = word;
    previous = at;
    if (kind === 'word' && plain) addParts(form, (hash) => add(hash, at, at));
    if (token.capitals) add(hashText(STYLE, 'capitals'), at, at);
    if (token.elongated) add(hashText(STYLE, 'elongated'), at, at);
    if (kind === 'han') addRuns(tokens, sense, at, (hash, to) => add(hash, at, to));
  });
  add(hashText(before, ' <end>'), previous, previous);
  const count = found.length / 3;
  const every = (offset: number): number[] => Array.from({ length: count }, (_, i) => found[3 * i + offset]!);
  return { hashes: Uint32Array.from(every(0)), first: Uint16Array.from(every(1)), last: Uint16Array.from(every(2)) };
}

/** Runs of at least two Chinese characters that are all meant alike. */
function addRuns(tokens: readonly Token[], sense: Scope['sense'], at: number, add: (hash: number, to: number) => void): void {
  let run: number = sense[at] === 'denied' ? DENIED : sense[at] === 'asked' ? ASKED : HAN;
  for (let to = at; to < at + LONGEST_HAN && tokens[to]?.kind === 'han' && sense[to] === sense[at]; to += 1) {
    run = hashText(run, tokens[to]!.form);
    if (to > at) add(run, to);
  }
}

/** The hash that {@link ngramsOf} gives a word by itself. */
export function hashWord(form: string): number {
  return finish(hashText(WORD, form));
}

function addParts(form: string, add: (hash: number) => void): void {
  const padded = ` ${form.slice(0, LONGEST_WORD)} `;
  for (let from = 0; from < padded.length - 1; from += 1) {
    let hash: number = PART;
    for (let length = 1; length <= LENGTHS[3] && from + length <= padded.length; length += 1) {
      hash = step(hash, padded.charCodeAt(from + length - 1));
      if (length >= LENGTHS[0]) add(hash);
    }
  }
}

// FNV-1a over UTF-16 code units, from a start of its own for each kind of n-gram.
const [WORD, PART, HAN, STYLE, DENIED, ASKED] = [0x811c9dc5, 0x2f7a5e13, 0x6b43a9b5, 0x1b873593, 0x3c6ef372, 0x510e527f] as const;

function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

function hashText(start: number, text: string): number {
  let hash = start;
  for (let i = 0; i < text.length; i += 1) hash = step(hash, text.charCodeAt(i));
  return hash;
}

/** Murmur3's finaliser: every bit of the hash depends on every other, so the low ones may serve as an index. */
function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
