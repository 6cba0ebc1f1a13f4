import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMBEDDING } from '../../src/browser/text/encoder/embedding.ts';
import { parseGlosses } from '../../src/browser/text/encoder/glosses.ts';
import type { Language } from '../../src/index.ts';
import { ROOT } from '../run.ts';
import { embedTexts } from './embeddings.ts';

export function readGlosses(): string {
  return readFileSync(join(ROOT, 'models/glosses/glosses-zh.tsv'), 'utf8');
}

/** What messages mean, as the full size reads it: {@link EMBEDDING} numbers for each, of Chinese those of its glosses. */
export async function meaningsOf(messages: readonly { readonly text: string; readonly language: Language }[], title: string): Promise<Float32Array[]> {
  const gloss = parseGlosses(readGlosses());
  const rows = await embedTexts(messages.map(({ text, language }) => (language === 'zh' ? gloss(text) : text)), title);
  return messages.map((_, i) => rows.subarray(EMBEDDING * i, EMBEDDING * (i + 1)));
}
