/** A fraction of whole numbers, as it was written: 2/4 stays 2/4. */
export interface Fraction {
  readonly top: number;
  readonly bottom: number;
}

const ENGLISH_NUMBERS: Readonly<Record<string, number>> = Object.fromEntries([
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty',
].map((word, value) => [word, value]));
const ENGLISH_PARTS: Readonly<Record<string, number>> = {
  half: 2, halves: 2, third: 3, quarter: 4, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10, eleventh: 11, twelfth: 12, fifteenth: 15, sixteenth: 16, twentieth: 20,
};
const ENGLISH_NUMBER = Object.keys(ENGLISH_NUMBERS).join('|');
const ENGLISH_PART = Object.keys(ENGLISH_PARTS).join('|');
const CHINESE_DIGITS = '零一二三四五六七八九';
const CHINESE_NUMBER = '[零一二两三四五六七八九十百]+';

/** Full-width digits and signs as plain ones, small letters, no thousands' commas. */
function even(words: string): string {
  return words.normalize('NFKC').toLowerCase().replaceAll(/[−–]/g, '-').replaceAll(/(?<=\d),(?=\d{3}\b)/g, '');
}

function numberOf(word: string): number | null {
  if (/^-?\d+(\.\d+)?$/.test(word)) return Number(word);
  return ENGLISH_NUMBERS[word] ?? chineseNumber(word);
}

/** 二十三 is 23; up to 999. */
function chineseNumber(word: string): number | null {
  if (!new RegExp(`^${CHINESE_NUMBER}$`).test(word)) return null;
  let [sum, digit] = [0, null as number | null];
  for (const sign of word) {
    if (sign === '十' || sign === '百') {
      sum += (digit ?? 1) * (sign === '十' ? 10 : 100);
      digit = null;
    } else digit = sign === '两' ? 2 : CHINESE_DIGITS.indexOf(sign);
  }
  return sum + (digit ?? 0);
}

/**
 * The last number that somebody says, in digits or in words of English (up to twenty) or Chinese (under a thousand); null for none. The last, since people
 * correct themselves and repeat the question before they answer it.
 */
export function parseNumber(words: string): number | null {
  const found = even(words).match(new RegExp(`-?\\d+(?:\\.\\d+)?|\\b(?:${ENGLISH_NUMBER})\\b|${CHINESE_NUMBER}`, 'g'));
  return found === null ? null : numberOf(found.at(-1)!);
}

/** The last fraction that somebody says: 3/4, 1 1/2, three quarters, 四分之三, 一又二分之一, or a whole number; null for none. */
export function parseFraction(words: string): Fraction | null {
  const plain = even(words);
  const written = last(plain, /(?:(-?\d+)\s+(?:and\s+)?|(\d+)又)?(-?\d+)\s*[/⁄]\s*(\d+)/g);
  if (written) return mixed(written[1] ?? written[2], written[3]!, Number(written[4]));
  const chinese = last(plain, new RegExp(`(?:(${CHINESE_NUMBER}|\\d+)又)?(${CHINESE_NUMBER}|\\d+)分之(${CHINESE_NUMBER}|\\d+)`, 'g'));
  if (chinese) return mixed(chinese[1], chinese[3]!, numberOf(chinese[2]!));
  const english = last(plain, new RegExp(`(?:\\b(${ENGLISH_NUMBER}|\\d+) and )?\\b(${ENGLISH_NUMBER}|an?|\\d+)[ -](${ENGLISH_PART})s?\\b`, 'g'));
  if (english) return mixed(english[1], english[2]!, ENGLISH_PARTS[english[3]!]!);
  if (/\bhalf\b|一半/.test(plain)) return { top: 1, bottom: 2 };
  const whole = parseNumber(plain);
  return whole !== null && Number.isInteger(whole) ? { top: whole, bottom: 1 } : null;
}

function last(words: string, pattern: RegExp): RegExpExecArray | undefined {
  return [...words.matchAll(pattern)].at(-1);
}

function mixed(whole: string | undefined, top: string, bottom: number | null): Fraction | null {
  const over = /^an?$/.test(top) ? 1 : numberOf(top);
  const before = whole === undefined ? 0 : numberOf(whole);
  if (over === null || before === null || bottom === null || bottom === 0) return null;
  return { top: before * bottom + over, bottom };
}

/** Whether two fractions are worth the same. */
export function areEqual(one: Fraction, other: Fraction): boolean {
  return one.top * other.bottom === other.top * one.bottom;
}

/** Whether nothing but 1 divides both. */
export function isLowest({ top, bottom }: Fraction): boolean {
  let [a, b] = [Math.abs(top), bottom];
  while (b !== 0) [a, b] = [b, a % b];
  return a === 1;
}
