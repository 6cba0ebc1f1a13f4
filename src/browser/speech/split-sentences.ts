/** Abbreviations after which a sentence goes on. */
const INSIDE = new Set(['mr', 'mrs', 'ms', 'mx', 'dr', 'prof', 'st', 'mt', 'vs', 'e.g', 'i.e', 'cf', 'approx', 'no', 'fig', 'gen', 'rev', 'hon', 'capt', 'sgt']);
/** Abbreviations that may end a sentence: it ends when a capital follows. */
const EITHER = new Set(['etc', 'a.m', 'p.m', 'inc', 'ltd', 'co', 'corp', 'jr', 'sr', 'u.s', 'u.k', 'ph.d', 'b.a', 'm.a']);

/**
 * The longest piece that is synthesised at once, in characters: about 12 s of speech. It bounds how
 * long a new utterance may have to wait for a cancelled one that is still being made.
 */
const MAX_PIECE = 180;

/**
 * Splits a cleaned text into the pieces that are synthesised one by one: sentences, and long
 * sentences further at commas, semicolons or spaces. Decimals (3.5), abbreviations (Dr. Smith,
 * 5 p.m.), initials (J. Smith) and numbered items (1. Breathe) do not split.
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const match of text.matchAll(/[.!?]+["')]*(?=\s|$)/g)) {
    const to = match.index + match[0].length;
    if (to < text.length && !endsSentence(text.slice(from, match.index).trimStart(), match[0], text.slice(to).trimStart())) continue;
    sentences.push(text.slice(from, to).trim());
    from = to;
  }
  sentences.push(text.slice(from).trim());
  return sentences.filter((sentence) => /[A-Za-z0-9]/.test(sentence)).flatMap(splitLong);
}

/** Whether `mark`, between what was said so far and what comes next, ends the sentence. */
function endsSentence(before: string, mark: string, after: string): boolean {
  const goesOn = /^["'(]*[a-z]/.test(after);
  if (mark.length > 1 && /[!?]/.test(mark)) return !(goesOn && /["')]$/.test(mark));
  if (mark !== '.') return !(goesOn && mark.startsWith('.'));
  const word = (/[A-Za-z0-9.]+$/.exec(before)?.[0] ?? '').toLowerCase();
  if (/^\d+$/.test(before) || INSIDE.has(word)) return false;
  if (EITHER.has(word)) return /^["'(]*[A-Z]/.test(after);
  if (/(^|[\s(.])[A-HJ-Z]$/.test(before)) return false;
  return !goesOn;
}

function splitLong(sentence: string): string[] {
  if (sentence.length <= MAX_PIECE) return [sentence];
  const window = sentence.slice(0, MAX_PIECE);
  const clause = Math.max(window.lastIndexOf(', '), window.lastIndexOf('; '), window.lastIndexOf(': '));
  const space = window.lastIndexOf(' ');
  const cut = clause > MAX_PIECE / 3 ? clause + 1 : space > 0 ? space : MAX_PIECE;
  return [sentence.slice(0, cut).trim(), ...splitLong(sentence.slice(cut).trim())];
}
