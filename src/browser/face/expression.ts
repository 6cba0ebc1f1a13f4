import { byEmotion, EMOTIONS, softmax, unit, type EmotionDistribution, type FaceExpression, type Unit } from '../../core/index.ts';
import type { ExpressionHead } from './expression-head.ts';
import type { EmotionScores } from './running-neutral.ts';

/**
 * What a face appears to express, when its own resting face is allowed for.
 *
 * @param rest how the head scores this player's resting face; null when that is not known
 * @param settled how far it is known
 */
export function expressionOf(scores: EmotionScores, rest: EmotionScores | null, settled: Unit, { neutral, baselineShare }: Pick<ExpressionHead, 'neutral' | 'baselineShare'>): FaceExpression {
  const corrected = (part: 'whole' | 'upper'): EmotionDistribution =>
    forLog(softmax(byEmotion((emotion) => {
      const i = EMOTIONS.indexOf(emotion);
      const shift = rest ? baselineShare * settled * ((rest[part][i] ?? 0) - (neutral[part][i] ?? 0)) : 0;
      return (scores[part][i] ?? 0) - shift;
    })));
  return { whole: corrected('whole'), upper: corrected('upper') };
}

/**
 * Blendshapes relative to a resting face, 0 where it is not exceeded, rounded for the log.
 *
 * @param settled how far the resting face is known
 */
export function relativeBlendshapes(scores: ArrayLike<number>, rest: ArrayLike<number> | null, settled: Unit): Unit[] {
  return Array.from(scores, (score, i) => {
    const floor = rest ? settled * unit(rest[i] ?? 0) : 0;
    return Math.round(1000 * unit((score - floor) / Math.max(0.001, 1 - floor))) / 1000;
  });
}

const DIGITS = 10_000;

/** Rounds to four digits so that the sum is still 1: the largest takes what the others leave. */
function forLog(emotions: EmotionDistribution): EmotionDistribution {
  const rounded = byEmotion((emotion) => Math.round(DIGITS * emotions[emotion]));
  const largest = EMOTIONS.reduce((best, emotion) => (rounded[emotion] > rounded[best] ? emotion : best));
  rounded[largest] += DIGITS - EMOTIONS.reduce((sum, emotion) => sum + rounded[emotion], 0);
  return byEmotion((emotion) => rounded[emotion] / DIGITS);
}
