import { AttuneError } from '../../core/index.ts';

/** Where Moonshine begins and ends a text. */
export const START = 1;
export const END = 2;

/** Turns tokens into text. */
export type Vocabulary = (tokens: readonly number[]) => string;

/** The tokens of Llama's vocabulary, on which Moonshine was trained; those that it added itself are no text. */
const WORDS = 32_000;

/**
 * Reads the vocabulary: a token a line, in the order of their numbers. In a token `▁` is a space, and `<0xE4>` is one byte of
 * a character that has no token.
 *
 * @throws {AttuneError} `asset-wrong` when it is another one
 */
export function parseVocabulary(file: Uint8Array): Vocabulary {
  const pieces = new TextDecoder().decode(file).split('\n');
  if (pieces.length < WORDS || pieces[START] !== '<s>' || pieces[END] !== '</s>') {
    throw new AttuneError('asset-wrong', `Expected a vocabulary of ${WORDS} tokens, but got ${pieces.length} lines that begin with "${pieces.slice(0, 3).join(' ').slice(0, 40)}". Run "attune assets --out FOLDER" again.`);
  }
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const bytesOf = (token: number): Uint8Array | readonly number[] => {
    const piece = token > END && token < WORDS ? (pieces[token] ?? '') : '';
    const byte = /^<0x([0-9A-F]{2})>$/.exec(piece)?.[1];
    return byte === undefined ? encoder.encode(piece.replaceAll('▁', ' ')) : [Number.parseInt(byte, 16)];
  };
  return (tokens) => decoder.decode(Uint8Array.from(tokens.flatMap((token) => [...bytesOf(token)]))).trim();
}

/** Longest run of tokens that is looked for over and over. */
const LONGEST = 12;
/** A single token may come this often in a row ("very, very, very"), a longer run less often. */
const often = (length: number): number => (length <= 2 ? 6 : 4);

/**
 * Whether the tokens have begun to go round in circles, as such models do when they lose the thread.
 *
 * @returns how many of them to keep, which is up to the first round; null while all is well
 */
export function findLoop(tokens: readonly number[]): number | null {
  for (let length = 1; length <= LONGEST; length += 1) {
    const rounds = often(length);
    const from = tokens.length - rounds * length;
    if (from < 0) return null;
    const loops = tokens.slice(from + length).every((token, i) => token === tokens[from + i]);
    if (loops) return from + length;
  }
  return null;
}
