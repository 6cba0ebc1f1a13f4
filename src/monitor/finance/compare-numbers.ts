import type { FinanceToken } from './tokens.ts';

/** Two numbers of one thing: what it is now, and what it was before or should have been. */
export interface Comparison {
  /** Indices of the two tokens, in the order in which they stand. */
  readonly first: number;
  readonly second: number;
  /** 1 where there is more of it now, -1 where there is less, 0 where it is the same within half a percent. */
  readonly way: -1 | 0 | 1;
  /** The index of the number of now. */
  readonly now: number;
}

/** Between two numbers these say that the second is of an earlier time, or what was expected. */
const LINKS = new Set(['from', 'compared', 'versus', 'vs', 'against', '(', 'than', 'expected', 'consensus', 'estimate', 'estimates', 'forecast', 'wanted', 'predicted', 'hoped', 'looked', 'earlier', 'ago', 'previously', '（']);
/** These may also stand behind the second number, or in a sentence of their own. */
const EXPECTED = new Set(['expected', 'consensus', 'estimate', 'estimates', 'forecast', 'wanted', 'predicted', 'hoped', 'looked', 'earlier', 'ago', 'previously']);
const HAN_LINKS = ['上年', '去年', '同期', '此前', '预期', '预测', '前值', '高于', '低于', '超过', '不及', '预计'];
const FURTHEST = 16;
const SAME = 0.005;

/** Finds numbers that a text compares: "EUR 2.1 mn vs 1.8 mn a year earlier", "from X to Y", "12.1 ( 9.4 )", "上年同期为". */
export function compareNumbers(tokens: readonly FinanceToken[]): Comparison[] {
  const found: Comparison[] = [];
  const quantities = tokens.flatMap(({ amount }, at) => (amount === null ? [] : [at]));
  for (let q = 0; q + 1 < quantities.length; q += 1) {
    const first = quantities[q]!;
    // A percentage may stand between two sums of money.
    const second = [quantities[q + 1]!, quantities[q + 2]].find((at) => at !== undefined && at - first <= FURTHEST && alike(tokens, first, at));
    if (second === undefined) continue;
    const old = olderOf(tokens, first, second);
    if (old === null || isRange(tokens, first)) continue;
    const now = old === first ? second : first;
    found.push({ first, second, now, way: wayOf(amountOf(tokens, now), amountOf(tokens, old)) });
    q = quantities.indexOf(second);
  }
  return found;
}

function wayOf(now: number, old: number): -1 | 0 | 1 {
  if (Math.abs(now - old) <= SAME * Math.max(Math.abs(now), Math.abs(old))) return 0;
  return now > old ? 1 : -1;
}

/** "EUR 0.31 negative" is below zero. */
function amountOf(tokens: readonly FinanceToken[], at: number): number {
  return tokens[at]!.amount! * (tokens[at + 1]?.form === 'negative' ? -1 : 1);
}

/** "from 3 to 5" may be how far something reaches. */
function isRange(tokens: readonly FinanceToken[], first: number): boolean {
  return tokens.slice(Math.max(0, first - 3), first).some(({ form }) => /^(ranges?|ranging|vary|varies|between)$/.test(form));
}

/** Only numbers of one kind are compared; one in brackets takes the kind of the one before it. */
function alike(tokens: readonly FinanceToken[], first: number, second: number): boolean {
  const [a, b] = [tokens[first]!, tokens[second]!];
  return a.form === b.form || (b.form === '<plain>' && (tokens[second - 1]?.form === '(' || a.amount! < 1000 === b.amount! < 1000));
}

/** Which of two numbers is the older one; null where they are not compared. */
function olderOf(tokens: readonly FinanceToken[], first: number, second: number): number | null {
  if (opens(tokens, first) && closes(tokens, second)) return first;
  let [between, stopped] = ['', false];
  for (let at = first + 1; at < second; at += 1) {
    const { form, kind } = tokens[at]!;
    if (form === '(' || form === '（') return at === second - 1 && /^[)）%]/.test(tokens[second + 1]?.form ?? '') ? second : null;
    if (LINKS.has(form) && (!stopped || EXPECTED.has(form))) return second;
    stopped ||= form === '.';
    if (form === ';' || form === '。' || form === '；') return null;
    if (kind === 'han') between += form;
  }
  if (!stopped && [1, 2, 3].some((step) => EXPECTED.has(tokens[second + step]?.form ?? ''))) return second;
  return HAN_LINKS.some((link) => between.includes(link)) ? second : null;
}

/** "from 3.1" with no "down" or "up" before it. */
function opens(tokens: readonly FinanceToken[], at: number): boolean {
  const before = tokens[at - 1]?.form ?? '';
  return (/^(from|由|从)$/.test(before) || /^(from)$/.test(tokens[at - 2]?.form ?? '')) && !/^(up|down|rose|fell)$/.test(tokens[at - 2]?.form ?? '');
}

function closes(tokens: readonly FinanceToken[], at: number): boolean {
  return /^(to|至|到|为)$/.test(tokens[at - 1]?.form ?? '') || /^(to)$/.test(tokens[at - 2]?.form ?? '');
}
