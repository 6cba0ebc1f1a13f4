import { EMBEDDING, type SentenceEncoder } from './embedding.ts';

/** Texts whose embeddings are kept: what is read for feeling is read for intent at once. */
const KEPT = 256;

/** An encoder that encodes a text once, however many ask for it shortly after one another. */
export function rememberEmbeddings(encoder: SentenceEncoder): SentenceEncoder {
  const rows = new Map<string, Promise<Float32Array>>();

  function encodeNew(texts: readonly string[]): void {
    const fresh = [...new Set(texts)].filter((text) => !rows.has(text));
    if (fresh.length === 0) return;
    const encoded = encoder.encode(fresh);
    fresh.forEach((text, i) => {
      const row = encoded.then((all) => all.subarray(i * EMBEDDING, (i + 1) * EMBEDDING));
      row.catch(() => rows.delete(text));
      rows.set(text, row);
    });
  }

  return {
    async encode(texts) {
      encodeNew(texts);
      const asked = await Promise.all(texts.map((text) => rows.get(text)!));
      // The oldest are forgotten, but none before it was handed on.
      for (const text of rows.keys()) {
        if (rows.size <= KEPT) break;
        rows.delete(text);
      }
      const embeddings = new Float32Array(texts.length * EMBEDDING);
      asked.forEach((row, i) => embeddings.set(row, i * EMBEDDING));
      return embeddings;
    },
    dispose: () => encoder.dispose(),
  };
}
