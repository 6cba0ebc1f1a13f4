import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createVoiceFeatures } from '../../src/browser/voice/features/voice-features.ts';
import { DESCRIPTORS, HOP_NUMBERS, type VoiceHop } from '../../src/browser/voice/features/descriptors.ts';
import { FRAME } from '../../src/browser/voice/voice-frame.ts';
import { showProgress } from '../../src/learn/progress.ts';
import { createRandom, type Random } from '../../src/learn/random.ts';
import { ROOT } from '../run.ts';
import { findSpeech } from './find-speech.ts';
import type { LabelledVoices } from './labelled-voices.ts';
import { readSound } from './read-sound.ts';

/** What is done to every clip before its features are taken. */
export interface Treatment {
  /** Names it in the cache. */
  readonly id: number;
  alter(samples: Float32Array, random: Random): Float32Array;
  record(samples: Float32Array, random: Random): Float32Array;
}

/** The hops of each clip from its first to its last speech; empty where there is none. */
export type Utterances = readonly (readonly VoiceHop[])[];

const HOPS_IN_FRAME = 2;

/**
 * The features of every clip of a folder, from build/learn/voices where they were taken before. The file is named
 * for the sounds, the treatment and the code that takes the features, so that it is never out of date.
 *
 * @throws {Error} naming the first clip that can't be read
 */
export async function utterancesOf(corpus: LabelledVoices, treatment: Treatment): Promise<Utterances> {
  const { name, voices } = corpus;
  return keepUtterances(utteranceFile(corpus, String(treatment.id)), `Features of ${name}, session ${treatment.id}`, voices.length, async (index) => {
    const { file } = voices[index]!;
    try {
      return hearClip(await readSound(readFileSync(file)), treatment, createRandom(treatment.id * 100_003 + index));
    } catch (thrown) {
      throw new Error(`${file}: ${thrown instanceof Error ? thrown.message : String(thrown)}`, { cause: thrown });
    }
  });
}

/** So many utterances from a file, or made one by one and kept in it. */
export async function keepUtterances(path: string, title: string, count: number, make: (index: number) => Promise<readonly VoiceHop[]>): Promise<Utterances> {
  if (existsSync(path)) return unpack(readFileSync(path));
  const progress = showProgress(title, count);
  const utterances: (readonly VoiceHop[])[] = [];
  for (let index = 0; index < count; index += 1) {
    utterances.push(await make(index));
    progress.update(index + 1);
  }
  progress.stop();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, pack(utterances));
  return utterances;
}

/**
 * Where the features of a corpus under a treatment lie.
 *
 * @param made further code, from the root, that the treatment is made by
 */
export function utteranceFile({ name, voices }: Pick<LabelledVoices, 'name' | 'voices'>, treatment: string, made: readonly string[] = []): string {
  const key = createHash('sha256').update(codeHash()).update(treatment);
  for (const file of made) key.update(readFileSync(join(ROOT, file)));
  for (const { file } of voices) key.update(createHash('sha256').update(readFileSync(file)).digest());
  return join(ROOT, 'build/learn/voices', `${name}-${treatment.replaceAll(/\W+/g, '-')}-${key.digest('hex').slice(0, 20)}.bin`);
}

/** One for all clips: a fresh one would have to be compiled anew each time. */
const features = createVoiceFeatures();

/** The hops of one clip from its first to its last speech. Where speech is, is told by the clip before noise is added. */
export function hearClip(samples: Float32Array, treatment: Pick<Treatment, 'alter' | 'record'>, random: Random): VoiceHop[] {
  const altered = treatment.alter(samples, random);
  const whole = altered.subarray(0, altered.length - (altered.length % FRAME));
  const speech = findSpeech(whole);
  features.reset();
  const hops = features.push(treatment.record(whole, random));
  return hops.slice(Math.max(0, speech.indexOf(true)) * HOPS_IN_FRAME, (speech.lastIndexOf(true) + 1) * HOPS_IN_FRAME);
}

function codeHash(): Buffer {
  const hash = createHash('sha256');
  const folders = ['src/browser/voice/features', 'models/voice'];
  const wanted = folders.flatMap((folder) => readdirSync(join(ROOT, folder)).map((file) => join(folder, file)))
    .filter((file) => /features|sessions|filters|stretch/.test(file) && !/functionals|statistics/.test(file));
  for (const file of [...wanted.sort(), 'src/browser/voice/pitch-tracker.ts', 'src/browser/voice/pitch-filter.ts', 'scripts/voices/find-speech.ts']) hash.update(readFileSync(join(ROOT, file)));
  return hash.digest();
}

function pack(utterances: Utterances): Buffer {
  const lengths = Int32Array.from([utterances.length, ...utterances.map(({ length }) => length)]);
  const numbers = new Float32Array(utterances.reduce((sum, { length }) => sum + length, 0) * HOP_NUMBERS);
  let at = 0;
  for (const { row, mels } of utterances.flat()) {
    numbers.set(row, at);
    numbers.set(mels, at + row.length);
    at += HOP_NUMBERS;
  }
  return Buffer.concat([Buffer.from(lengths.buffer), Buffer.from(numbers.buffer)]);
}

function unpack(file: Buffer): Utterances {
  const bytes = new Uint8Array(file).buffer;
  const count = new Int32Array(bytes, 0, 1)[0]!;
  const lengths = new Int32Array(bytes, 4, count);
  const numbers = new Float32Array(bytes, 4 * (count + 1));
  let at = 0;
  return Array.from(lengths, (length) => Array.from({ length }, () => {
    const row = numbers.subarray(at, at + DESCRIPTORS.length);
    const mels = numbers.subarray(at + DESCRIPTORS.length, at + HOP_NUMBERS);
    at += HOP_NUMBERS;
    return { row, mels };
  }));
}
