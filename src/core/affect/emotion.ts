import type { Unit } from '../units.ts';

/** The eight expressed emotions of FER+ (Barsoum et al. 2016): Ekman's six, contempt and neutral. */
export const EMOTIONS = [
  'neutral', 'happiness', 'surprise', 'sadness', 'anger', 'disgust', 'fear', 'contempt',
] as const;
/** The name of one of the {@link EMOTIONS}. */
export type Emotion = (typeof EMOTIONS)[number];

/** A probability for each emotion; they sum to 1. The uniform distribution means "unknown". */
export type EmotionDistribution = Readonly<Record<Emotion, Unit>>;

/** Fills a record by asking for each emotion in turn. */
export function byEmotion(value: (emotion: Emotion) => number): Record<Emotion, number> {
  return {
    neutral: value('neutral'), happiness: value('happiness'), surprise: value('surprise'), sadness: value('sadness'),
    anger: value('anger'), disgust: value('disgust'), fear: value('fear'), contempt: value('contempt'),
  };
}

/** Knowing nothing: every emotion equally likely. Not the same as neutral. */
export const UNIFORM: EmotionDistribution = byEmotion(() => 1 / EMOTIONS.length);

/** Scales non-negative weights to sum to 1; weights that are all zero or not finite become {@link UNIFORM}. */
export function normalise(weights: Readonly<Record<Emotion, number>>): EmotionDistribution {
  let sum = 0;
  for (const emotion of EMOTIONS) sum += weights[emotion];
  return sum > 0 && Number.isFinite(sum) ? byEmotion((emotion) => weights[emotion] / sum) : UNIFORM;
}

/** The softmax of one score for each emotion. */
export function softmax(scores: Readonly<Record<Emotion, number>>): EmotionDistribution {
  let highest = -Infinity;
  for (const emotion of EMOTIONS) highest = Math.max(highest, scores[emotion]);
  return normalise(byEmotion((emotion) => Math.exp(scores[emotion] - highest)));
}

/** Blends two distributions; `share` 0 gives `a`, 1 gives `b`. */
export function mix(a: EmotionDistribution, b: EmotionDistribution, share: Unit): EmotionDistribution {
  return byEmotion((emotion) => a[emotion] + (b[emotion] - a[emotion]) * share);
}

/** Blunts a distribution until none of it is more probable than `most`, which is at least one in eight. */
export function blunt(distribution: EmotionDistribution, most: Unit): EmotionDistribution {
  const chance = 1 / EMOTIONS.length;
  const highest = Math.max(...EMOTIONS.map((emotion) => distribution[emotion]));
  return highest > most ? mix(UNIFORM, distribution, (most - chance) / (highest - chance)) : distribution;
}

/** How far a probability stands above chance: 0 at or under one in eight, 1 when certain. */
export function aboveChance(probability: Unit): Unit {
  const chance = 1 / EMOTIONS.length;
  return Math.max(0, (probability - chance) / (1 - chance));
}

/** The most probable emotion; the earlier one in {@link EMOTIONS} on a tie. */
export function likeliest(distribution: EmotionDistribution): Emotion {
  return EMOTIONS.reduce((best, emotion) => (distribution[emotion] > distribution[best] ? emotion : best));
}
