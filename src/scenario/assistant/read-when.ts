import type { Language } from '../../core/index.ts';
import { writeTimesInEnglish } from './spoken-times-en.ts';
import { lengthInChinese, writeTimesInChinese } from './spoken-times-zh.ts';

/** When something is to be, as words told it. */
export interface When {
  readonly at: Date;
  /** Whether a time of day was told, or a day alone; then `at` is its noon. */
  readonly precision: 'moment' | 'day';
  /** Whether it was told as a length of time from now, as for a timer. */
  readonly kind: 'after' | 'at';
  /** The words without those that tell when. */
  readonly rest: string;
}

/** Reads when something is to be. @param now the host's clock, from which "tomorrow" is counted */
export type WhenReader = (words: string, language: Language, now: Date) => When | null;

type Parser = (text: string, now: Date) => { readonly text: string; readonly index: number; readonly start: { date(): Date; isCertain(part: 'hour' | 'day' | 'weekday' | 'meridiem' | 'month'): boolean; get(part: 'hour' | 'minute'): number | null } }[];

/**
 * Makes a reader of times in English and Chinese, by `chrono-node`, which is loaded by the first call and must be installed. How people say times
 * is turned into what it reads first: half past, quarters, numbers in words, and lengths of time in Chinese.
 */
export async function createWhenReader(): Promise<WhenReader> {
  const [{ GB }, { hans }] = await Promise.all([import('chrono-node/en'), import('chrono-node/zh')]);
  const english: Parser = (text, now) => GB.parse(text, now, { forwardDate: true });
  const chinese: Parser = (text, now) => hans.parse(text, now, { forwardDate: true });
  return (words, language, now) => (language === 'zh' ? readChinese(words, now, chinese) : readEnglish(words, now, english));
}

function readEnglish(words: string, now: Date, parse: Parser): When | null {
  const text = writeTimesInEnglish(words);
  const found = parse(text, now).find(({ text: told }) => !/^(?:may|march|sun|mon|sat|second|now|today)$/i.test(told));
  if (!found) return null;
  const { start } = found;
  const exact = start.isCertain('hour') || /\b(?:noon|midnight)\b/i.test(found.text);
  const after = /\b(?:\d+|an?|few|couple) ?(?:second|sec|minute|min|hour|hr)s?\b/i.test(found.text) && !/\d:\d/.test(found.text);
  return resolve(found, text, now, exact, after);
}

/** Parts of a day in Chinese, with the hour that they are about. */
const PARTS: readonly (readonly [RegExp, hour: number])[] = [[/凌晨/, 4], [/早上|早晨|清晨|上午|今早|明早/, 9], [/中午|正午/, 12], [/下午/, 15], [/傍晚/, 18], [/晚上|今晚|明晚|夜里/, 20]];

function readChinese(words: string, now: Date, parse: Parser): When | null {
  const length = lengthInChinese(words);
  const text = writeTimesInChinese(words);
  if (length) {
    const { days } = length;
    const at = days ? new Date(now.getFullYear(), now.getMonth(), now.getDate() + length.seconds / 86_400, 12) : new Date(now.getTime() + 1000 * length.seconds);
    return { at, precision: days ? 'day' : 'moment', kind: 'after', rest: tidy(words.replace(length.words, '')) };
  }
  const part = PARTS.find(([name]) => name.test(text));
  const told = parse(text, now);
  // A part of a day without an hour beside it turns the reader's head: it is read here.
  const alone = part && told.every(({ start }) => !start.isCertain('hour') || !start.isCertain('meridiem'));
  const [found] = alone && !/\d点/.test(text) ? parse(text.replace(part[0], ''), now).concat(told) : told;
  if (!found) return null;
  const exact = /\d点|\d[:：]\d/.test(found.text) || (part?.[1] === 12 && !/\d点/.test(text));
  const when = resolve(found, text, now, exact, false, part?.[1] ?? null);
  return { ...when, rest: tidy(when.rest.replace(part?.[0] ?? /^$/, '')) };
}

/** With no half of the day told, a clock's hand means the next time that it points there; of another day, the hours at which people are up. */
function resolve({ text: told, index, start }: ReturnType<Parser>[number], text: string, now: Date, exact: boolean, after: boolean, part: number | null = null): When {
  let at = start.date();
  const hour = start.get('hour') ?? 12;
  if (exact && !after && hour <= 12) {
    const minute = start.get('minute') ?? 0;
    const day = start.isCertain('day') || start.isCertain('weekday');
    const noon = part === 12 && !/\d点/.test(told);
    if (noon) at = new Date(at.getFullYear(), at.getMonth(), at.getDate(), 12);
    else if (part !== null) at = new Date(at.getFullYear(), at.getMonth(), at.getDate(), part >= 12 && hour < 12 ? hour + 12 : hour, minute);
    else if (!start.isCertain('meridiem') && hour >= 1) at = day ? new Date(at.getFullYear(), at.getMonth(), at.getDate(), hour < 7 ? hour + 12 : hour, minute) : nextOnDial(now, hour % 12, minute);
    if (!day && at <= now) at = new Date(at.getFullYear(), at.getMonth(), at.getDate() + 1, at.getHours(), at.getMinutes());
  }
  const rest = tidy(text.slice(0, index) + text.slice(index + told.length));
  if (exact || after) return { at, precision: 'moment', kind: after ? 'after' : 'at', rest };
  return { at: new Date(at.getFullYear(), at.getMonth(), at.getDate(), 12), precision: 'day', kind: 'at', rest };
}

function nextOnDial(now: Date, hour: number, minute: number): Date {
  for (const each of [hour, hour + 12, hour + 24]) {
    const at = new Date(now.getFullYear(), now.getMonth(), now.getDate(), each, minute);
    if (at > now) return at;
  }
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, hour + 12, minute);
}

/** What is left of a sentence when words are taken out of it. */
function tidy(text: string): string {
  return text.replaceAll(/\s{2,}/g, ' ').replaceAll(/\s+([,.!?])/g, '$1').replace(/(?:^|\s)(?:(?:by|on|at|in|for|the|before|until)\s*)+$/i, '').replace(/^(?:之前|以前|前)/, '').replace(/^[\s,，。.、]+|[\s,，。.、]+$/g, '');
}
