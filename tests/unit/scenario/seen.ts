import type { AffectState, Emotion } from 'attune';
import { unknownEstimate } from '../../../src/core/affect/estimate.ts';

/** How somebody appears with a message, as the core tells it. */
export type Seen = Pick<AffectState, 'phase' | 'category' | 'estimate'>;

/** What is thought of them at a moment, by everything together. */
export const estimateOf = (at: number, emotions: Partial<Record<Emotion, number>>): AffectState['estimate'] => {
  const unknown = unknownEstimate(at, 'fused');
  return { ...unknown, emotions: { ...unknown.emotions, ...emotions } };
};

/** Nothing stood out before, and plain words. */
export const CALM: Seen = { phase: 'tracking', category: null, estimate: estimateOf(1, { neutral: 0.7 }) };
/** Angry words, of which the category knows nothing yet. */
export const ANGRY: Seen = { phase: 'tracking', category: null, estimate: estimateOf(1, { anger: 0.8 }) };
