import { BOUNDARY_RULES, type Boundary } from './boundary-rules.ts';
import { wholeWords } from './find-concepts.ts';

const PATTERNS = (Object.entries(BOUNDARY_RULES) as [Boundary, { en: string; zh: string }][]).map(([boundary, { en, zh }]) => [boundary, wholeWords(en), new RegExp(zh, 'g')] as const);

/** What in plain words asks for a boundary, in both languages at once. */
export function boundariesIn(plain: string): Boundary[] {
  return PATTERNS.flatMap(([boundary, english, chinese]) => (plain.search(english) >= 0 || plain.search(chinese) >= 0 ? [boundary] : []));
}
