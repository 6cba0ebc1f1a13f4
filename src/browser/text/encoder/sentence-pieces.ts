import { AttuneError } from '../../../core/index.ts';

/** The longest sentence that the encoder was taught, in pieces. */
export const MAX_PIECES = 128;

/** Ids below this one are control symbols; no text is made of them. */
const RESERVED = 6;
const UNKNOWN = 0;
/** How much less likely an unknown character is than the rarest piece, as SentencePiece has it, in log probability. */
const UNKNOWN_PENALTY = 10;
const SPACE = '\u2581';

/** How much of a text is looked at before and after it is normalised; all of {@link MAX_PIECES} fits many times. */
const MAX_RAW = 65_536;
const MAX_NORMALISED = 2048;

/** Cuts a text into the encoder's pieces and gives their ids: at most {@link MAX_PIECES}, none for a blank text. */
export type SentencePieces = (text: string) => number[];

/**
 * SentencePiece's unigram model (Kudo 2018, arXiv 1804.10959): the likeliest way to cut a text into
 * pieces of the vocabulary, found by Viterbi's algorithm. Characters that no piece covers become one unknown piece.
 *
 * Any string will do; of a long one only the beginning counts.
 *
 * @param vocabulary the text of a JSON file of [piece, log probability] by id
 * @throws {AttuneError} `asset-wrong` when it is something else
 */
export function createSentencePieces(vocabulary: string): SentencePieces {
  const pieces = parseVocabulary(vocabulary);
  const ids = new Map(pieces.map(([piece], id): [string, number] => [piece, id]).slice(RESERVED));
  const longest = Math.max(...pieces.map(([piece]) => [...piece].length));
  const unknownScore = Math.min(...pieces.map(([, score]) => score)) - UNKNOWN_PENALTY;

  return (text) => {
    const symbols = normalise(text);
    const count = symbols.length;
    const scores = new Float64Array(count + 1).fill(-Infinity);
    const starts = new Int32Array(count + 1);
    const best = new Int32Array(count + 1);
    scores[0] = 0;
    const offer = (start: number, end: number, id: number, score: number): void => {
      const total = scores[start]! + score;
      if (total < scores[end]!) return;
      scores[end] = total;
      starts[end] = start;
      best[end] = id;
    };
    for (let start = 0; start < count; start += 1) {
      let piece = '';
      for (let end = start + 1; end <= Math.min(count, start + longest); end += 1) {
        piece += symbols[end - 1];
        const id = ids.get(piece);
        if (id !== undefined) offer(start, end, id, pieces[id]![1]);
      }
      offer(start, start + 1, UNKNOWN, unknownScore);
    }
    const found: number[] = [];
    for (let end = count; end > 0; end = starts[end]!) {
      if (best[end] !== UNKNOWN || found.at(-1) !== UNKNOWN) found.push(best[end]!);
    }
    return found.toReversed().slice(0, MAX_PIECES);
  };
}

/** The characters of a text, compatibility forms and blanks made one, with a mark where each word begins. */
function normalise(text: string): string[] {
  const plain = text
    .slice(0, MAX_RAW)
    // Control characters, zero-width characters, marks of direction and halves of surrogate pairs say nothing.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (letter) => (/[\t-\r]/.test(letter) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .slice(0, MAX_NORMALISED)
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();
  return plain === '' ? [] : [...(SPACE + plain.replaceAll(' ', SPACE))].slice(0, MAX_NORMALISED);
}

function parseVocabulary(text: string): readonly (readonly [string, number])[] {
  let entries: unknown;
  try {
    entries = JSON.parse(text);
  } catch {
    entries = null;
  }
  const right = Array.isArray(entries) && entries.length > RESERVED
    && entries.every((entry) => Array.isArray(entry) && typeof entry[0] === 'string' && (entry[1] === null || typeof entry[1] === 'number'));
  if (!right) throw new AttuneError('asset-wrong', 'Expected the vocabulary of the sentence encoder, a JSON list of pieces and their scores, but got something else. Run "attune assets --out FOLDER" again, or check the URL.');
  // The published file lost the scores of ":", "://" and three more. It runs from likely to rare, so the piece before tells them.
  let before = 0;
  return (entries as [string, number | null][]).map(([piece, score]) => [piece, (before = score ?? before)]);
}
