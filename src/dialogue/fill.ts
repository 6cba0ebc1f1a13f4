import type { Language } from '../core/index.ts';
import type { Book, BookLine } from './book.ts';
import type { Caught } from './pattern.ts';
import type { Understood } from './understand.ts';

/** Finds what a slot stands for; null when that is not known. */
export type Slots = (slot: string) => string | null;

/** What somebody else said stays as it was said. */
const VERBATIM = 'quote';

/**
 * What lines may use: the agent's `name`, what the rule's pattern caught, what is known, and
 *
 * - `echo`: a telling phrase of the answered message,
 * - `gist`: a short statement of it,
 * - `earlier`, `before`: two statements from earlier messages, not yet told again.
 */
export function slotsFor(understood: Understood, caught: Caught, name: string, { kit }: Book): Slots {
  const { message, messages, replies, known } = understood;
  const said = kit.comparable(replies.join(' '));
  const fresh = (text: string): boolean => !said.includes(kit.comparable(text));
  const derived: Readonly<Record<string, () => string | undefined>> = {
    name: () => name,
    echo: () => (message === null ? undefined : kit.phrases(message).find(fresh)),
    gist: () => (message === null ? undefined : kit.statements(message).find(fresh)),
    earlier: () => earlierStatements()[0],
    before: () => earlierStatements()[1],
  };
  function earlierStatements(): readonly string[] {
    const old = messages.slice(0, -2).toReversed();
    return old.flatMap((each) => kit.statements(each).filter(fresh).slice(0, 1));
  }
  return (slot) => {
    if (caught[slot] !== undefined) return slot === VERBATIM ? caught[slot] : kit.toListener(caught[slot]);
    const fact = known.get(slot);
    if (fact) return kit.toListener(fact.value);
    return derived[slot]?.() ?? null;
  };
}

/** Longer pieces of what was said are not said again, in characters. */
const LONGEST: Readonly<Record<Language, number>> = { en: 70, zh: 18 };

/** Markup is not said again, nor what hides in a text or turns it round. */
const UNSAYABLE = /[<>\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;

/** Puts in what is known; null when something is not. A slot that is written with a capital begins with one. */
export function fillLine({ text, slots: needed }: BookLine, slots: Slots, { kit, language }: Book): string | null {
  const values = new Map<string, string>();
  for (const slot of needed) {
    const value = slots(slot);
    if (value === null || value.length > LONGEST[language] || UNSAYABLE.test(value)) return null;
    values.set(slot, value);
  }
  return text.replaceAll(/\{(\w+)\}/g, (_, slot: string) => {
    const small = slot.charAt(0).toLowerCase() + slot.slice(1);
    const value = values.get(small)!;
    return small === slot ? kit.inner(value) : kit.capital(value);
  });
}
