import type { Language } from '../../core/index.ts';
import type { Texts } from '../pack.ts';
import type { Exercise } from './lesson.ts';
import { areEqual, isLowest, parseFraction, parseNumber } from './numbers.ts';

/** What somebody's words come to as an answer. No word of them is in it. */
export interface CheckedAnswer {
  readonly exercise: string;
  readonly right: boolean;
  /** The misconception that a wrong answer gives away; null for none that is known. */
  readonly shows: string | null;
  /** Whether they said nothing else, so that no wish can be meant. */
  readonly plain: boolean;
}

/** Letters by which options and items are named. */
export const LETTERS = 'ABCDEFGH';

/** An option or item in a language. */
export function itemIn(item: string | Texts, language: Language): string {
  return typeof item === 'string' ? item : (item[language] ?? '');
}

/** Checks words as an answer to an exercise; null where no answer is in them. */
export function checkAnswer(exercise: Exercise, words: string, language: Language): CheckedAnswer | null {
  const { id, answer, wrong } = exercise;
  const plain = isPlain(words);
  const checked = (right: boolean, same: (other: string) => boolean): CheckedAnswer => ({ exercise: id, right, shows: right ? null : (wrong.find((each) => same(each.answer))?.shows ?? null), plain });
  switch (answer.kind) {
    case 'number': {
      const given = parseNumber(words);
      return given === null ? null : checked(given === answer.is, (other) => parseNumber(other) === given);
    }
    case 'fraction': {
      const given = parseFraction(words);
      if (!given) return null;
      const right = areEqual(given, parseFraction(answer.is)!) && (!answer.lowest || isLowest(given));
      return checked(right, (other) => {
        const shown = parseFraction(other)!;
        // Where lowest terms are asked, 2/4 is another answer than 1/2.
        return answer.lowest ? shown.top === given.top && shown.bottom === given.bottom : areEqual(shown, given);
      });
    }
    case 'choice': {
      const at = optionIn(answer.options.map((option) => itemIn(option, language)), words);
      return at === -1 ? null : checked(at === answer.is, (other) => optionIn(answer.options.map((option) => itemIn(option, language)), other) === at);
    }
    case 'order': {
      const given = orderIn(answer.items.map((item) => itemIn(item, language)), words);
      return given ? checked(given.join() === answer.is.join(), (other) => orderIn(answer.items.map((item) => itemIn(item, language)), other)?.join() === given.join()) : null;
    }
    case 'text': {
      const given = bare(words);
      if (given === '') return null;
      // A text may be anything, so only a right one is surely an answer.
      return { ...checked(answer.is.some((each) => bare(each) === given), (other) => bare(other) === given), plain: false };
    }
  }
}

/** Digits, letters A to H, signs and words of numbers alone. */
function isPlain(words: string): boolean {
  return /^(?:(?:it is|it's|that is|the answer is|is|是|等于|答案是)\s*)?[\d\s/.,，、⁄又分之零一二两三四五六七八九十-]+[.。]?$|^[a-h](?:[\s,，、>-]*[a-h])*[.。]?$/i.test(words.normalize('NFKC').trim());
}

function bare(words: string): string {
  return words.normalize('NFKC').toLowerCase().replaceAll(/["'“”‘’`]/g, '').replaceAll(/\s+/g, ' ').replace(/[.。]$/, '').trim();
}

/** An option by its letter, by its place or by its own words; -1 for none. */
function optionIn(options: readonly string[], words: string): number {
  const given = bare(words);
  const same = options.findIndex((option) => bare(option) === given);
  if (same !== -1) return same;
  const letter = /^(?:(?:option|answer|it is|it's|i choose|i think|选|我选|是)\s*)?([a-h])$/.exec(given)?.[1];
  if (letter !== undefined) return LETTERS.toLowerCase().indexOf(letter) < options.length ? LETTERS.toLowerCase().indexOf(letter) : -1;
  const within = options.map((option, at) => [at, bare(option)] as const).filter(([, option]) => option.length > 1 && ` ${given} `.includes(/[\u4e00-\u9fff]/.test(option) ? option : ` ${option} `));
  return within.length === 1 ? within[0]![0] : -1;
}

/** "C A B" as positions, or the items' own words; null where it is not all of them once. */
function orderIn(items: readonly string[], words: string): readonly number[] | null {
  const letters = words.normalize('NFKC').toUpperCase().match(/\b[A-H]\b|^[A-H]+$/g)?.join('') ?? '';
  const given = [...letters].map((letter) => LETTERS.indexOf(letter));
  if (given.length === items.length && new Set(given).size === items.length && Math.max(...given) < items.length) return given;
  const places = items.map((item, at) => [at, bare(words).indexOf(bare(item))] as const);
  return places.some(([, place]) => place === -1) ? null : places.toSorted(([, one], [, other]) => one - other).map(([at]) => at);
}
