import { partSentences } from './sentences.ts';

/** Sentences that share more of their words than this say the same. */
const ALIKE = 0.4;

/** Words; of Chinese, pairs of characters. */
function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  return new Set(words.flatMap((word) => (/\p{Script=Han}/u.test(word) ? Array.from(word.slice(1), (each, i) => word.charAt(i) + each) : [word])));
}

function isAlike(sentence: string, said: ReadonlySet<string>): boolean {
  const words = [...wordsOf(sentence)];
  return words.filter((word) => said.has(word)).length > ALIKE * words.length;
}

/**
 * How a turn that broke off after whole sentences is brought to an end: with one sentence of a line that says nothing which was
 * said already, a question if it has one.
 *
 * @returns the sentence with the space before it; empty where a question was just asked, or the line has nothing new
 */
export function goOn(said: string, line: string): string {
  if (/[?？]["'”’」』)]*\s*$/.test(said)) return '';
  const known = wordsOf(said);
  const fresh = partSentences(`${line.trim()} `).sentences.map((each) => each.trim()).filter((each) => !isAlike(each, known));
  const next = fresh.find((each) => /[?？]/.test(each)) ?? fresh[0];
  if (next === undefined) return '';
  return /\p{Script=Han}/u.test(next) ? next : ` ${next}`;
}
