/** Something that somebody wrote in a chat. */
export interface ChatMessage {
  /** When, in milliseconds since 1970; local time where the export tells no zone. */
  readonly at: number;
  readonly author: string;
  /** Empty for a picture, a voice message or the like. */
  readonly text: string;
  /** Whom it answers, where the export tells that. */
  readonly answers: string | null;
}

/** What a message appears to express. */
export interface MessageReading {
  /** Of its words, the share that the reader knows; where it is little, nothing is known. */
  readonly known: number;
  /** From -1, unpleasant, to 1. */
  readonly valence: number;
  /** How probable it is that it is written in anger, in [0, 1]. */
  readonly anger: number;
}
