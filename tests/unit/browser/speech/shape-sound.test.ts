import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePhones } from '../../../../src/browser/speech/phones.ts';
import { addBreath, BREATH } from '../../../../src/browser/speech/add-breath.ts';
import { stretchPauses } from '../../../../src/browser/speech/stretch-pauses.ts';
import { tiltSpectrum } from '../../../../src/browser/speech/tilt-spectrum.ts';

const RATE = 16_000;
const sine = (hertz: number): Float32Array => Float32Array.from({ length: RATE / 2 }, (_, i) => 0.3 * Math.sin((2 * Math.PI * hertz * i) / RATE));
const level = (samples: Float32Array): number => 10 * Math.log10(samples.subarray(RATE / 4).reduce((sum, sample) => sum + sample * sample, 0));

describe('tiltSpectrum', () => {
  const change = (hertz: number, tilt: number): number => {
    const samples = sine(hertz);
    const before = level(samples);
    tiltSpectrum(samples, RATE, tilt);
    return level(samples) - before;
  };

  it.each([-8, -3, 4, 8])('changes what is high by %d dB, and leaves what is low', (tilt) => {
    expect(change(7000, tilt)).toBeCloseTo(tilt, 0);
    expect(Math.abs(change(120, tilt))).toBeLessThan(0.15);
    expect(change(1500, tilt)).toBeCloseTo(tilt / 2, 0);
  });

  it('leaves everything as it is for none', () => {
    const samples = sine(3000);
    tiltSpectrum(samples, RATE, 0);
    expect(samples).toEqual(sine(3000));
  });
});

describe('stretchPauses', () => {
  const phones = parsePhones('pau:0.2 aa:0.5 pau:0.8 iy:1.0 pau:1.2');
  const samples = Float32Array.from({ length: 1.2 * RATE }, (_, i) => ((i > 0.2 * RATE && i < 0.5 * RATE) || (i > 0.8 * RATE && i < RATE) ? 0.5 : 0));

  it('makes only the pause within so much longer or shorter, and moves what follows with its sound', () => {
    fc.assert(fc.property(fc.double({ min: 0.2, max: 3, noNaN: true }), (factor) => {
      const { pcm, phones: moved } = stretchPauses({ samples, sampleRate: RATE }, phones, factor);
      const length = Math.max(0.06, 0.3 * factor);
      expect(moved[2]!.end - moved[2]!.start).toBeCloseTo(length, 3);
      expect(moved.at(-1)!.end).toBeCloseTo(0.9 + length, 3);
      expect(pcm.samples.length / RATE).toBeCloseTo(0.9 + length, 3);
      expect(moved[0]).toEqual(phones[0]);
      for (const { phone, start, end } of moved.filter((each) => each.phone !== 'pau')) expect([phone, pcm.samples[Math.round(((start + end) / 2) * RATE)]]).toEqual([phone, 0.5]);
      expect(pcm.samples.filter((sample) => sample > 0)).toHaveLength(samples.filter((sample) => sample > 0).length);
    }));
  });

  it('leaves a sentence without a pause alone', () => {
    const made = { samples, sampleRate: RATE };
    expect(stretchPauses(made, parsePhones('pau:0.2 aa:0.5'), 2).pcm).toBe(made);
  });
});

describe('addBreath', () => {
  it.each([16_000, 48_000])('is heard at its level in the silence before a sentence, without a click, at %d Hz', (rate) => {
    const phones = [{ phone: 'pau', start: 0, end: 0.5 }] as const;
    const { samples, phones: moved, loudness } = addBreath({ samples: new Float32Array(rate / 2), phones, loudness: new Float32Array(50).fill(1) }, rate, -44);
    const length = Math.round(BREATH * rate);
    const rms = (from: number, to: number): number => 10 * Math.log10(samples.subarray(from, to).reduce((sum, sample) => sum + sample * sample, 0) / (to - from));
    expect(Math.abs(rms(Math.round(0.6 * length), Math.round(0.8 * length)) + 44)).toBeLessThan(3);
    expect(Math.max(...samples.subarray(0, 0.02 * length), ...samples.subarray(0.99 * length, length + 10))).toBeLessThan(1e-4);
    expect(samples.subarray(length).every((sample) => sample === 0)).toBe(true);
    expect(samples.length).toBe(length + rate / 2);
    expect(moved).toEqual([{ phone: 'brth', start: 0, end: BREATH }, { phone: 'pau', start: BREATH, end: 0.5 + BREATH }]);
    expect([...loudness.subarray(0, 25)].filter((each) => each === 0)).toHaveLength(24);
  });
});
