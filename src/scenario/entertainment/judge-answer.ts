import type { Language } from '../../core/index.ts';
import { parseNumber } from '../tutor/numbers.ts';
import type { Question } from './show.ts';

/** What somebody's words come to as an answer: `near` is hardly misspelt beyond what passes. No word of them is in it. */
export type Verdict = 'right' | 'near' | 'wrong';

/** What people say before an answer, and after it. */
const BEFORE: Readonly<Record<Language, RegExp>> = {
  en: /^(?:(?:um+|uh+|er+|well|ok(?:ay)?|hm+|so|maybe|perhaps|probably|about|roughly|i (?:think|guess|believe|d say|would say)|that|it|this|is|s|must|would|could|be|are|was|were|they|he|she|the answer|my answer|answer|called|named|of course|surely|definitely|a|an|the|in|on|at|from|with|to)\b[\s,]*)+/,
  zh: /^(?:嗯+|呃+|那个|应该|大概|大约|约|可能|也许|好像|我(?:觉得|猜|想|认为)|答案|就|叫做?|它|这|那|是|在|为|[，,、：:])+/,
};
const AFTER: Readonly<Record<Language, RegExp>> = { en: /[\s,]*(?:i (?:think|guess|believe)|right|maybe|perhaps|of course|please)$/, zh: /(?:[吧吗呢啊呀哦嘛]|对吗|对不对|对吧)+$/ };
/** Who names two, or says what it is not, has not answered. */
const HEDGES: Readonly<Record<Language, RegExp>> = { en: /\b(?:or|not|isn t|no|neither|either)\b/, zh: /还是|或者|不是|不叫|没/ };
const NUMBERS = /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand)$/;
/** Words in a sentence that may still be an answer. */
const MOST_WORDS: Readonly<Record<Language, number>> = { en: 9, zh: 14 };

/**
 * Judges words as an answer to a question; null where they don't look like one.
 *
 * Right is any of the question's answers, alone or in a short sentence, also a little misspelt: by one letter from five letters on, by two
 * from eight, in Chinese by one character from four on. A number may stand in digits or words.
 */
export function judgeAnswer({ answers, not }: Pick<Question, 'answers' | 'not'>, words: string, language: Language): Verdict | null {
  const [given, rights] = [strip(words, language), (answers[language] ?? []).map((each) => joined(each, language))];
  if (given === '') return null;
  const hedged = HEDGES[language].test(even(words)) && !rights.includes(given);
  if (!hedged && rights.some((right) => isRight(given, right, language))) return 'right';
  const like = (not?.[language] ?? []).map((each) => joined(each, language));
  if (!hedged && !like.includes(given)) {
    if (rights.some((right) => distance(given, right) <= slack(right, language))) return 'right';
    if (rights.some((right) => slack(right, language) > 0 && distance(given, right) <= slack(right, language) + 1)) return 'near';
  }
  const long = language === 'zh' ? given.length > MOST_WORDS.zh : given.split(' ').length > MOST_WORDS.en;
  return long || /[?？]\s*$/.test(words) ? null : 'wrong';
}

function isRight(given: string, right: string, language: Language): boolean {
  if (given === right || given === strip(right, language) || bare(given) === bare(right)) return true;
  if (/^\d+(?:\.\d+)?$/.test(right)) return numberIn(given) === Number(right);
  if (isNumber(right)) return false;
  // In a sentence, as a word of its own; in Chinese as it stands, where it is more than one character.
  return language === 'zh' ? right.length > 1 && given.length <= MOST_WORDS.zh && given.includes(right) : given.split(' ').length <= MOST_WORDS.en && ` ${given} `.includes(` ${right} `);
}

/** A number that is all there is but for what is counted: eight, 8 legs, 八条. In "thirty-two" or a Chinese name that ends in 三 there is none. */
function numberIn(given: string): number | null {
  if (/\d/.test(given)) return parseNumber(given);
  const chinese = /^[零一二两三四五六七八九十百]+/.exec(given)?.[0];
  if (chinese !== undefined) return given.length - chinese.length <= 2 ? parseNumber(chinese) : null;
  const counted = given.split(' ').filter((word) => NUMBERS.test(word));
  return counted.length === 1 ? parseNumber(counted[0]!) : null;
}

/** Whether an answer is a number in digits or words, which must be right to the letter. */
function isNumber(right: string): boolean {
  return /\d/.test(right) || right.split(' ').some((word) => NUMBERS.test(word)) || /^[零一二两三四五六七八九十百千]+$/.test(right);
}

/** Small letters without accents, signs as spaces. */
function even(words: string): string {
  return words.normalize('NFKD').replaceAll(/\p{M}/gu, '').normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}.]+/gu, ' ').replaceAll(/\.(?!\d)/g, ' ').replaceAll(/\s+/g, ' ').trim();
}

function strip(words: string, language: Language): string {
  const plain = even(words);
  const stripped = plain.replace(BEFORE[language], '').replace(AFTER[language], '').trim();
  // Who says nothing but "it" or "is" has said that.
  return joined(stripped || plain, language);
}

function joined(words: string, language: Language): string {
  return language === 'zh' ? even(words).replaceAll(' ', '') : even(words);
}

/** Without a plural's ending. */
function bare(words: string): string {
  return words.replace(/(?<=\w{3})s$/, '').replaceAll(' ', '');
}

/** How many letters may be wrong. */
function slack(right: string, language: Language): number {
  if (isNumber(right)) return 0;
  const [one, two] = language === 'zh' && !/[a-z]/.test(right) ? [4, 8] : [5, 8];
  return right.length >= two ? 2 : right.length >= one ? 1 : 0;
}

/** Letters to change, leave out, put in or swap with their neighbour (optimal string alignment). */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 3) return Number.POSITIVE_INFINITY;
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + Number(!same), swapped ? before[j - 2]! + 1 : Number.POSITIVE_INFINITY));
    }
    [before, last] = [last, row];
  }
  return last[other.length]!;
}
