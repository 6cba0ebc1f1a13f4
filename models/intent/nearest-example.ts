import { EMBEDDING, type SentenceEncoder } from '../../src/browser/text/encoder/embedding.ts';
import type { IntentExamples } from '../../src/browser/text/intent/fit-intents.ts';
import { createIntentSpace } from '../../src/browser/text/intent/intent-space.ts';
import { addSparse, type Sparse, sparseDot } from '../../src/browser/text/intent/sparse.ts';

/**
 * The baseline: the intent of the nearest example, by the cosine of embeddings, or of pieces of words weighed by how
 * rare they are (the light features) where the encoder is null.
 *
 * @returns for each text the similarity of its nearest example of each intent, in the order of the intents
 */
export async function nearestExample(encoder: SentenceEncoder | null, intents: readonly IntentExamples[], texts: readonly string[]): Promise<Float64Array[]> {
  const examples = intents.flatMap((intent) => intent.examples);
  const labels = intents.flatMap((intent, label) => intent.examples.map(() => label));
  const place = await placer(encoder, examples);
  const known = await place(examples);
  const row = new Float64Array(known.dimensions);
  return (await place(texts)).vectors.map((vector) => {
    const nearest = new Float64Array(intents.length).fill(-1);
    addSparse(vector, 1, row);
    known.vectors.forEach((example, i) => (nearest[labels[i]!] = Math.max(nearest[labels[i]!]!, sparseDot(example, row))));
    for (const index of vector.indices) row[index] = 0;
    return nearest;
  });
}

type Placer = (texts: readonly string[]) => Promise<{ readonly vectors: readonly Sparse[]; readonly dimensions: number }>;

async function placer(encoder: SentenceEncoder | null, examples: readonly string[]): Promise<Placer> {
  if (!encoder) {
    const space = createIntentSpace(examples, false);
    return async (texts) => ({ vectors: texts.map((text) => space.place(text, null)), dimensions: space.dimensions });
  }
  const indices = Int32Array.from({ length: EMBEDDING }, (_, i) => i);
  return async (texts) => {
    const embeddings = await encoder.encode(texts);
    return { vectors: texts.map((_, i) => ({ indices, values: embeddings.subarray(i * EMBEDDING, (i + 1) * EMBEDDING) })), dimensions: EMBEDDING };
  };
}
