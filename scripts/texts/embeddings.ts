import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { floatToHalf, readHalves } from '../../src/browser/nets/half.ts';
import { EMBEDDING } from '../../src/browser/text/encoder/embedding.ts';
import { createSentencePieces } from '../../src/browser/text/encoder/sentence-pieces.ts';
import { ROOT } from '../run.ts';
import { encodeMissing, missingOf } from './encode-missing.ts';
import { ENCODER, readVocabulary } from './load-sentence-encoder.ts';

const FILE = join(ROOT, 'build/learn/texts/embeddings.bin');
/** A record is what names the sentence, and its embedding in 16-bit floats. */
const KEY = 16;
const RECORD = KEY + EMBEDDING * 2;
/** Sentences that are encoded before they are written down. */
const CHUNK = 1024;

/**
 * The embeddings of sentences, each encoded only once: what was encoded before, by any command, lies in
 * build/learn/texts/embeddings.bin by its pieces. A run that was broken off goes on where it was.
 *
 * @param title what the progress is called
 * @returns 512 numbers for each text, row after row, rounded to 16-bit floats; all zero for a blank text
 */
export async function embedTexts(texts: readonly string[], title = 'sentences', file: string = FILE): Promise<Float32Array> {
  const pieces = createSentencePieces(readVocabulary());
  const keys = texts.map((text) => keyOf(pieces(text)));
  const store = readStore(file);
  await encodeMissing(missingOf(keys, texts, (key) => store.has(key)), CHUNK, title, async (some, encoder) => {
    const values = await encoder.encode(some.map(([, text]) => text));
    const records = new Uint8Array(some.length * RECORD);
    some.forEach(([key], i) => {
      records.set(Buffer.from(key, 'hex'), i * RECORD);
      const view = new DataView(records.buffer, i * RECORD + KEY, EMBEDDING * 2);
      for (let j = 0; j < EMBEDDING; j += 1) view.setUint16(j * 2, floatToHalf(values[i * EMBEDDING + j]!), true);
      store.set(key, view);
    });
    // One call, so that records of two commands that run at once do not mix.
    appendFileSync(file, records);
  });

  const embeddings = new Float32Array(texts.length * EMBEDDING);
  keys.forEach((key, i) => embeddings.set(readHalves(store.get(key)!), i * EMBEDDING));
  return embeddings;
}

function readStore(file: string): Map<string, DataView> {
  mkdirSync(dirname(file), { recursive: true });
  const store = new Map<string, DataView>();
  if (!existsSync(file)) return store;
  // What a broken-off write left behind.
  const extra = statSync(file).size % RECORD;
  if (extra > 0) truncateSync(file, statSync(file).size - extra);
  const bytes = readFileSync(file);
  for (let at = 0; at + RECORD <= bytes.length; at += RECORD) {
    store.set(bytes.toString('hex', at, at + KEY), new DataView(bytes.buffer, bytes.byteOffset + at + KEY, EMBEDDING * 2));
  }
  return store;
}

function keyOf(ids: readonly number[]): string {
  return createHash('sha256').update(`${ENCODER} ${ids.join(' ')}`).digest('hex').slice(0, KEY * 2);
}
