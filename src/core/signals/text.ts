import type { AffectDimensions } from '../affect/estimate.ts';
import type { Emotion, EmotionDistribution } from '../affect/emotion.ts';
import type { SessionTime, Unit } from '../units.ts';
import type { Risk } from './risk.ts';
import type { SignalBase } from './signal.ts';

/** The languages that the agent itself speaks and reads. */
export const LANGUAGES = ['en', 'zh'] as const;
/** A language by its ISO 639-1 code: English or Chinese. */
export type Language = (typeof LANGUAGES)[number];

/** What the player seems to want with a message. */
export const INTENTS = [
  'greeting', 'farewell', 'thanks', 'help', 'complaint', 'repeat', 'small-talk', 'about-agent', 'correction', 'feeling', 'question', 'statement',
  /** Not to talk, or not about this. */
  'refusal',
  /** Nothing but a yes or a no. */
  'yes', 'no',
] as const;
/** What one message seems to want, as one of {@link INTENTS}; `statement` where it wants nothing in particular. */
export type Intent = (typeof INTENTS)[number];

/** An intent of the host's own, which it gave by examples. */
export interface DomainIntent {
  readonly name: string;
  readonly confidence: Unit;
}

/** Two feelings of one message. */
export interface BothFeelings {
  /** The surer one. */
  readonly one: Emotion;
  readonly other: Emotion;
}

/** What a message tells about its writer, without a word of the message itself. */
export interface TextReading extends AffectDimensions {
  readonly emotions: EmotionDistribution;
  /** Two feelings that different parts of the message express, each clearly: "I am glad for you, but scared". */
  readonly both?: BothFeelings | null;
  readonly intent: Intent;
  /** How sure the intent is; 1 when it is not given. */
  readonly intentConfidence?: Unit;
  /** Which of the host's own intents it is; null for none of them. */
  readonly domain: DomainIntent | null;
  /** How many words or characters carried feeling. */
  readonly cues: number;
}

/** What the player was heard to say, so far or in the end. It stays outside of events, as all words do. */
export interface HeardWords {
  /** One speech; all that is told of it while it grows has the same id. */
  readonly id: string;
  /** Empty when no words were made out: what was shown of the speech is taken back. */
  readonly text: string;
  /** How many characters, from the first, will hardly change any more. */
  readonly stable: number;
  /** Nothing more follows of this speech. */
  readonly final: boolean;
  /** Whether these are all words up to the pause in which the player was last known to be; absent for no. */
  readonly paused?: boolean;
  /** How sure the recogniser is of the words. */
  readonly confidence: Unit;
  readonly language: Language;
  /** When the speech began. */
  readonly at: SessionTime;
  /** Which recogniser heard it, for instance `moonshine`. */
  readonly source: string;
}

/**
 * One message of the player, typed or heard, already read. `quality` says how sure the words themselves are.
 *
 * The words stay outside the core (they are only kept with a consent of their own): `id` is how the
 * dialogue provider finds them again.
 */
export interface TextSignal extends SignalBase<'text'> {
  readonly id: string;
  readonly language: Language;
  readonly reading: TextReading;
  /** What in the words calls for care first; null for nothing. */
  readonly risk: Risk | null;
}
