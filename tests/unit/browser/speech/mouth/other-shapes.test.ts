import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedMouth, VISEMES } from '../../../../../src/core/index.ts';
import { coarticulate } from '../../../../../src/browser/speech/mouth/coarticulate.ts';
import { shapeOfIpa } from '../../../../../src/browser/speech/mouth/ipa-shapes.ts';
import { CONSONANTS, REST, VOWELS } from '../../../../../src/browser/speech/mouth/phone-shape.ts';
import { shapeWords } from '../../../../../src/browser/speech/mouth/word-shapes.ts';

describe('shapeOfIpa', () => {
  it.each([
    ['ˈoʊ', [VOWELS.midRound, VOWELS.nearCloseRound]], ['ɑː', [VOWELS.open]], ['ˈɛɹ', [VOWELS.openMid]], ['O', [VOWELS.midRound, VOWELS.nearCloseRound]], ['i5', [VOWELS.close]],
  ])('takes %s for a vowel', (phoneme, shapes) => {
    expect(shapeOfIpa(phoneme)).toMatchObject({ vowel: true, shapes });
  });

  it.each([['tʃ', CONSONANTS.hush], ['pʰ', CONSONANTS.lips], ['ts', CONSONANTS.hiss], ['ŋ', CONSONANTS.backNasal], ['ɕ', CONSONANTS.hush], ['', REST], ['ˈ', REST], ['?!', REST]])('takes %s for what its lips do', (phoneme, shape) => {
    expect(shapeOfIpa(phoneme)).toBe(shape);
  });
});

describe('shapeWords', () => {
  const shapesOf = (text: string): string[] => shapeWords(text).phones.map(({ shape }) => Object.keys(shape.shapes[0] ?? { rest: 1 })[0]!);

  it('follows the spelling: lips meet for b, m and p and round for w and oo', () => {
    expect(shapesOf('moon')).toEqual(['PP', 'ou', 'nn', 'rest']);
    expect(shapesOf('web')).toEqual(['ou', 'E', 'PP', 'rest']);
    expect(shapesOf('hello')).toEqual(['aa', 'E', 'nn', 'oh', 'rest']);
    expect(shapesOf('name')).toEqual(['nn', 'aa', 'PP', 'rest']);
    expect(shapesOf('the')).toEqual(['TH', 'E', 'rest']);
  });

  it('opens once for each Chinese character, not knowing how it sounds', () => {
    const { phones, duration } = shapeWords('你好');
    expect(phones.filter(({ shape }) => shape.vowel)).toHaveLength(2);
    expect(duration).toBeCloseTo(0.44, 6);
  });

  it('makes phones without gaps, of any text, that a mouth can follow', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const { phones, duration } = shapeWords(text);
      let at = 0;
      for (const { start, end } of phones) {
        expect(start).toBeCloseTo(at, 6);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(at).toBeGreaterThanOrEqual(duration);
      const track = coarticulate(phones);
      const mouth = closedMouth();
      for (let time = 0; time < track.end; time += 0.013) {
        track.sample(time, mouth);
        expect(VISEMES.reduce((sum, viseme) => sum + mouth[viseme], 0)).toBeLessThanOrEqual(1.0001);
      }
    }));
  });
});
