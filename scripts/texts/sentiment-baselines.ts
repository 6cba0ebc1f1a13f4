import vader from 'vader-sentiment';
import wink from 'wink-sentiment';
import type { Polarity } from '../faces/polarity.ts';

/** A lexicon that tells pleasant from unpleasant, each text by itself. */
export interface SentimentBaseline {
  readonly name: string;
  readonly tell: (text: string) => Polarity;
}

/** VADER's own bounds for neutral (Hutto and Gilbert 2014). */
const VADER_BOUND = 0.05;

export const SENTIMENT_BASELINES: readonly SentimentBaseline[] = [
  { name: 'vader-sentiment', tell: (text) => polarityOf(vaderCompound(text), VADER_BOUND) },
  { name: 'wink-sentiment', tell: (text) => polarityOf(wink(text).normalizedScore, 0) },
];

/** VADER's valence of a text, in [-1, 1]. */
export function vaderCompound(text: string): number {
  return vader.SentimentIntensityAnalyzer.polarity_scores(text).compound;
}

function polarityOf(score: number, bound: number): Polarity {
  return score > bound ? 'positive' : score < -bound ? 'negative' : 'neutral';
}
