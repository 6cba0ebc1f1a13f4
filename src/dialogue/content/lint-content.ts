import type { Language } from '../../core/index.ts';
import { bindBook, type Book, type BookLine } from '../book.ts';
import { checkStyle } from '../check-style.ts';
import type { Content } from './content.ts';

/** Something in content that a writer should change. */
export interface ContentFault {
  /** Which entry, as a path such as `rules.12.says.0`. */
  readonly field: string;
  readonly text: string;
  readonly fault: string;
}

/** The longest line, in characters: it is said aloud, and somebody is waiting to go on. */
const LONGEST: Readonly<Record<Language, number>> = { en: 150, zh: 60 };
const MOST_SENTENCES = 3;

/** How many lines of one rule may begin alike: more, and the agent sounds like a form. */
const BEGIN_ALIKE = 2;

/** Slots that are always there, beside what patterns catch and facts keep. */
const DERIVED = ['name', 'echo', 'gist', 'earlier', 'before'];

/**
 * Judges the lines of content by the rules of style: no diagnosis, promise or claimed feeling, no exclamation, short,
 * varied, and no slot that nothing can fill.
 *
 * @param others the content that is used beside it, which may keep facts that its lines use
 */
export function lintContent(content: Content, others: readonly Content[] = []): readonly ContentFault[] {
  const { language } = content;
  const book = bindBook(language, [content], others);
  const facts = new Set([...[content, ...others].flatMap((each) => each.facts.map(({ slot }) => slot)), ...DERIVED]);
  const faults: ContentFault[] = [];

  function judge(line: BookLine, field: string, known: ReadonlySet<string>): void {
    const fault = (text: string): number => faults.push({ field, text: line.text, fault: text });
    for (const { rule, words } of checkStyle(line.text, language)) fault(`breaks the rule "${rule}" with "${words}"`);
    if (/[!！]/.test(line.text)) fault('shouts: expected no exclamation mark');
    if (line.text.length > LONGEST[language]) fault(`has ${line.text.length} characters: expected at most ${LONGEST[language]}`);
    if (book.kit.sentences(line.text).length > MOST_SENTENCES) fault(`has more than ${MOST_SENTENCES} sentences`);
    if (!/[.?…。？”]$/.test(line.text)) fault('does not end like a sentence');
    for (const slot of line.slots) if (!known.has(slot)) fault(`uses {${slot}}, which nothing fills`);
  }

  for (const [at, rule] of book.rules.entries()) {
    const caught = new Set([...namesIn(content.rules[at]!.hears), ...facts]);
    for (const [of, line] of rule.lines.entries()) judge(line, `rules.${at}.says.${of}`, caught);
    for (const [opening, count] of openingsOf(rule.lines, book)) {
      if (count > BEGIN_ALIKE) faults.push({ field: `rules.${at}`, text: opening, fault: `begins ${count} lines of one rule` });
    }
  }
  for (const [at, { line }] of book.examples.entries()) judge(line, `examples.${at}.says`, facts);
  for (const [at, line] of book.reserve.entries()) judge(line, `reserve.${at}`, facts);
  for (const [slot, lines] of repeatedLines(book)) faults.push({ field: lines, text: slot, fault: 'is written more than once' });
  return faults;
}

const namesIn = (hears: string | readonly string[] | undefined): readonly string[] => [hears ?? []].flat().flatMap((pattern) => [...pattern.matchAll(/<([a-z][a-zA-Z0-9]*)[:>]/g)].map(([, name]) => name!));

function openingsOf(lines: readonly BookLine[], { kit }: Book): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of lines) if (!text.startsWith('{')) counts.set(kit.opening(text), (counts.get(kit.opening(text)) ?? 0) + 1);
  return counts;
}

/** A line of two places would be said twice. */
function repeatedLines(book: Book): readonly (readonly [string, string])[] {
  const places = new Map<string, string[]>();
  const note = (text: string, field: string): void => void places.set(text, [...(places.get(text) ?? []), field]);
  for (const [at, { lines }] of book.rules.entries()) for (const [of, { text }] of lines.entries()) note(text, `rules.${at}.says.${of}`);
  for (const [at, { text }] of book.reserve.entries()) note(text, `reserve.${at}`);
  return [...places].flatMap(([text, fields]) => (fields.length > 1 ? [[text, fields.join(' and ')] as const] : []));
}
