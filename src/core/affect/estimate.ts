import type { Sense } from '../signals/signal.ts';
import type { SessionTime, Unit } from '../units.ts';
import { type Belief, UNKNOWN, weaken } from './belief.ts';
import { byEmotion, EMOTIONS, type EmotionDistribution, mix, normalise, UNIFORM } from './emotion.ts';

/** The three dimensions of affect (Mehrabian & Russell 1974), each in [-1, 1]. */
export interface AffectDimensions {
  /** Unpleasant to pleasant. */
  readonly valence: Belief;
  /** Calm to excited. */
  readonly arousal: Belief;
  /** Overwhelmed to in control. */
  readonly dominance: Belief;
}

/** What is thought of an observation, before it is known how far it can be trusted. */
export interface AffectReading extends AffectDimensions {
  readonly emotions: EmotionDistribution;
}

/** Doubts a reading as far as its observation was poor: `quality` 1 leaves it as it is, 0 leaves nothing known. */
export function doubted({ valence, arousal, dominance, emotions }: AffectReading, quality: Unit): AffectReading {
  return { valence: weaken(valence, quality), arousal: weaken(arousal, quality), dominance: weaken(dominance, quality), emotions: mix(UNIFORM, emotions, quality) };
}

/** What one sense, or all of them together, say about the player's affect at a moment. */
export interface AffectEstimate extends AffectDimensions {
  readonly at: SessionTime;
  readonly origin: Sense | 'fused';
  readonly emotions: EmotionDistribution;
  /**
   * The quality by which a model's emotions were {@link doubted}; absent where no model judged them. It is averaged and grows old
   * as they do, so that {@link undoubted} finds what the model said.
   */
  readonly judged?: Unit;
}

/** What a model said of emotions before they were {@link doubted}; their mean by quality where several looks were averaged. */
export function undoubted(emotions: EmotionDistribution, quality: Unit): EmotionDistribution {
  const chance = 1 / EMOTIONS.length;
  return normalise(byEmotion((emotion) => Math.max(0, chance + (emotions[emotion] - chance) / quality)));
}

/** An estimate that claims nothing. */
export function unknownEstimate(at: SessionTime, origin: AffectEstimate['origin']): AffectEstimate {
  return { at, origin, valence: UNKNOWN, arousal: UNKNOWN, dominance: UNKNOWN, emotions: UNIFORM };
}
