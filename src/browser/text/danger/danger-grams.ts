import { plainWords } from '../../../core/index.ts';

/** A word, a Chinese character or the end of a sentence. */
type Piece = string;

const END: Piece = '.';
/** Runs of words, and of Chinese characters, are this long at most. */
const [LONGEST_RUN, LONGEST_HAN] = [3, 4] as const;
/** Parts of a word have so many characters, its two edges counted. */
const [SHORTEST_PART, LONGEST_PART, LONGEST_WORD] = [2, 5, 24] as const;
/** How far apart two pieces are that are noted as a pair, whatever stands between. */
const [FARTHEST_WORD, FARTHEST_HAN] = [4, 5] as const;
/** More pieces than this say nothing more, and only cost time. */
const MOST_PIECES = 600;

/**
 * Hashes of what a message is made of, each once: runs of words or Chinese characters, parts of words, and pairs with something between. It is taken of
 * plain words (`plainWords` of the core), so that case, disguises and traditional characters make no difference.
 */
export function dangerGrams(text: string): Uint32Array {
  const pieces = piecesOf(plainWords(text, 2));
  const found = new Set<number>();
  const add = (hash: number): void => { found.add(finish(hash)); };
  pieces.forEach((piece, at) => {
    const han = isHan(piece);
    let run: number = RUN;
    for (let to = at; to < at + (han ? LONGEST_HAN : LONGEST_RUN) && to < pieces.length; to += 1) {
      run = hashText(run, pieces[to]!);
      add(run);
      if (to > at && pieces[to] === END) break;
    }
    const farthest = han ? FARTHEST_HAN : FARTHEST_WORD;
    for (let to = at + 2; to <= at + farthest && to < pieces.length; to += 1) add(hashText(hashText(PAIR, piece), pieces[to]!));
    if (!han && piece !== END) addParts(piece, add);
  });
  return Uint32Array.from(found);
}

/** Hashes of the runs of words of a text in English, each once: glosses are no sentences, so that what stands apart in them, and how a word is spelt, says nothing. */
export function englishRuns(text: string): Uint32Array {
  const pieces = piecesOf(plainWords(text, 2));
  const found = new Set<number>();
  pieces.forEach((_, at) => {
    let run: number = RUN;
    for (const piece of pieces.slice(at, at + LONGEST_RUN)) {
      run = hashText(run, piece);
      found.add(finish(run));
    }
  });
  return Uint32Array.from(found);
}

function piecesOf(plain: string): Piece[] {
  const pieces: Piece[] = [END];
  for (const sentence of plain.split('\n')) {
    for (const [piece] of sentence.matchAll(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu)) pieces.push(piece);
    pieces.push(END);
  }
  return pieces.slice(0, MOST_PIECES);
}

function isHan(piece: Piece): boolean {
  return /^\p{Script=Han}/u.test(piece);
}

function addParts(word: string, add: (hash: number) => void): void {
  const padded = ` ${word.slice(0, LONGEST_WORD)} `;
  for (let from = 0; from < padded.length - 1; from += 1) {
    let hash: number = PART;
    for (let length = 1; length <= LONGEST_PART && from + length <= padded.length; length += 1) {
      hash = step(hash, padded.charCodeAt(from + length - 1));
      if (length >= SHORTEST_PART) add(hash);
    }
  }
}

/** What stands for a trait of the core's rules, below 2 ** 24. */
export function hashTrait(trait: string): number {
  return finish(hashText(TRAIT, trait)) >>> 8;
}

// FNV-1a over UTF-16 code units, from a start of its own for each kind.
const [RUN, PAIR, PART, TRAIT] = [0x811c9dc5, 0x6b43a9b5, 0x2f7a5e13, 0x510e527f] as const;

function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** A text, and that it has ended. */
function hashText(start: number, text: string): number {
  let hash = start;
  for (let i = 0; i < text.length; i += 1) hash = step(hash, text.charCodeAt(i));
  return step(hash, 0);
}

/** Murmur3's finaliser: every bit of the hash depends on every other, so the low ones may serve as an index. */
function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
