import { describe, expect, it } from 'vitest';
import { parsePhones } from '../../../../src/browser/speech/phones.ts';
import { parseWav } from '../../../../src/browser/speech/parse-wav.ts';
import { resample } from '../../../../src/browser/speech/resample.ts';
import { shapeSentence } from '../../../../src/browser/speech/shape-sentence.ts';

function wav(samples: readonly number[], { channels = 1, junk = false } = {}): Uint8Array {
  const head = junk ? 12 + 10 : 12;
  const file = new Uint8Array(head + 24 + 8 + samples.length * 2);
  const view = new DataView(file.buffer);
  const write = (at: number, text: string): void => [...text].forEach((c, i) => view.setUint8(at + i, c.charCodeAt(0)));
  write(0, 'RIFF');
  write(8, 'WAVE');
  if (junk) {
    write(12, 'LIST');
    view.setUint32(16, 1, true); // odd: one byte of padding follows
  }
  write(head, 'fmt ');
  view.setUint32(head + 4, 16, true);
  view.setUint16(head + 8, 1, true);
  view.setUint16(head + 10, channels, true);
  view.setUint32(head + 12, 16000, true);
  view.setUint16(head + 22, 16, true);
  write(head + 24, 'data');
  view.setUint32(head + 28, samples.length * 2, true);
  samples.forEach((sample, i) => view.setInt16(head + 32 + 2 * i, sample, true));
  return file;
}

describe('parseWav', () => {
  it('reads samples and rate, past chunks it does not know', () => {
    for (const junk of [false, true]) {
      const { samples, sampleRate } = parseWav(wav([0, 16384, -32768], { junk }));
      expect([...samples]).toEqual([0, 0.5, -1]);
      expect(sampleRate).toBe(16000);
    }
  });

  it('refuses what is not 16-bit mono', () => {
    expect(() => parseWav(new Uint8Array(100))).toThrow(/expected a RIFF WAVE file/);
    expect(() => parseWav(wav([0, 0, 0, 0], { channels: 2 }))).toThrow(/16-bit mono PCM, but got format 1 with 2 channels/);
  });
});

describe('parsePhones', () => {
  it('reads end times into intervals without gaps', () => {
    expect(parsePhones('pau:0.164 hh:0.255 \n ax:0.304 ')).toEqual([
      { phone: 'pau', start: 0, end: 0.164 }, { phone: 'hh', start: 0.164, end: 0.255 }, { phone: 'ax', start: 0.255, end: 0.304 },
    ]);
    expect(parsePhones('')).toEqual([]);
  });

  it.each(['pau', 'xx:0.1', 'pau:0.2 hh:0.1', 'pau:x'])('refuses %j', (printed) => {
    expect(() => parsePhones(printed)).toThrow(/expected phones with rising end times/);
  });
});

describe('resample', () => {
  const tone = (hertz: number, rate: number): Float32Array => Float32Array.from({ length: rate / 2 }, (_, i) => Math.sin((2 * Math.PI * hertz * i) / rate));

  it.each([48000, 44100, 16000, 8000])('keeps a tone where and as loud as it was, to %i Hz', (rate) => {
    const result = resample(tone(440, 16000), 16000, rate);
    const ideal = tone(440, rate);
    expect(result).toHaveLength(ideal.length);
    for (let i = 200; i < result.length - 200; i++) expect(Math.abs(result[i]! - ideal[i]!)).toBeLessThan(0.002);
  });

  it('mirrors nothing above half the old rate', () => {
    const result = resample(tone(6000, 16000), 16000, 48000);
    let [real, imaginary] = [0, 0];
    for (let i = 0; i < result.length; i++) {
      real += result[i]! * Math.cos((2 * Math.PI * 10000 * i) / 48000);
      imaginary += result[i]! * Math.sin((2 * Math.PI * 10000 * i) / 48000);
    }
    expect((2 * Math.hypot(real, imaginary)) / result.length).toBeLessThan(0.001);
  });
});

describe('shapeSentence', () => {
  const phones = parsePhones('pau:0.2 aa:0.5 pau:0.8');
  const samples = Float32Array.from({ length: 12800 }, (_, i) => (i >= 3200 && i < 8000 ? 0.5 * Math.sin(i / 4) : 0));
  const shape = { sampleRate: 48000, gain: -6, tilt: 0, pauses: 1, lead: 0.05, tail: 0.1 };

  it('leaves only the asked silence around the sound, and moves the phones with it', () => {
    const sentence = shapeSentence({ samples, sampleRate: 16000 }, phones, shape);
    expect(sentence.samples.length / 48000).toBeCloseTo(0.45, 3);
    expect(sentence.phones.map(({ phone, start }) => [phone, +start.toFixed(3)])).toEqual([['pau', 0], ['aa', 0.05], ['pau', 0.35]]);
    expect(sentence.phones.at(-1)!.end).toBeCloseTo(0.45, 6);
    expect(sentence.loudness).toHaveLength(45);
    expect(sentence.loudness[0]).toBe(0);
    expect(sentence.loudness[20]).toBeGreaterThan(0.9);
  });

  it('applies the gain but never clips, and begins and ends in silence', () => {
    const peak = (gain: number): number => shapeSentence({ samples, sampleRate: 16000 }, phones, { ...shape, gain }).samples.reduce((top, x) => Math.max(top, Math.abs(x)), 0);
    expect(peak(-6)).toBeCloseTo(0.25, 1);
    expect(peak(40)).toBeLessThan(0.92);
    const cut = shapeSentence({ samples, sampleRate: 16000 }, phones, { ...shape, lead: 0, tail: 0 });
    expect(Math.abs(cut.samples[0]!)).toBeLessThan(0.01);
    expect(Math.abs(cut.samples.at(-1)!)).toBeLessThan(0.02);
  });
});
