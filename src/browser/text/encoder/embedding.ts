/** How many numbers an embedding has. */
export const EMBEDDING = 512;

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
