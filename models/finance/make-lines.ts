import { createRandom, type Random } from '../../src/learn/random.ts';
import type { FinanceLanguage } from '../../src/monitor/finance/find-cues.ts';
import { FINANCE_CLASSES } from '../../src/monitor/finance/finance-head.ts';
import { CHINESE_FRAMES, FILLERS, FRAMES } from './frames.ts';

/** The list of sentences that are made by rules. */
export const MADE = 'made';

interface Line {
  readonly text: string;
  readonly language: FinanceLanguage;
  readonly sentiment: number;
  readonly list: string;
}

const SEED = 20261129;
/** How many sentences are made of each frame. */
const EACH = 14;
const UNITS = [['EUR ', ' mn'], ['EUR ', ' million'], ['SEK ', ' mn'], ['$', ' million'], ['USD ', 'm'], ['€', 'm'], ['NOK ', ' bn'], ['$', 'bn']] as const;
const [BEGINS, MIDDLES, ENDS] = [['Al', 'Bren', 'Cor', 'Dal', 'El', 'Fen', 'Gor', 'Hal', 'Kar', 'Lum', 'Mor', 'Nor', 'Ost', 'Pel', 'Rau', 'Sol', 'Tor', 'Vel'], ['da', 'vi', 'ma', 'to', 'ke', 'ri', 'lo', 'ne'], ['mark', 'tek', 'ra', 'nen', 'strom', 'dex', 'via', 'gard', 'lin', 'vik']] as const;
const KINDS = ['', '', '', ' Oyj', ' Group', ' Inc.', ' Corp', ' AB', ' Bank', ' Foods'] as const;

/** The frames with their gaps filled, always the same ones. */
export function makeLines(): Line[] {
  const random = createRandom(SEED);
  return ([['en', FRAMES], ['zh', CHINESE_FRAMES]] as const).flatMap(([language, frames]) => FINANCE_CLASSES.flatMap((name, sentiment) =>
    frames[name].flatMap((frame) => Array.from({ length: EACH }, () => ({ text: finish(fill(frame, random), language, random), language, sentiment, list: MADE })))));
}

function fill(frame: string, random: Random): string {
  const unit = pick(UNITS, random);
  // The larger sum is at least a twentieth larger.
  const small = 1 + 80 * random.uniform() ** 2;
  const big = small * (1.05 + 1.5 * random.uniform());
  const sum = (amount: number): string => `${unit[0]}${amount.toFixed(amount < 20 ? 1 : 0)}${unit[1]}`;
  const hans = (amount: number): string => `${amount.toFixed(1)}亿元`;
  const less = 12 + random.below(30);
  const given: Readonly<Record<string, () => string>> = {
    big: () => sum(big), small: () => sum(small), zhbig: () => hans(big), zhsmall: () => hans(small), less: () => String(less), more: () => String(less + 3 + random.below(40)),
    pct: () => `${(1 + random.below(400) / 10).toFixed(random.below(2))}${pick([' %', '%', ' percent', ' per cent', ' pct'], random)}`, price: () => (5 + 40 * random.uniform()).toFixed(2), year: () => String(1998 + random.below(26)),
    name: () => inventName(random), other: () => inventName(random), ticker: () => `$${inventName(random).slice(0, 4).toUpperCase().replaceAll(/[^A-Z]/g, 'X')}`,
  };
  let text = frame;
  // Fillers have gaps themselves.
  for (let gap = /\{([\w+-]+)\}/.exec(text); gap; gap = /\{([\w+-]+)\}/.exec(text)) text = text.replace(gap[0], (given[gap[1]!] ?? (() => pick(FILLERS[gap[1]!]!.split('|'), random)))());
  return text;
}

/** Begins with a capital; half of the time as it is written when it is not parted into tokens. */
function finish(text: string, language: FinanceLanguage, random: Random): string {
  const raised = text.charAt(0).toUpperCase() + text.slice(1);
  if (language === 'zh') return raised.replace(' percent', '%').replace(' per cent', '%').replace(' pct', '%').replace(' %', '%').replace(/[A-Z][a-z]+月/, '八月');
  return random.uniform() < 0.5 ? raised : raised.replaceAll(/ ([.,;?%]|'s)/g, '$1').replaceAll(/\( | \)/g, (bracket) => bracket.trim());
}

function inventName(random: Random): string {
  return `${pick(BEGINS, random)}${random.uniform() < 0.5 ? pick(MIDDLES, random) : ''}${pick(ENDS, random)}${pick(KINDS, random)}`;
}

function pick<Choice>(choices: readonly Choice[], random: Random): Choice {
  return choices[random.below(choices.length)]!;
}
