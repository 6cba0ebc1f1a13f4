import type { Sense } from '../signals/signal.ts';
import type { SessionTime } from '../units.ts';
import { type Belief, UNKNOWN } from './belief.ts';
import { type EmotionDistribution, UNIFORM } from './emotion.ts';

/** The three dimensions of affect (Mehrabian & Russell 1974), each in [-1, 1]. */
export interface AffectDimensions {
  /** Unpleasant to pleasant. */
  readonly valence: Belief;
  /** Calm to excited. */
  readonly arousal: Belief;
  /** Overwhelmed to in control. */
  readonly dominance: Belief;
}

/** What one sense, or all of them together, say about the player's affect at a moment. */
export interface AffectEstimate extends AffectDimensions {
  readonly at: SessionTime;
  readonly origin: Sense | 'fused';
  readonly emotions: EmotionDistribution;
}

/** An estimate that claims nothing. */
export function unknownEstimate(at: SessionTime, origin: AffectEstimate['origin']): AffectEstimate {
  return { at, origin, valence: UNKNOWN, arousal: UNKNOWN, dominance: UNKNOWN, emotions: UNIFORM };
}
