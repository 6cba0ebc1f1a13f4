import type { AffectDimensions } from '../affect/estimate.ts';
import type { EmotionDistribution } from '../affect/emotion.ts';
import type { SignalBase } from './signal.ts';

/** The languages that the agent itself speaks and reads. */
export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What the player seems to want with a message. */
export const INTENTS = ['greeting', 'farewell', 'thanks', 'question', 'help', 'feeling', 'statement'] as const;
export type Intent = (typeof INTENTS)[number];

/** What a message tells about its writer, without a word of the message itself. */
export interface TextReading extends AffectDimensions {
  readonly emotions: EmotionDistribution;
  readonly intent: Intent;
  /** How many words or characters carried feeling. */
  readonly cues: number;
}

/**
 * One message of the player, already read.
 *
 * The words stay outside the core (they are only kept with a consent of their own): `id` is how the
 * dialogue provider finds them again.
 */
export interface TextSignal extends SignalBase<'text'> {
  readonly id: string;
  readonly language: Language;
  readonly reading: TextReading;
}
