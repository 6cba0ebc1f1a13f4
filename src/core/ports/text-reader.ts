import type { Supervised } from '../health/part.ts';
import type { HeardBoundary, HeardDanger } from '../signals/risk.ts';
import type { Language, TextReading } from '../signals/text.ts';

/** What a reader found in a message. */
export interface ReadMessage extends TextReading {
  /** Absent from readers that do not listen for danger: then the core's own rules stand alone. */
  readonly danger?: HeardDanger;
  /** Joins what the core's rules find; absent where they stand alone. */
  readonly boundary?: HeardBoundary;
}

/** Reads messages for feeling and intent, and may listen for danger. */
export interface TextReader extends Supervised {
  /**
   * Whether it tells danger, and does so on the device without any language model; then it is also asked about messages that the core's
   * rules only suspect, and its word counts more than theirs. Absent for no.
   */
  readonly listensForDanger?: boolean;
  /**
   * Reads one message of at most 2,000 characters. What it returns names no word of it.
   *
   * A promise is waited for, but not for ever: one that is late or rejects is answered by the agent's own
   * small lexicon, and what comes later is ignored.
   */
  read(text: string, language: Language): ReadMessage | Promise<ReadMessage>;
}
