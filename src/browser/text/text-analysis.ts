import type { Belief, EmotionDistribution, Language } from '../../core/index.ts';
import type { TextLabel } from './labels.ts';

/** A stretch of the text, in UTF-16 code units of the original. */
export interface TextRange {
  readonly start: number;
  /** One after the last. */
  readonly end: number;
}

/** A stretch that moved the result. */
export interface TextEvidence extends TextRange {
  /** How far it speaks for the likeliest emotion, in logarithms of odds; negative where it speaks against it. */
  readonly weight: number;
}

/** A part of the text, such as what stands before a "but". */
export interface TextClause extends TextRange {
  readonly emotions: EmotionDistribution;
  readonly valence: number;
}

/** What a text appears to express. Where nothing is known of its words, emotions are uniform and the beliefs as wide as can be. */
export interface TextAnalysis {
  readonly language: Language;
  /** Which model read it. */
  readonly size: 'light' | 'full';
  /** The probability of each label of GoEmotions, independent of each other; null in Chinese, for which none were learnt. */
  readonly labels: Readonly<Record<TextLabel, number>> | null;
  /** The labels that are likely enough to be told, the likeliest first: those that reach their threshold. */
  readonly told: readonly TextLabel[];
  readonly emotions: EmotionDistribution;
  readonly valence: Belief;
  readonly arousal: Belief;
  readonly dominance: Belief;
  /** Strongest first. */
  readonly evidence: readonly TextEvidence[];
  readonly clauses: readonly TextClause[];
  /** How many words, phrases and emoji show feeling. */
  readonly cues: number;
  /** Share of the words that the model knows, in [0, 1]. */
  readonly known: number;
  /** How many code units were read; less than the text has where it is longer than is read at most. */
  readonly read: number;
}
