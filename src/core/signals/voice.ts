import type { EmotionDistribution } from '../affect/emotion.ts';
import type { AffectDimensions } from '../affect/estimate.ts';
import type { Decibels, Hertz, Seconds, Unit } from '../units.ts';
import type { SignalBase } from './signal.ts';

/** What a voice appears to express by its tone, whatever the words; calibrated and relative to how this player speaks. */
export interface VoiceExpression extends AffectDimensions {
  readonly emotions: EmotionDistribution;
}

/** Functionals of the player's voice over the `window` that ends at `at`; never a spectrum. */
export interface VoiceSignal extends SignalBase<'voice'> {
  /** How much sound these figures summarise. */
  readonly window: Seconds;
  /** Whether the player is heard speaking. When false, pitch is null and quality is 0. */
  readonly speaking: boolean;
  /** Mean level of the speech frames. */
  readonly loudness: Decibels;
  /** Median fundamental frequency of the voiced frames; null when none was voiced. */
  readonly pitch: Hertz | null;
  /** Interquartile range of the pitch in semitones; null when too little was voiced. */
  readonly pitchRange: number | null;
  /** Share of the frames that were voiced. */
  readonly voicedRatio: Unit;
  /** Of the utterance so far; null while no model for it is loaded, or it can't be judged. */
  readonly expression: VoiceExpression | null;
}
