import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { embedTexts } from '../../../scripts/texts/embeddings.ts';
import { loadSentenceEncoder } from '../../../scripts/texts/load-sentence-encoder.ts';

const folder = mkdtempSync(join(tmpdir(), 'attune-embeddings-'));
const file = join(folder, 'embeddings.bin');
afterAll(() => rmSync(folder, { recursive: true }));

describe('embedTexts', () => {
  it('gives what the encoder gives, rounded, and encodes each sentence once', async () => {
    const texts = ['Good morning.', 'What is that?', ' Good  morning.', ''];
    const values = await embedTexts(texts, 'test', file);
    const encoder = await loadSentenceEncoder();
    const exact = await encoder.encode(texts);
    await encoder.dispose();
    expect(values).toHaveLength(exact.length);
    values.forEach((value, i) => expect(value).toBeCloseTo(exact[i]!, 3));
    // Two sentences that differ, and the blank one.
    expect(statSync(file).size).toBe(3 * (16 + 1024));
  });

  it('keeps what it has, and goes on after a write that was broken off', async () => {
    const before = readFileSync(file);
    appendFileSync(file, new Uint8Array(500));
    await embedTexts(['What is that?', 'A new one.'], 'test', file);
    const after = readFileSync(file);
    expect(after.subarray(0, before.length).equals(before)).toBe(true);
    expect(after.length).toBe(before.length + 16 + 1024);
  });
});
