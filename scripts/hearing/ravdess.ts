import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { OggOpusDecoder } from 'ogg-opus-decoder';
import { createResampler } from '../../src/browser/voice/resampler.ts';
import { RATE } from '../../src/browser/voice/voice-frame.ts';
import { ROOT } from '../run.ts';

/** What Opus decodes to. */
const DECODED = 48_000;

const decoder = new OggOpusDecoder();

/** One recorded sentence. */
export interface Clip {
  readonly name: string;
  /** A number from 1 to 24. */
  readonly speaker: number;
  /** Decodes it: mono at 16 kHz. */
  read(): Promise<Float32Array>;
}

/** RAVDESS below ATTUNE_DATA (by default ../shared/data), in the order of its table; null when it is not there. */
export function findRavdess(): readonly Clip[] | null {
  const folder = resolve(ROOT, process.env['ATTUNE_DATA'] ?? '../shared/data', 'ravdess');
  const table = resolve(folder, 'labels.csv');
  if (!existsSync(table)) return null;
  const rows = parse(readFileSync(table), { columns: true }) as { path: string; speaker: string }[];
  return rows.map(({ path, speaker }) => ({ name: basename(path), speaker: Number(speaker), read: () => readOpus(resolve(folder, path)) }));
}

async function readOpus(file: string): Promise<Float32Array> {
  await decoder.ready;
  await decoder.reset();
  const { channelData: [samples] } = await decoder.decodeFile(readFileSync(file));
  if (!samples) throw new Error(`Expected sound in ${file}, but it decodes to nothing. Fetch it again.`);
  const resampler = createResampler(DECODED, RATE);
  const padded = new Float32Array(samples.length + Math.ceil(resampler.delay));
  padded.set(samples);
  const output = new Float32Array(resampler.capacity(padded.length));
  return output.slice(0, resampler.push(padded, output));
}
