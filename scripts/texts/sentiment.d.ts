declare module 'vader-sentiment' {
  export const SentimentIntensityAnalyzer: {
    /** `compound` lies in [-1, 1]. */
    polarity_scores(text: string): { readonly pos: number; readonly neu: number; readonly neg: number; readonly compound: number };
  };
}

declare module 'wink-sentiment' {
  /** `normalizedScore` is the sum of word scores, divided by how many words had one. */
  export default function sentiment(text: string): { readonly score: number; readonly normalizedScore: number };
}
