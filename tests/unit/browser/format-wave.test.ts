import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatWave } from '../../../src/browser/format-wave.ts';
import { parseWav } from '../../../src/browser/speech/parse-wav.ts';

describe('formatWave', () => {
  it('keeps every sample to half a step of 16 bits, at any rate', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: -1, max: 1 - 2 ** -15, noNaN: true })), fc.integer({ min: 8000, max: 192_000 }), (sound, rate) => {
      const { samples, sampleRate } = parseWav(formatWave(Float32Array.from(sound), rate));
      expect(sampleRate).toBe(rate);
      expect(samples.length).toBe(sound.length);
      for (const [i, sample] of sound.entries()) expect(Math.abs(samples[i]! - sample)).toBeLessThanOrEqual(2 ** -16 + 1e-7);
    }));
  });

  it('cuts off what is too loud, and refuses a rate that is none', () => {
    expect([...parseWav(formatWave(Float32Array.of(2, -2), 16_000)).samples]).toEqual([32_767 / 32_768, -1]);
    for (const rate of [0, -1, 44.1, Number.NaN]) expect(() => formatWave(new Float32Array(1), rate)).toThrow(/whole number of hertz/);
  });
});
