import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../../src/browser/speech/split-sentences.ts';

describe('splitSentences', () => {
  it.each([
    ['I see. Tell me more! Shall we?', ['I see.', 'Tell me more!', 'Shall we?']],
    ['Dr. Smith and Mrs. Lee met at St. John.', ['Dr. Smith and Mrs. Lee met at St. John.']],
    ['It costs 3.50 dollars. Fine.', ['It costs 3.50 dollars.', 'Fine.']],
    ['We met at 5 p.m. on Monday. We left at 6 p.m. She stayed.', ['We met at 5 p.m. on Monday.', 'We left at 6 p.m.', 'She stayed.']],
    ['J. Smith wrote it. It was me, not I. Truly.', ['J. Smith wrote it.', 'It was me, not I.', 'Truly.']],
    ['Some games, e.g. Chess, are old. Bring tea, etc. and rest.', ['Some games, e.g. Chess, are old.', 'Bring tea, etc. and rest.']],
    ['Well... maybe. Well... Perhaps.', ['Well... maybe.', 'Well...', 'Perhaps.']],
    ['"Really?" she said. "Yes!" He left.', ['"Really?" she said.', '"Yes!"', 'He left.']],
    ['1. Breathe in. 2. Breathe out.', ['1. Breathe in.', '2. Breathe out.']],
    ['no end mark', ['no end mark']],
    ['', []],
    ['... !', []],
  ])('splits %j', (text, sentences) => expect(splitSentences(text)).toEqual(sentences));

  it('splits a long sentence at a comma, into pieces that are never long', () => {
    const long = `${'I walked along the river for a while, '.repeat(9)}and then I rested.`;
    const pieces = splitSentences(long);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.slice(0, -1).every((piece) => piece.endsWith(','))).toBe(true);
    expect(splitSentences('x'.repeat(1000)).every((piece) => piece.length <= 180)).toBe(true);
  });

  it('loses no letter', () => {
    const sayable = fc.string({ unit: fc.constantFrom('a', 'B', '7', ' ', '.', '?', '!', ',', '"', ')'), maxLength: 400 });
    fc.assert(fc.property(sayable, (text) => {
      const letters = (of: string): string => of.replace(/[^A-Za-z0-9]/g, '');
      expect(letters(splitSentences(text).join(''))).toBe(letters(text));
    }));
  });
});
