import type { Unit } from '../../core/index.ts';
import { type Net, parseNet, tensorOf } from '../../browser/nets/net-file.ts';
import { beyondCues, featuresOf, type FinanceFeatures, hashGram } from './features.ts';
import { findCues, type FinanceLanguage } from './find-cues.ts';
import { findFindings } from './find-findings.ts';
import { createFinanceHead, type FinanceSettings, softmax } from './finance-head.ts';
import { focusOn } from './focus.ts';
import { financeTokens } from './tokens.ts';

/** How good a text is for whoever holds the entity; probabilities that add up to 1. */
export interface FinanceReading {
  readonly positive: Unit;
  readonly neutral: Unit;
  readonly negative: Unit;
}

/** Where a name stands in a text, in UTF-16 code units; the end is the first one behind it. */
export interface About {
  readonly start: number;
  readonly end: number;
}

export interface FinanceReader {
  /**
   * @param text one headline, sentence or post; of a long one the first 4000 code units are read
   * @param about where the entity stands in the text, for a reading towards it; null for the text as a whole
   */
  read(text: string, language: FinanceLanguage, about: About | null): FinanceReading;
}

/** The sum of ratings of a text's words of general tone, the pleasant and the unpleasant ones apart. */
export type Tone = (forms: readonly { readonly form: string }[]) => readonly [pleasant: number, unpleasant: number];

/**
 * The light reader: words, grams and rules; always the same answer for the same words, thousands of texts a second on a core. Words that nobody knows are
 * neutral with little certainty.
 *
 * @param weights the text of models/finance/net.json, or what JSON.parse makes of it
 * @throws {AttuneError} `asset-wrong` when the weights are not models/finance's
 */
export function createFinanceReader(weights: unknown): FinanceReader {
  const { score } = createScorer(netOf(weights));
  return { read: (text, language, about) => readingOf(softmax(score(text, language, about))) };
}

/** @throws {AttuneError} `asset-wrong` when the weights are not models/finance's */
export function netOf(weights: unknown): Net {
  return parseNet(typeof weights === 'string' ? weights : JSON.stringify(weights ?? null), 'finance');
}

/** Gives logarithms of the odds, up to a constant, of positive, neutral and negative. */
export function createScorer(net: Net): { score(text: string, language: FinanceLanguage, about: About | null): Float64Array } {
  const head = createFinanceHead(net);
  const toneOf = createTone(net);
  return { score: (text, language, about) => head.score(countFeatures(text, language, about, toneOf)) };
}

/** What is counted of a text, or of what it says of one name. */
export function countFeatures(text: string, language: FinanceLanguage, about: About | null, toneOf: Tone): FinanceFeatures {
  const tokens = financeTokens(text);
  const cues = findCues(tokens, language);
  const findings = findFindings(tokens, cues, language);
  const focus = about && focusOn(about, tokens, cues, findings, language);
  const seen = focus?.tokens ?? tokens;
  return featuresOf(seen, focus?.findings ?? findings, language, language === 'en' ? toneOf(beyondCues(tokens, cues).filter((token) => seen.includes(token))) : [0, 0]);
}

function createTone(net: Net): Tone {
  const { tone } = net.settings as unknown as FinanceSettings;
  const words = tensorOf(net, 'tone/words', [tone]);
  const ratings = tensorOf(net, 'tone/ratings', [tone, 1]);
  return toneBy(new Map([...words].map((word, row) => [word, ratings[row]!])));
}

/** @param ratings by {@link hashGram} of a word, from -4 to 4 */
export function toneBy(ratings: ReadonlyMap<number, number>): Tone {
  return (forms) => {
    let [pleasant, unpleasant] = [0, 0];
    for (const { form } of forms) {
      const rating = ratings.get(hashGram(form)) ?? 0;
      if (rating > 0) pleasant += rating;
      else unpleasant -= rating;
    }
    return [pleasant, unpleasant];
  };
}

export function readingOf([positive = 0, neutral = 0, negative = 0]: ArrayLike<number> & Iterable<number>): FinanceReading {
  return { positive, neutral, negative };
}
