import { EMBEDDING, type Meaning, type PieceEncoder } from './embedding.ts';

/** Texts whose meaning is kept: what is read for feeling is read for intent at once. */
const KEPT = 256;
/** With all of their pieces, which are large: what is heard in a message is asked for by two or three. */
const KEPT_WHOLE = 8;

/** An encoder that encodes a text once, however many ask for it shortly after one another. */
export function rememberEmbeddings(encoder: PieceEncoder): PieceEncoder {
  const encode = remember(KEPT, async (texts) => {
    const all = await encoder.encode(texts);
    return texts.map((_, i) => all.subarray(i * EMBEDDING, (i + 1) * EMBEDDING));
  });
  return {
    async encode(texts) {
      const rows = await encode(texts);
      const embeddings = new Float32Array(texts.length * EMBEDDING);
      rows.forEach((row, i) => embeddings.set(row, i * EMBEDDING));
      return embeddings;
    },
    read: remember<Meaning>(KEPT_WHOLE, (texts) => encoder.read(texts)),
    dispose: () => encoder.dispose(),
  };
}

/** The same work, of which it keeps what came of the last so many texts. */
function remember<Made>(most: number, work: (texts: readonly string[]) => Promise<readonly Made[]>): (texts: readonly string[]) => Promise<Made[]> {
  const kept = new Map<string, Promise<Made>>();

  function workOnNew(texts: readonly string[]): void {
    const fresh = [...new Set(texts)].filter((text) => !kept.has(text));
    if (fresh.length === 0) return;
    const worked = work(fresh);
    fresh.forEach((text, i) => {
      const made = worked.then((all) => all[i]!);
      made.catch(() => kept.delete(text));
      kept.set(text, made);
    });
  }

  return async (texts) => {
    workOnNew(texts);
    const asked = await Promise.all(texts.map((text) => kept.get(text)!));
    // The oldest are forgotten, but none before it was handed on.
    for (const text of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(text);
    }
    return asked;
  };
}
