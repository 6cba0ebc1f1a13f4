import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VISEMES, closedMouth } from '../../../../../src/core/index.ts';
import { FLITE_SHAPES, shapeFlitePhones } from '../../../../../src/browser/speech/mouth/flite-shapes.ts';
import { coarticulate } from '../../../../../src/browser/speech/mouth/coarticulate.ts';
import type { VisemeTrack } from '../../../../../src/browser/speech/mouth/viseme-track.ts';
import { FLITE_PHONES, type FlitePhone, type TimedPhone, isPause } from '../../../../../src/browser/speech/phones.ts';

const timed = (...lengths: readonly (readonly [FlitePhone, number])[]): TimedPhone[] => {
  let start = 0;
  return lengths.map(([phone, length]) => ({ phone, start, end: (start += length) }));
};
const trackOf = (phones: readonly TimedPhone[], loudness?: Float32Array): VisemeTrack => coarticulate(shapeFlitePhones(phones), loudness);
const openness = (mouth: Record<string, number>): number => VISEMES.reduce((sum, viseme) => sum + mouth[viseme]!, 0);

const anySentence = fc.array(fc.tuple(fc.constantFrom(...FLITE_PHONES), fc.double({ min: 0.01, max: 0.4, noNaN: true })), { minLength: 1, maxLength: 30 });

describe('the phone table', () => {
  it('shapes every phone of Flite, at rest only for pauses, by weights that sum to at most 1', () => {
    for (const phone of FLITE_PHONES) {
      const { shapes, dominance } = FLITE_SHAPES[phone];
      expect([phone, shapes.length === 0]).toEqual([phone, isPause(phone)]);
      expect(dominance).toBeGreaterThan(0);
      for (const shape of shapes) expect(openness({ ...closedMouth(), ...shape })).toBeLessThanOrEqual(1);
    }
  });

  it('glides through two shapes in every diphthong', () => {
    for (const phone of ['ay', 'aw', 'ey', 'ow', 'oy'] as const) expect(FLITE_SHAPES[phone].shapes).toHaveLength(2);
  });
});

describe('coarticulate', () => {
  it('keeps weights in [0, 1] and their sum at most 1, and is closed outside the sentence', () => {
    fc.assert(fc.property(anySentence, fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { maxLength: 100 }), (lengths, loudness) => {
      const phones = timed(...lengths);
      const track = trackOf(phones, Float32Array.from(loudness));
      const end = phones.at(-1)!.end;
      const mouth = closedMouth();
      for (let at = -0.1; at < end + 0.2; at += 0.007) {
        track.sample(at, mouth);
        const inRange = VISEMES.every((viseme) => mouth[viseme] >= 0) && openness(mouth) <= 1.0001;
        const closedOutside = openness(mouth) === 0 || (at > 0 && at <= end + 0.001);
        if (!inRange || !closedOutside) expect.fail(`at ${at} of ${end}: ${JSON.stringify(mouth)}`);
      }
      track.sample(Number.NaN, mouth);
      expect(openness(mouth)).toBe(0);
    }));
  });

  it('closes the lips fully in p, b, m and bites them in f, v, between any vowels', () => {
    for (const [phone, viseme] of [['p', 'PP'], ['b', 'PP'], ['m', 'PP'], ['f', 'FF'], ['v', 'FF']] as const) {
      const track = trackOf(timed(['pau', 0.05], ['aa', 0.08], [phone, 0.05], ['uw', 0.08], ['pau', 0.1]));
      const mouth = closedMouth();
      track.sample(0.15, mouth);
      expect(mouth[viseme]).toBeGreaterThan(0.94);
      expect(openness(mouth) - mouth[viseme]).toBeLessThan(0.06);
    }
  });

  it('opens ahead of the first sound, by less than 80 ms', () => {
    const mouth = closedMouth();
    const track = trackOf(timed(['pau', 0.2], ['aa', 0.15], ['pau', 0.2]));
    track.sample(0.2 - 0.08, mouth);
    expect(openness(mouth)).toBeLessThan(0.01);
    track.sample(0.2 - 0.01, mouth);
    expect(mouth.aa).toBeGreaterThan(0.3);
  });

  it('waits for a first sound that is heard later than Flite says', () => {
    const loudness = Float32Array.from({ length: 40 }, (_, i) => (i >= 28 ? 1 : 0));
    const track = trackOf(timed(['pau', 0.2], ['ay', 0.15], ['pau', 0.05]), loudness);
    const mouth = closedMouth();
    track.sample(0.2, mouth);
    expect(openness(mouth)).toBeLessThan(0.01);
    track.sample(0.3, mouth);
    expect(openness(mouth)).toBeGreaterThan(0.3);
  });

  it('prepares the coming vowel in an h, and rounds a k before a rounded vowel', () => {
    const mouth = closedMouth();
    trackOf(timed(['pau', 0.1], ['hh', 0.08], ['iy', 0.1], ['pau', 0.1])).sample(0.14, mouth);
    expect(mouth.ih).toBeGreaterThan(0.5);
    trackOf(timed(['pau', 0.1], ['k', 0.08], ['uw', 0.1], ['pau', 0.1])).sample(0.14, mouth);
    expect(mouth.ou).toBeGreaterThan(mouth.kk);
  });

  it('opens less in a short and in a quiet vowel', () => {
    const opening = (length: number, level: number): number => {
      const mouth = closedMouth();
      trackOf(timed(['pau', 0.1], ['aa', length], ['pau', 0.1]), new Float32Array(60).fill(level)).sample(0.1 + length / 3, mouth);
      return mouth.aa;
    };
    expect(opening(0.05, 1)).toBeLessThan(opening(0.2, 1));
    expect(opening(0.2, 0.3)).toBeLessThan(opening(0.2, 1));
  });

  it('keeps more of a consonant the more it insists', () => {
    const kept = (phone: FlitePhone, viseme: 'kk' | 'nn' | 'SS'): number => {
      const mouth = closedMouth();
      trackOf(timed(['pau', 0.1], ['aa', 0.1], [phone, 0.07], ['aa', 0.1], ['pau', 0.1])).sample(0.235, mouth);
      return mouth[viseme] / openness(mouth);
    };
    expect(kept('k', 'kk')).toBeLessThan(kept('n', 'nn'));
    expect(kept('n', 'nn')).toBeLessThan(kept('s', 'SS'));
  });

  it('samples the same backwards and forwards', () => {
    const phones = timed(['pau', 0.05], ['m', 0.08], ['aa', 0.1], ['t', 0.05], ['iy', 0.1], ['pau', 0.1]);
    const [forwards, backwards] = [trackOf(phones), trackOf(phones)];
    const times = Array.from({ length: 50 }, (_, i) => i * 0.01);
    const shot = (track: typeof forwards, at: number): object => {
      const mouth = closedMouth();
      track.sample(at, mouth);
      return mouth;
    };
    const there = times.map((at) => shot(forwards, at));
    expect(times.toReversed().map((at) => shot(backwards, at)).toReversed()).toEqual(there);
  });
});
