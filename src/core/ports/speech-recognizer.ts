import type { Supervised } from '../health/part.ts';
import type { AttuneError } from '../problem.ts';
import type { HeardWords, Language } from '../signals/text.ts';
import type { Seconds, SessionTime, Unit } from '../units.ts';

/** One stretch of the player's speech. */
export interface Speech {
  /** Names it in all that is told of its words. */
  readonly id: string;
  /** When it began. */
  readonly at: SessionTime;
}

/** Hears what a recogniser makes out. */
export interface RecognizerListener {
  /** Words of a speech so far, as often as they change, and once the words of the whole. */
  readonly words: (words: HeardWords) => void;
  /** How much of what it needs is loaded. */
  readonly progress: (share: Unit) => void;
  /** Something went wrong, in one sentence. It goes on as far as it can; every speech that ends is answered still. */
  readonly problem: (problem: AttuneError) => void;
}

/**
 * Makes out the player's words.
 *
 * One speech is under way at a time; an earlier one may still be waiting for its words when the next begins. Every
 * speech that ends is answered by exactly one {@link HeardWords} with `final`, in order, with empty text where nothing was
 * made out; one that is cancelled by none. Nothing is told before {@link open} resolves but progress, nor after {@link close}.
 */
export interface SpeechRecognizer extends Supervised {
  /** The `source` of its words, for instance `moonshine`. */
  readonly source: string;
  /** The language that it understands. */
  readonly language: Language;
  /** Whether all sound stays on the player's device. */
  readonly onDevice: boolean;
  /** Whether it makes its words out of {@link push}; otherwise it listens to a microphone by itself, and is only told when the player speaks. */
  readonly needsSound: boolean;
  /**
   * Loads what is needed and gets ready. It may be opened again after a close.
   *
   * @throws {AttuneError} when it can't hear; it is closed then
   */
  open(listener: RecognizerListener): Promise<void>;
  /** The player began to speak. A speech that is under way is cancelled. */
  begin(speech: Speech): void;
  /**
   * The next sound of the speech under way, first what came just before it.
   *
   * @param samples mono at 16 kHz in [-1, 1]; they are the recogniser's own from now on
   */
  push(samples: Float32Array<ArrayBuffer>): void;
  /**
   * The player fell silent, for now: what was said so far may be all. Recognisers that have this tell its words as soon as they
   * can, with `paused`, so that they are ready when it was the end.
   *
   * @param silence how much of the sound pushed last came after the last word
   */
  pause?(silence: Seconds): void;
  /**
   * The speech under way is over.
   *
   * @param silence how much of the sound pushed last came after its last word
   */
  end(silence: Seconds): void;
  /** Forgets the speech under way, and those whose words are still awaited. */
  cancel(): void;
  /** Releases workers and connections. Safe to call at any time, also twice. */
  close(): Promise<void>;
}
