import type { Unit } from '../units.ts';
import type { EmotionDistribution } from './emotion.ts';
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
 * How face and voice are brought together. `weighted`: by trust and quality. `learned`: by the net. `auto`: by the net where there
 * is one. Where the net has no answer both are weighted, and say so.
 */
export const FUSION_METHODS = ['weighted', 'learned', 'auto'] as const;
/** How face and voice are brought together, as one of {@link FUSION_METHODS}. */
export type FusionMethod = (typeof FUSION_METHODS)[number];

/** A method, and the net for it. */
export interface Fusion {
  readonly method: FusionMethod;
  /** Without one every method is weighted. */
  readonly learned: LearnedFusion | null;
}

export const WEIGHTED: Fusion = { method: 'weighted', learned: null };

/** Which way was taken at a moment. */
export interface FusionUsed {
  readonly by: 'weighted' | 'learned';
  /**
   * Why it was not the net that was asked for: there is none (`no-net`), face or voice is missing or no model judged it
   * (`one-sense`), or they say what it has not learnt (`unlike`). Null where all went as asked.
   */
  readonly instead: 'no-net' | 'one-sense' | 'unlike' | null;
}

/**
 * Fuses views by the method that was chosen. The net brings face and voice alone together; its answer meets words and context
 * in the weighted pool.
 *
 * @param views at most one of each sense
 * @param said what face and voice say, for the net
 * @param heeded how far face and voice are listened to at all, beside what players say of themselves
 */
export function fuseBy({ method, learned }: Fusion, views: readonly EmotionView[], said: FaceAndVoice, heeded: Unit = 1): { readonly emotions: EmotionDistribution; readonly used: FusionUsed } {
  const weighted = (instead: FusionUsed['instead']) => ({ emotions: fuseEmotions(views), used: { by: 'weighted', instead } as const });
  if (method === 'weighted') return weighted(null);
  if (!learned) return weighted('no-net');
  if (!said.face || !said.voice) return weighted('one-sense');
  const answer = learned(said);
  if (!answer) return weighted('unlike');
  const others = views.filter(({ sense }) => sense !== 'face' && sense !== 'voice');
  return { emotions: fuseEmotions([{ sense: 'fused', emotions: answer, quality: heeded }, ...others]), used: { by: 'learned', instead: null } };
}
