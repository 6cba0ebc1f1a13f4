import { type BothFeelings, byEmotion, EMOTIONS } from '../../core/index.ts';
import type { TextAnalysis } from './text-analysis.ts';

/**
 * A part of a text must be so sure of its feeling: two likely emotions of a whole text are mostly doubt between them. Chosen on
 * GoEmotions' dev part, by how often comments of which this holds were labelled with two emotions.
 */
const CLEARLY = 0.8;

/** Two feelings that different parts of a text express, each clearly; null where there are none. */
export function bothFeelings({ clauses }: Pick<TextAnalysis, 'clauses'>): BothFeelings | null {
  const surest = byEmotion((emotion) => clauses.reduce((most, { emotions }) => Math.max(most, emotions[emotion]), 0));
  const [one, other] = EMOTIONS.filter((emotion) => emotion !== 'neutral' && surest[emotion] >= CLEARLY).sort((a, b) => surest[b] - surest[a]);
  return one && other ? { one, other } : null;
}
