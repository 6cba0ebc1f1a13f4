import { describe, expect, it } from 'vitest';
import { createResampler } from '../../../../src/browser/voice/resampler.ts';

const RATES = [16_000, 22_050, 44_100, 48_000, 96_000];

function tone(frequency: number, rate: number, seconds: number): Float32Array {
  return Float32Array.from({ length: Math.round(rate * seconds) }, (_, i) => Math.sin((2 * Math.PI * frequency * i) / rate));
}

function resample(input: Float32Array, from: number, to = 16_000, chunk = 128): Float32Array {
  const resampler = createResampler(from, to);
  const out = new Float32Array(chunk * 4);
  const all: number[] = [];
  for (let i = 0; i < input.length; i += chunk) {
    const count = resampler.push(input.subarray(i, i + chunk), out);
    expect(count).toBeLessThanOrEqual(resampler.capacity(chunk));
    for (let k = 0; k < count; k += 1) all.push(out[k]!);
  }
  return Float32Array.from(all);
}

/** Gain in decibels of a tone, past the filter's own start. */
function gain(frequency: number, from: number): number {
  const out = resample(tone(frequency, from, 0.5), from).subarray(1600);
  const power = out.reduce((sum, sample) => sum + sample * sample, 0) / out.length;
  return 10 * Math.log10(2 * power + 1e-12);
}

describe('resampler', () => {
  it.each(RATES)('passes speech from %i Hz within 0.1 dB up to 7 kHz', (rate) => {
    for (const frequency of [60, 300, 1000, 3000, 5000, 6900]) expect(Math.abs(gain(frequency, rate))).toBeLessThan(0.1);
  });

  it.each(RATES.filter((rate) => rate > 16_000))('lets nothing above 8 kHz fold back from %i Hz', (rate) => {
    for (const frequency of [8100, 9000, 10_500]) expect(gain(frequency, rate)).toBeLessThan(-65);
  });

  it.each(RATES)('makes 16000 samples of each second at %i Hz, but for its delay', (rate) => {
    const length = resample(new Float32Array(rate), rate).length;
    const late = (createResampler(rate, 16_000).delay * 16_000) / rate;
    expect(Math.abs(length + late - 16_000)).toBeLessThanOrEqual(1);
  });

  it.each(RATES)('keeps each instant in its place from %i Hz', (rate) => {
    const out = resample(tone(440, rate, 0.2), rate);
    for (let i = 800; i < out.length; i += 97) expect(out[i]).toBeCloseTo(Math.sin((2 * Math.PI * 440 * i) / 16_000), 2);
  });

  it('does not depend on how the input is cut', () => {
    const input = tone(700, 44_100, 0.1);
    expect(resample(input, 44_100, 16_000, 1000)).toEqual(resample(input, 44_100, 16_000, 1));
  });

  it('names a rate that it cannot take', () => {
    expect(() => createResampler(44_100.5, 16_000)).toThrow('whole numbers from 4000 to 384000 Hz, but got 44100.5');
  });
});
