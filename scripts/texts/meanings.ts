import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { floatToHalf, readHalves } from '../../src/browser/nets/half.ts';
import { EMBEDDING, type Meaning, PIECE } from '../../src/browser/text/encoder/embedding.ts';
import { parseGlosses } from '../../src/browser/text/encoder/glosses.ts';
import type { Language } from '../../src/index.ts';
import { PIECE_STEPS, type StoredMeaning } from '../../src/learn/nets/train-meaning-net.ts';
import { ROOT } from '../run.ts';
import { embedTexts } from './embeddings.ts';
import { encodeMissing, missingOf } from './encode-missing.ts';
import { ENCODER } from './load-sentence-encoder.ts';

/** A message, and the language that it is read in. */
export interface Message {
  readonly text: string;
  readonly language: Language;
}

const FOLDER = join(ROOT, 'build/learn/texts');
/** A record is what names the text, how many pieces it has (16 bits), its embedding in 16-bit floats, and the pieces. */
const KEY = 16;
const HEAD = KEY + 2 + EMBEDDING * 2;
/** Files of so many bytes, since one that holds them all is too long to be read at once. */
const LONGEST_FILE = 2 ** 29;
/** Texts that are encoded before they are written down. */
const CHUNK = 512;

export function readGlosses(): string {
  return readFileSync(join(ROOT, 'models/glosses/glosses-zh.tsv'), 'utf8');
}

/** What messages mean as a whole, as the full size reads it: {@link EMBEDDING} numbers for each, of Chinese those of its glosses. */
export async function embeddingsOf(messages: readonly Message[], title: string): Promise<Float32Array[]> {
  const rows = await embedTexts(toEnglish(messages), title);
  return messages.map((_, i) => rows.subarray(EMBEDDING * i, EMBEDDING * (i + 1)));
}

/**
 * What messages mean as a whole and piece by piece. Each text is encoded only once: what was encoded before, by
 * any command, lies in build/learn/texts, and a run that was broken off goes on where it was.
 */
export async function meaningsOf(messages: readonly Message[], title: string, folder: string = FOLDER): Promise<StoredMeaning[]> {
  const texts = toEnglish(messages);
  const keys = texts.map(keyOf);
  const store = readStore(folder, new Set(keys));
  await encodeMissing(missingOf(keys, texts, (key) => store.has(key)), CHUNK, title, async (some, encoder) => {
    const meanings = await encoder.read(some.map(([, text]) => text));
    const records = some.map(([key], i) => toRecord(key, meanings[i]!));
    // One call, so that records of two commands that run at once do not mix.
    appendFileSync(fileToWrite(folder), Buffer.concat(records));
    records.forEach((record, i) => store.set(some[i]![0], readRecord(record)));
  });
  return keys.map((key) => store.get(key)!);
}

/** What an encoder of English reads in place of each message: itself, or of Chinese its glosses. */
export function toEnglish(messages: readonly Message[]): string[] {
  const gloss = parseGlosses(readGlosses());
  return messages.map(({ text, language }) => (language === 'zh' ? gloss(text) : text));
}

function toRecord(key: string, { embedding, pieces }: Meaning): Buffer {
  const record = Buffer.alloc(HEAD + pieces.length);
  record.write(key, 'hex');
  record.writeUInt16LE(pieces.length / PIECE, KEY);
  embedding.forEach((value, i) => record.writeUInt16LE(floatToHalf(value), KEY + 2 + i * 2));
  record.set(Uint8Array.from(pieces, (value) => Math.max(-127, Math.min(127, Math.round(value * PIECE_STEPS)))), HEAD);
  return record;
}

/** Of what was encoded before only what is asked for, since all of it is large. */
function readStore(folder: string, asked: ReadonlySet<string>): Map<string, StoredMeaning> {
  const store = new Map<string, StoredMeaning>();
  for (const file of filesIn(folder)) {
    const bytes = readFileSync(file);
    let at = 0;
    for (let end = endOf(bytes, at); end <= bytes.length; end = endOf(bytes, at)) {
      const key = bytes.toString('hex', at, at + KEY);
      if (asked.has(key)) store.set(key, readRecord(bytes.subarray(at, end)));
      at = end;
    }
    // What a broken-off write left behind.
    if (at < bytes.length) truncateSync(file, at);
  }
  return store;
}

/** Where the record that begins here ends; nowhere if not even its head is whole. */
function endOf(bytes: Buffer, at: number): number {
  return at + HEAD > bytes.length ? Infinity : at + HEAD + bytes.readUInt16LE(at + KEY) * PIECE;
}

function readRecord(record: Buffer): StoredMeaning {
  return {
    embedding: readHalves(new DataView(record.buffer, record.byteOffset + KEY + 2, EMBEDDING * 2)),
    // A copy, so that the file's other records need not be kept.
    pieces: new Int8Array(record.buffer, record.byteOffset + HEAD, record.length - HEAD).slice(),
  };
}

function fileToWrite(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const files = filesIn(folder);
  const last = files.at(-1);
  return last !== undefined && statSync(last).size < LONGEST_FILE ? last : join(folder, `meanings-${String(files.length).padStart(3, '0')}.bin`);
}

function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => /^meanings-\d+\.bin$/.test(name)).sort().map((name) => join(folder, name)) : [];
}

function keyOf(text: string): string {
  return createHash('sha256').update(`${ENCODER} ${text}`).digest('hex').slice(0, KEY * 2);
}
