import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../../scripts/data-folder.ts';
import { formatWave } from '../../../src/browser/format-wave.ts';
import { parseWave } from '../../../scripts/voices/parse-wave.ts';
import { readSound } from '../../../scripts/voices/read-sound.ts';

const sine = (length: number, rate: number): Float32Array => Float32Array.from({ length }, (_, i) => 0.5 * Math.sin((2 * Math.PI * 440 * i) / rate));
const largestDifference = (a: Float32Array, b: Float32Array): number => a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);

/** A WAVE file of any kind with the same sine in each channel. */
function wave(format: number, bits: number, channels: number, rate: number): Uint8Array {
  const samples = sine(rate / 10, rate);
  const width = bits / 8;
  const view = new DataView(new ArrayBuffer(44 + samples.length * width * channels));
  const text = (at: number, letters: string): void => [...letters].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  text(0, 'RIFF');
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  [[20, format], [22, channels], [34, bits]].forEach(([at, value]) => view.setUint16(at!, value!, true));
  view.setUint32(24, rate, true);
  text(36, 'data');
  view.setUint32(40, samples.length * width * channels, true);
  samples.forEach((sample, i) => {
    for (let channel = 0; channel < channels; channel += 1) {
      const at = 44 + (i * channels + channel) * width;
      if (format === 3) view.setFloat32(at, sample, true);
      else if (bits === 8) view.setUint8(at, Math.round(sample * 127 + 128));
      else if (bits === 16) view.setInt16(at, Math.round(sample * 32767), true);
      else if (bits === 24) {
        const whole = Math.round(sample * 8388607);
        view.setUint16(at, whole & 0xffff, true);
        view.setInt8(at + 2, whole >> 16);
      } else view.setInt32(at, Math.round(sample * 2147483647), true);
    }
  });
  return new Uint8Array(view.buffer);
}

describe('sounds', () => {
  it.each([[1, 8, 0.01], [1, 16, 1e-4], [1, 24, 1e-6], [1, 32, 1e-6], [3, 32, 1e-7]])('are read from WAVE of format %i with %i bits', (format, bits, most) => {
    const { channels, rate } = parseWave(wave(format, bits, 2, 16_000));
    expect(rate).toBe(16_000);
    expect(channels).toHaveLength(2);
    for (const channel of channels) expect(largestDifference(channel, sine(1600, 16_000))).toBeLessThan(most);
  });

  it.each([8000, 22_050, 44_100, 48_000])('are brought from %i Hz to 16 kHz without delay', async (rate) => {
    const sound = await readSound(wave(1, 16, 1, rate));
    expect(Math.abs(sound.length - 1600)).toBeLessThan(3);
    expect(largestDifference(sound.slice(200, 1300), sine(1600, 16_000).slice(200, 1300))).toBeLessThan(0.01);
  });

  it('come back from the file that they were written to', async () => {
    expect(largestDifference(await readSound(formatWave(sine(800, 16_000), 16_000)), sine(800, 16_000))).toBeLessThan(1e-4);
  });

  it('are refused when they are something else', async () => {
    await expect(readSound(Uint8Array.from([80, 75, 3, 4, 0]))).rejects.toThrow('FLAC, Ogg Opus, MP3 or PCM WAVE');
    expect(() => parseWave(wave(7, 16, 1, 8000))).toThrow('format 7 with 16 bits');
    expect(() => parseWave(wave(1, 16, 1, 8000).slice(0, 30))).toThrow('one of the two is missing');
  });

  const flac = dataFolder('emodb/audio/03a01Wa.flac');
  it.skipIf(!existsSync(flac))(`are read from FLAC (skipped where ${flac} is missing; see ATTUNE_DATA)`, async () => {
    const sound = await readSound(readFileSync(flac));
    expect(sound.length / 16_000).toBeGreaterThan(1);
    expect(Math.max(...sound)).toBeGreaterThan(0.1);
  });

  const opus = dataFolder('ravdess/audio/Actor_01/03-01-01-01-01-01-01.opus');
  it.skipIf(!existsSync(opus))(`are read from Ogg Opus (skipped where ${opus} is missing; see ATTUNE_DATA)`, async () => {
    const sound = await readSound(readFileSync(opus));
    expect(sound.length / 16_000).toBeGreaterThan(2);
    expect(Math.max(...sound)).toBeGreaterThan(0.005);
  });
});
