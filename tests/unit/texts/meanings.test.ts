import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadSentenceEncoder } from '../../../scripts/texts/load-sentence-encoder.ts';
import { type Message, meaningsOf } from '../../../scripts/texts/meanings.ts';
import { EMBEDDING, PIECE } from '../../../src/browser/text/encoder/embedding.ts';
import { toMeaning } from '../../../src/learn/nets/train-meaning-net.ts';

const folder = mkdtempSync(join(tmpdir(), 'attune-meanings-'));
const file = join(folder, 'meanings-000.bin');
afterAll(() => rmSync(folder, { recursive: true }));

const en = (text: string): Message => ({ text, language: 'en' });

describe('meaningsOf', () => {
  it('gives what the encoder gives, rounded, of Chinese by its glosses, and encodes each text once', async () => {
    const stored = await meaningsOf([en('Good morning.'), en('What is that?'), en('Good morning.'), en(''), { text: '下雨', language: 'zh' }], 'test', folder);
    const encoder = await loadSentenceEncoder();
    const exact = await encoder.read(['Good morning.', 'What is that?', 'Good morning.', '']);
    await encoder.dispose();
    exact.forEach(({ embedding, pieces }, i) => {
      const meaning = toMeaning(stored[i]!);
      expect(meaning.pieces).toHaveLength(pieces.length);
      meaning.pieces.forEach((value, k) => expect(Math.abs(value - Math.max(-5.3, Math.min(5.3, pieces[k]!)))).toBeLessThan(0.03));
      meaning.embedding.forEach((value, k) => expect(value).toBeCloseTo(embedding[k]!, 3));
    });
    expect(stored[4]!.pieces.length).toBeGreaterThan(0);
    const pieces = [0, 1, 3, 4].reduce((sum, i) => sum + stored[i]!.pieces.length, 0);
    expect(readFileSync(file)).toHaveLength(4 * (16 + 2 + EMBEDDING * 2) + pieces);
  });

  it('keeps what it has, and goes on after a write that was broken off', async () => {
    const before = readFileSync(file);
    appendFileSync(file, before.subarray(0, 500));
    const [known, fresh] = await meaningsOf([en('What is that?'), en('A new one.')], 'test', folder);
    const after = readFileSync(file);
    expect(after.subarray(0, before.length).equals(before)).toBe(true);
    expect(after.length).toBe(before.length + 16 + 2 + EMBEDDING * 2 + fresh!.pieces.length);
    expect(known!.pieces.length).toBe(4 * PIECE);
    const [again] = await meaningsOf([en('A new one.')], 'test', folder);
    expect(again).toEqual(fresh);
    expect(readFileSync(file)).toHaveLength(after.length);
  });
});
