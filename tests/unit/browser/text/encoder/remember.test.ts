import { describe, expect, it } from 'vitest';
import { EMBEDDING, type PieceEncoder } from '../../../../../src/browser/text/encoder/embedding.ts';
import { rememberEmbeddings } from '../../../../../src/browser/text/encoder/remember.ts';

/** Gives each text its length; notes what it was asked. */
function counting(): { encoder: PieceEncoder; encoded: string[]; read: string[] } {
  const [encoded, read]: [string[], string[]] = [[], []];
  const embeddingOf = (text: string): Float32Array => new Float32Array(EMBEDDING).fill(text.length);
  const encoder: PieceEncoder = {
    async encode(texts) {
      encoded.push(...texts);
      if (texts.includes('fails')) throw new Error('no memory');
      const all = new Float32Array(texts.length * EMBEDDING);
      texts.forEach((text, i) => all.set(embeddingOf(text), i * EMBEDDING));
      return all;
    },
    async read(texts) {
      read.push(...texts);
      return texts.map((text) => ({ embedding: embeddingOf(text), pieces: new Float32Array() }));
    },
    async dispose() {},
  };
  return { encoder, encoded, read };
}

describe('rememberEmbeddings', () => {
  it('encodes a text once, in company and alone, and gives each its own', async () => {
    const { encoder, encoded } = counting();
    const { encode } = rememberEmbeddings(encoder);
    const [first, again] = await Promise.all([encode(['a', 'bb', 'a']), encode(['bb', 'ccc'])]);
    expect([0, 1, 2].map((i) => first[i * EMBEDDING])).toEqual([1, 2, 1]);
    expect([0, 1].map((i) => again[i * EMBEDDING])).toEqual([2, 3]);
    expect(encoded).toEqual(['a', 'bb', 'ccc']);
  });

  it('reads with pieces once too, for a few texts only, since these are large', async () => {
    const { encoder, read } = counting();
    const remembered = rememberEmbeddings(encoder);
    const texts = Array.from({ length: 20 }, (_, i) => `${i}`.padEnd(i + 2, '.'));
    for (const text of texts) expect((await remembered.read([text]))[0]!.embedding[0]).toBe(text.length);
    await remembered.read(texts.slice(-2));
    expect(read).toEqual(texts);
    await remembered.read(texts.slice(0, 1));
    expect(read).toHaveLength(21);
  });

  it('tries again what failed', async () => {
    const { encoder, encoded } = counting();
    const { encode } = rememberEmbeddings(encoder);
    await expect(encode(['fails'])).rejects.toThrow('no memory');
    await expect(encode(['fails'])).rejects.toThrow('no memory');
    expect(encoded).toEqual(['fails', 'fails']);
  });
});
