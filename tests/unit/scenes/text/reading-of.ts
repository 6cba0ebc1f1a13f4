import { EMOTIONS, type Emotion, type EmotionDistribution, UNKNOWN } from 'attune';
import type { ReadText } from 'attune/browser';

const UNIFORM = Object.fromEntries(EMOTIONS.map((emotion) => [emotion, 1 / EMOTIONS.length])) as EmotionDistribution;

/** A reading in which nothing is known but what is given. */
export const readingOf = (given: Partial<ReadText> = {}): ReadText => ({
  language: 'en', size: 'light', labels: null, told: [], emotions: UNIFORM, valence: UNKNOWN, arousal: UNKNOWN, dominance: UNKNOWN,
  evidence: [], clauses: [], cues: 0, known: 1, read: 4000, intent: 'statement', intentConfidence: 1, domain: null, own: { match: null, ranking: [], nearness: 0 }, ...given,
});

/** Most of the mass on one emotion. */
export const mostly = (emotion: Emotion): EmotionDistribution => Object.fromEntries(EMOTIONS.map((each) => [each, each === emotion ? 0.65 : 0.05])) as EmotionDistribution;
