/** How many numbers an embedding has. */
export const EMBEDDING = 512;

/** How many numbers tell of one piece of a sentence, a word or a part of one. */
export const PIECE = 1024;

/** What a text means, as a whole and piece by piece. */
export interface Meaning {
  /** {@link EMBEDDING} numbers, as `encode` gives them. */
  readonly embedding: Float32Array;
  /** {@link PIECE} numbers for each piece in its place, piece after piece, with mean 0 and variance 1; none for a blank text. */
  readonly pieces: Float32Array;
}

/** A message as it is read in English. */
export interface MessageInEnglish extends Meaning {
  /** The message itself; of Chinese its glosses. */
  readonly english: string;
}

/** Turns sentences into points that lie near each other where the sentences mean alike (English). */
export interface SentenceEncoder {
  /**
   * Long lists may be given whole; sentences of one length are run together.
   *
   * @param texts any strings; of a long one the first 128 pieces count, about 90 words
   * @returns {@link EMBEDDING} numbers for each text, row after row: of unit length, or all zero for a blank text
   */
  encode(texts: readonly string[]): Promise<Float32Array>;
  /** Frees the network's memory; nothing may be encoded after it. */
  dispose(): Promise<void>;
}

/** An encoder that also tells what it makes of each piece. */
export interface PieceEncoder extends SentenceEncoder {
  /** Reads the same texts; it gives twenty times as many numbers and more. */
  read(texts: readonly string[]): Promise<Meaning[]>;
}
