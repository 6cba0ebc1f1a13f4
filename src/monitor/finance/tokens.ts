/** A word, Chinese character, number or mark of financial news. */
export interface FinanceToken {
  readonly kind: 'word' | 'han' | 'number' | 'mark' | 'cashtag';
  /** Lower case; of a number what stands for its kind: <money>, <percent>, <plain> or <year>. Numbers of different kinds are never compared. */
  readonly form: string;
  /** Where it stands in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** Begins with a capital. */
  readonly capital: boolean;
  /** What a number says, in whole units ("3.1 mn" is 3,100,000); null of other tokens, and of numbers that are no quantity, such as years. */
  readonly amount: number | null;
}

const MULTIPLES: Readonly<Record<string, number>> = {
  k: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, mln: 1e6, mio: 1e6, million: 1e6, b: 1e9, bn: 1e9, bln: 1e9, billion: 1e9, tn: 1e12, trillion: 1e12,
  万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8, 万亿: 1e12,
};
const CURRENCY = String.raw`(?:[$€£¥₹]|(?:EUR|USD|GBP|SEK|NOK|DKK|CHF|JPY|CNY|RMB|HKD|LTL|LVL|EEK|PLN|RUB|CAD|AUD|INR|US\$|C\$|A\$|Rs\.?|euros?)\s?)`;
const MULTIPLE = String.raw`(?:\s?(?:thousand|million|billion|trillion|mln|mio|mn|bln|bn|tn|[kmb])(?![A-Za-z])|万亿|千万|百万|亿|万)`;
const PERCENT = String.raw`\s?(?:%|pct\b|percent\b|per\s?cent\b|percentage points?\b|pp\b|bps\b|个百分点)`;
const HAN_DIGITS = '零〇一二两三四五六七八九十百千';
const PATTERN = new RegExp([
  String.raw`(?<cashtag>\$[A-Za-z]{1,6}(?:\.[A-Za-z])?(?![\p{L}\p{N}]))`,
  String.raw`(?<currency>${CURRENCY})?(?<sign>(?<![\p{L}\p{N}])-)?(?<digits>\d{1,15}(?:[.,]\d{1,15})*)(?<percent>${PERCENT})?(?<multiple>${MULTIPLE})?(?<after>\s?(?:euros?|dollars?|pounds?|crowns?|元|美元|欧元|港元)(?![A-Za-z]))?`,
  String.raw`(?<hanNumber>[${HAN_DIGITS}]{1,12}(?:点[${HAN_DIGITS}]{1,6})?(?:(?:万亿|亿|万)(?:[${HAN_DIGITS}]{1,8}(?:万)?)?|成[${HAN_DIGITS}]?|倍|元|天))`,
  String.raw`(?<han>\p{Script=Han})`,
  String.raw`(?<word>(?:(?!\p{Script=Han})\p{L})(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}]|['’.&](?=(?!\p{Script=Han})\p{L}(?!\p{L}{0,30}['’]s\b)))*)`,
  String.raw`(?<mark>[^\s])`,
].join('|'), 'gu');
/** Hyphens, and marks of quotation. */
const LEFT_OUT = new Set(['-', '‑', '"', '\'', '‘', '’', '“', '”', '`', '´', '«', '»', '「', '」', '『', '』']);
const LONGEST = 4000;

/**
 * Parts a text into tokens, in time linear in its length; of a long one the first 4000 code units are read. Hyphens inside of words, and dots in
 * abbreviations, are left out, so "pre-tax" and "pre tax" are alike; "'s" is a token of its own.
 */
export function financeTokens(text: string): FinanceToken[] {
  const tokens: FinanceToken[] = [];
  for (const match of text.slice(0, LONGEST).matchAll(PATTERN)) {
    const written = match[0];
    const [start, end] = [match.index, match.index + written.length];
    const { cashtag, digits, hanNumber, han, word } = match.groups as Record<string, string | undefined>;
    const add = (kind: FinanceToken['kind'], form: string, amount: number | null = null, capital = false, from = start, to = end): void => { tokens.push({ kind, form, start: from, end: to, capital, amount }); };
    if (digits !== undefined) addNumber(match.groups as Record<string, string | undefined>, add);
    else if (word !== undefined) addWord(word, start, add);
    else if (han !== undefined) add('han', han);
    else if (hanNumber !== undefined) add('number', hanNumber.includes('成') ? '<percent>' : '<plain>', readHanNumber(hanNumber));
    else if (cashtag !== undefined) add('cashtag', '<cashtag>', null, true);
    else if (!LEFT_OUT.has(written)) add('mark', written);
  }
  return tokens;
}

type Add = (kind: FinanceToken['kind'], form: string, amount?: number | null, capital?: boolean, from?: number, to?: number) => void;

function addWord(word: string, start: number, add: Add): void {
  const plain = word.replace(/[’]/g, "'");
  const owned = /^(?<owner>.+)'s$/i.exec(plain)?.groups?.['owner'];
  const form = (owned ?? plain).toLowerCase().replaceAll('.', '');
  const capital = /^\p{Lu}/u.test(word);
  if (form === 's' && start > 0) return add('word', "'s");
  add('word', form, null, capital, start, start + (owned ?? plain).length);
  if (owned !== undefined) add('word', "'s", null, false, start + owned.length, start + word.length);
}

function addNumber({ digits, sign, currency, multiple, percent, after }: Record<string, string | undefined>, add: Add): void {
  const number = readDigits(digits!) * (sign ? -1 : 1);
  if (percent !== undefined) return add('number', '<percent>', number);
  const money = currency !== undefined || after !== undefined;
  if (!money && multiple === undefined && /^(19|20)\d\d$/.test(digits!)) return add('number', '<year>');
  add('number', money ? '<money>' : '<plain>', number * (multiple === undefined ? 1 : MULTIPLES[multiple.trim()]!));
}

/** Commas before three digits part thousands; any other comma is a decimal one. */
function readDigits(digits: string): number {
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) return Number(digits.replaceAll(',', ''));
  if (/^\d{1,3}(\.\d{3})+(,\d+)$/.test(digits)) return Number(digits.replaceAll('.', '').replace(',', '.'));
  const value = Number(digits.replace(',', '.'));
  return Number.isNaN(value) ? Number(digits.replaceAll(/[.,]/g, '')) : value;
}

const DIGIT: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const PLACE: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** "三亿二千万" is 320,000,000; "三成一" is 31 (percent). */
function readHanNumber(written: string): number {
  if (written.includes('成')) return [...written.replace('成', '')].reduce((sum, digit, i) => sum + (DIGIT[digit] ?? PLACE[digit] ?? 0) * (i === 0 ? 10 : 1), 0);
  let [total, section, digit] = [0, 0, 0];
  for (const letter of written.replace(/点.*/, '')) {
    if (letter in DIGIT) digit = DIGIT[letter]!;
    else if (letter in PLACE) {
      section += (digit || 1) * PLACE[letter]!;
      digit = 0;
    } else if (letter in MULTIPLES) {
      total = (total + section + digit) * (letter === '亿' || total === 0 ? MULTIPLES[letter]! : 1) + (letter === '万' && total > 0 ? (section + digit) * (1e4 - 1) : 0);
      [section, digit] = [0, 0];
    }
  }
  return total + section + digit;
}
