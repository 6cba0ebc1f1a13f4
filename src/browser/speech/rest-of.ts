import type { Unit } from '../../core/index.ts';

/** A share of what was said is only known roughly where a voice's text differs from the one that is shown: in abbreviations, signs and emoji. */
const TOLERANCE = 12;

/**
 * What of a text is still to be said when about `share` of its characters was: from the nearest start of a sentence or clause, or
 * else from the start of the word. Empty where nothing is left.
 */
export function restOf(text: string, share: Unit): string {
  const at = Math.round(share * text.length);
  if (at === 0) return text.trim();
  const clauses = [0, ...[...text.matchAll(/[.!?;:,…]["')”’]*\s+|[。！？；：，、]["”’」』]*\s*/gu)].map(({ index, 0: mark }) => index + mark.length), text.length];
  const nearest = clauses.reduce((best, start) => (Math.abs(start - at) < Math.abs(best - at) ? start : best));
  if (Math.abs(nearest - at) <= TOLERANCE / (/\p{Script=Han}/u.test(text) ? 4 : 1)) return text.slice(nearest).trim();
  const word = text.slice(0, at).search(/[\p{Script=Latin}\p{N}'’-]+$/u);
  return text.slice(word === -1 ? at : word).trim();
}
