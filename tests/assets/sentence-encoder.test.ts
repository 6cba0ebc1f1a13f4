import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSentenceEncoder } from '../../scripts/texts/load-sentence-encoder.ts';
import { EMBEDDING, PIECE, type PieceEncoder } from '../../src/browser/text/encoder/embedding.ts';
/**
 * What the published graph gives for these sentences on TensorFlow.js (wasm): the pieces of
 * `@tensorflow-models/universal-sentence-encoder` 1.3.3, and the first eight numbers of each embedding.
 */
import published from './sentence-encoder.json' with { type: 'json' };

let encoder: PieceEncoder;
beforeAll(async () => {
  encoder = await loadSentenceEncoder();
});
afterAll(() => encoder.dispose());

const rowsOf = (values: Float32Array): Float32Array[] => Array.from({ length: values.length / EMBEDDING }, (_, i) => values.subarray(i * EMBEDDING, (i + 1) * EMBEDDING));
const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

describe('the sentence encoder', () => {
  it('gives what the published graph gives', async () => {
    const rows = rowsOf(await encoder.encode(published.map(({ text }) => text)));
    rows.forEach((row, i) => published[i]!.embedding.forEach((value, j) => expect(row[j]).toBeCloseTo(value, 3)));
  });

  it('gives rows of unit length, the same alone as in company, whatever the order', async () => {
    const texts = published.map(({ text }) => text);
    const together = rowsOf(await encoder.encode(texts));
    const turned = rowsOf(await encoder.encode(texts.toReversed())).toReversed();
    const [alone] = rowsOf(await encoder.encode([texts[3]!]));
    together.forEach((row, i) => {
      expect(dot(row, row)).toBeCloseTo(1, 4);
      expect(dot(row, turned[i]!)).toBeCloseTo(1, 4);
    });
    expect(dot(together[3]!, alone!)).toBeCloseTo(1, 4);
  });

  it('puts near each other what means alike', async () => {
    const [card, same, other] = rowsOf(await encoder.encode(['My card has not come yet.', 'I am still waiting for my card.', 'What a lovely morning!']));
    expect(dot(card!, same!)).toBeGreaterThan(dot(card!, other!) + 0.2);
  });

  it('tells of each piece, of the same word by where it stands, evened out', async () => {
    const texts = ['The bank of the river.', 'The bank took my card.', ''];
    const [river, card, blank] = await encoder.read(texts);
    const embeddings = rowsOf(await encoder.encode(texts));
    [river, card, blank].forEach((meaning, i) => expect(dot(meaning!.embedding, embeddings[i]!)).toBeCloseTo(i < 2 ? 1 : 0, 4));
    const words = (pieces: Float32Array): Float32Array[] => Array.from({ length: pieces.length / PIECE }, (_, i) => pieces.subarray(i * PIECE, (i + 1) * PIECE));
    for (const word of [...words(river!.pieces), ...words(card!.pieces)]) {
      expect(word.reduce((sum, value) => sum + value, 0) / PIECE).toBeCloseTo(0, 4);
      expect(dot(word, word) / PIECE).toBeCloseTo(1, 1);
    }
    const [, bank] = words(river!.pieces);
    const [the, other] = words(card!.pieces);
    expect(dot(bank!, other!)).toBeGreaterThan(dot(bank!, the!) + 0.2 * PIECE);
    expect(dot(bank!, other!)).toBeLessThan(0.98 * PIECE);
    expect(blank!.pieces).toHaveLength(0);
  });

  it('gives zeros for a blank text, and nothing for no text', async () => {
    expect((await encoder.encode(['', ' \u200b\t'])).every((value) => value === 0)).toBe(true);
    expect(await encoder.encode([])).toHaveLength(0);
  });

  it('takes calls that overlap', async () => {
    const texts = published.map(({ text }) => text);
    const [all, last] = await Promise.all([encoder.encode(texts), encoder.encode(texts.slice(-1))]);
    expect(dot(rowsOf(all).at(-1)!, last)).toBeCloseTo(1, 4);
  });

  it('takes a paste of 100 kB in the time of 128 pieces', async () => {
    const values = await encoder.encode(['word '.repeat(20_000), '\ud800'.repeat(100_000), '\u202e\u{1f600}'.repeat(30_000)]);
    expect(values.every(Number.isFinite)).toBe(true);
  });
});
