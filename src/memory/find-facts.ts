import type { Language } from '../core/index.ts';
import { findDay, tellDay } from './days.ts';
import { type Fact, LONGEST_SENTENCE } from './entry.ts';
import { askedInEnglish, findInEnglish, type Found } from './facts-en.ts';
import { askedInChinese, findInChinese } from './facts-zh.ts';
import { isPrivate } from './private.ts';

const KIT = {
  en: { find: findInEnglish, asked: askedInEnglish, withDay: (sentence: string, day: string) => sentence.replace(/\.$/, ` on ${day}.`) },
  zh: { find: findInChinese, asked: askedInChinese, withDay: (sentence: string, day: string) => sentence.replace('说起过', `说起过${day}的`) },
} as const;

/** A question tells little of the one who asks but a name. */
const QUESTION = /[?？]\s*$|[吗么]$/;

/**
 * Finds what a message tells about its writer that may be remembered, by patterns alone: the same words always give the same.
 * A message that speaks of health, of other special categories, of passwords or of long numbers gives nothing, unless the player
 * asks for it to be remembered.
 *
 * @param today by the host's clock, from which "on Friday" is counted
 */
export function findFacts(text: string, language: Language, today: Date): Fact[] {
  const { asked, find } = KIT[language];
  const wanted = asked(text);
  if (isPrivate(text, wanted !== null)) return [];
  if (wanted !== null) {
    const inside = find(wanted).filter(({ kind }) => kind !== 'topic').map((found) => withDue(found, wanted, language, today));
    return inside.length > 0 ? inside : [noteOf(wanted)];
  }
  const facts = new Map<string, Fact>();
  for (const sentence of text.split(/(?<=[.!?。！？\n])/u)) {
    const question = QUESTION.test(sentence.trim());
    for (const found of find(sentence.trim())) if (!question || found.kind === 'name') facts.set(found.key, withDue(found, sentence, language, today));
  }
  return [...facts.values()].filter(({ sentence }) => sentence.length <= LONGEST_SENTENCE);
}

function withDue(found: Found, said: string, language: Language, today: Date): Fact {
  const due = found.matter === 'event' && found.open ? findDay(said, language, today) : null;
  return { ...found, due, sentence: due === null ? found.sentence : KIT[language].withDay(found.sentence, tellDay(due, language)) };
}

/** A sentence that is kept as it is. */
export function noteOf(sentence: string): Fact {
  return { kind: 'note', key: `note ${sentence.toLowerCase()}`, about: null, sentence, matter: null, due: null, open: false };
}
