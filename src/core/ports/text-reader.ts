import type { Language, TextReading } from '../signals/text.ts';

/** Reads messages for feeling and intent. */
export interface TextReader {
  /**
   * Reads one message of at most 2,000 characters. What it returns names no word of it.
   *
   * A promise is waited for, but not for ever: one that is late or rejects is answered by the agent's own
   * small lexicon, and what comes later is ignored.
   */
  read(text: string, language: Language): TextReading | Promise<TextReading>;
}
