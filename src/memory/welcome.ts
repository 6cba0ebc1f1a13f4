import type { Language } from '../core/index.ts';
import { isOver } from './days.ts';
import type { Entry } from './entry.ts';
import { type Occasion, WELCOME_EN, WELCOME_ZH, type WelcomeLines } from './welcome-lines.ts';

const LINES: Readonly<Record<Language, WelcomeLines>> = { en: WELCOME_EN, zh: WELCOME_ZH };

const isHeavy = ({ matter, feeling }: Entry): boolean => matter !== 'event' || feeling === 'sadness' || feeling === 'anger' || feeling === 'fear';

const isIn = (language: Language, { about }: Entry): boolean => /\p{Script=Han}/u.test(about ?? '') === (language === 'zh');

/**
 * Chooses what a returning player may be asked about; null for nothing. What was talked about last in the last visit comes first.
 * From earlier visits only what was not heavy, and whose day has come since. Nothing is asked about twice.
 *
 * What was said in another language is not spoken of in this one.
 *
 * @param begun when this visit began
 */
export function whatToBringUp(newestFirst: readonly Entry[], language: Language, begun: string, now: Date): Entry | null {
  const earlier = newestFirst.filter(({ kind, visit, about }) => kind === 'topic' && visit < begun && about !== null);
  const lastVisit = newestFirst.reduce((last, { visit }) => (visit < begun && visit > last ? visit : last), '');
  const last = earlier.find(({ visit }) => visit === lastVisit);
  // Of the last visit only what was talked about last: what came before it had been left.
  if (last) return last.asked || !isIn(language, last) ? null : last;
  return earlier.find((topic) => !topic.asked && isIn(language, topic) && topic.open && !isHeavy(topic) && topic.due !== null && isOver(topic.due, now)) ?? null;
}

interface Welcome {
  readonly name: string | null;
  readonly topic: Entry | null;
  readonly language: Language;
  /** In [0, 1): by which lines vary repeatably. */
  readonly variant: number;
  readonly now: Date;
}

/** Greets somebody who was here before. */
export function sayWelcome({ name, topic, language, variant, now }: Welcome): string {
  const { openings, named, lines, comma, swap } = LINES[language];
  const pick = (from: readonly [string, ...string[]]): string => from[Math.min(from.length - 1, Math.floor(variant * from.length))] ?? from[0];
  const opening = name === null ? pick(openings) : pick(named).replace('{name}', name);
  return `${opening}${comma}${pick(lines[occasionOf(topic, now)]).replace('{about}', swap(topic?.about ?? ''))}`;
}

function occasionOf(topic: Entry | null, now: Date): Occasion {
  if (topic === null) return 'nothing';
  if (topic.matter !== 'event') return topic.matter ?? 'nothing';
  if (!topic.open) return topic.feeling === 'happiness' ? 'went-well' : 'told';
  if (topic.due === null) return 'under-way';
  if (!isOver(topic.due, now)) return 'ahead';
  return topic.feeling === 'fear' ? 'worried' : 'past';
}
