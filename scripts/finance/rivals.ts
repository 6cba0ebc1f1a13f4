import { afinn165FinancialMarketNews } from 'afinn-165-financialmarketnews';
import { vaderCompound } from '../texts/sentiment-baselines.ts';
import { FINANCE_CLASSES } from '../../src/monitor/finance/finance-head.ts';
import type { FinanceRow } from './read-rows.ts';

/** A lexicon that gives a text a number: pleasant above, unpleasant below. */
interface Lexicon {
  readonly name: string;
  readonly score: (text: string) => number;
}

const LEXICA: readonly Lexicon[] = [
  { name: 'vader-sentiment', score: vaderCompound },
  { name: 'afinn-165-financialmarketnews', score: afinnScore },
];

/** A lexicon with bounds of its own: above the upper one a text is positive, below the lower one negative. */
export interface Rival {
  readonly name: string;
  readonly bounds: readonly [lower: number, upper: number];
  /** The index in FINANCE_CLASSES. */
  readonly tell: (text: string) => number;
}

/** The lexica with the bounds that make accuracy and macro-F1 together as high as can be on some rows, of their own language. */
export function fitRivals(rows: readonly FinanceRow[]): Rival[] {
  const english = rows.filter(({ language }) => language === 'en');
  return LEXICA.map(({ name, score }) => {
    const scores = english.map(({ text }) => score(text));
    const steps = [...new Set([-Infinity, Infinity, 0, ...scores])].sort((a, b) => a - b);
    // Halfway between scores that occur, so that nothing lies on a bound.
    const bounds = steps.slice(1).map((step, i) => (Number.isFinite(step) && Number.isFinite(steps[i]!) ? (step + steps[i]!) / 2 : Number.isFinite(step) ? step - 1e-6 : steps[i]! + 1e-6));
    let best: readonly [number, number] = [0, 0];
    let most = -1;
    for (const lower of bounds) {
      for (const upper of bounds) {
        if (upper < lower) continue;
        const worth = judgeBounds(scores, english, lower, upper);
        if (worth > most) [best, most] = [[lower, upper], worth];
      }
    }
    return { name, bounds: best, tell: (text) => place(score(text), ...best) };
  });
}

function place(score: number, lower: number, upper: number): number {
  return score > upper ? 0 : score < lower ? 2 : 1;
}

function judgeBounds(scores: readonly number[], rows: readonly FinanceRow[], lower: number, upper: number): number {
  const [hits, chosen, support] = [[0, 0, 0], [0, 0, 0], [0, 0, 0]];
  scores.forEach((score, i) => {
    const told = place(score, lower, upper);
    const truth = rows[i]!.sentiment;
    chosen[told]! += 1;
    support[truth]! += 1;
    if (told === truth) hits[told]! += 1;
  });
  const f1 = FINANCE_CLASSES.reduce((sum, _, c) => sum + (2 * hits[c]!) / Math.max(1, chosen[c]! + support[c]!), 0) / FINANCE_CLASSES.length;
  return f1 + hits.reduce((sum, each) => sum + each, 0) / rows.length;
}

/** The sum of the words' ratings, by the number of words. */
function afinnScore(text: string): number {
  const words = text.toLowerCase().match(/[a-z][a-z'-]*/g) ?? [];
  return words.reduce((sum, word) => sum + (Object.hasOwn(afinn165FinancialMarketNews, word) ? afinn165FinancialMarketNews[word]! : 0), 0) / Math.max(1, words.length);
}
