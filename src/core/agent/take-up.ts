import type { Language } from '../signals/text.ts';
import type { Unit } from '../units.ts';
import { partSentences } from './sentences.ts';

const LEADS: Readonly<Record<Language, readonly string[]>> = {
  en: ['As I was saying: ', 'I was saying: ', 'To go on: '],
  zh: ['我刚才说到：', '我接着说：', '刚才我是想说：'],
};

/**
 * What was not heard of a text that was cut off: from the beginning of the sentence in which that happened.
 *
 * @param share how much of it had sounded
 */
export function restOf(text: string, share: Unit): string {
  const { sentences, rest } = partSentences(text);
  let end = 0;
  const all = [...sentences, rest];
  const first = all.findIndex((sentence) => (end += sentence.length) > share * text.length);
  return first < 0 ? '' : all.slice(first).join('').trim();
}

/** Takes it up again. */
export function takeUp(rest: string, language: Language, variant: Unit): string {
  const leads = LEADS[language];
  return `${leads[Math.min(leads.length - 1, Math.floor(variant * leads.length))]}${rest}`;
}
