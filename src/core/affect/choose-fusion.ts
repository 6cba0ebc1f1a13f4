import type { Unit } from '../units.ts';
import { type EmotionDistribution, UNIFORM } from './emotion.ts';
import { type EmotionView, fuseEmotions } from './fuse-emotions.ts';

/** What face and voice say at a moment. */
export interface FaceAndVoice {
  /** As the sense itself says it, not yet doubted by its quality; null where it says nothing. */
  readonly face: EmotionDistribution | null;
  readonly voice: EmotionDistribution | null;
  /** How far each can be trusted: the quality of its observation, less as it grows old. */
  readonly faceQuality: Unit;
  readonly voiceQuality: Unit;
  /** Whether the player is speaking, so that the face is read without its mouth. */
  readonly speaking: boolean;
}

/** Fuses by what was learnt; null outside of that. */
export type LearnedFusion = (said: FaceAndVoice) => EmotionDistribution | null;

/**
 * How face and voice are brought together. `weighted`: by trust and quality. `learned`: by the net; where both speak, but
 * unlike what it learnt from, they are unknown. `auto`: by the net where it has an answer, else weighted.
 */
export const FUSION_METHODS = ['weighted', 'learned', 'auto'] as const;
export type FusionMethod = (typeof FUSION_METHODS)[number];

/**
 * Fuses views by the method that was chosen. The net brings face and voice alone together; its answer meets words and context
 * in the weighted pool.
 *
 * @param views at most one of each sense
 * @param learned the net; without one every method is weighted, as it is where face or voice is missing
 */
export function fuseBy(method: FusionMethod, learned: LearnedFusion | null, views: readonly EmotionView[], speaking: boolean): EmotionDistribution {
  const face = views.find(({ sense }) => sense === 'face');
  const voice = views.find(({ sense }) => sense === 'voice');
  if (method === 'weighted' || !learned || !face || !voice) return fuseEmotions(views);
  const answer = learned({ face: face.emotions, voice: voice.emotions, faceQuality: face.quality, voiceQuality: voice.quality, speaking });
  if (!answer && method === 'auto') return fuseEmotions(views);
  return fuseEmotions([{ sense: 'fused', emotions: answer ?? UNIFORM, quality: 1 }, ...views.filter((view) => view !== face && view !== voice)]);
}
