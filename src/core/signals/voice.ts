import type { Decibels, Hertz, Seconds, Unit } from '../units.ts';
import type { SignalBase } from './signal.ts';

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
}
