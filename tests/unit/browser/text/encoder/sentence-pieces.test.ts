import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVocabulary } from '../../../../../scripts/texts/load-sentence-encoder.ts';
import { createSentencePieces, MAX_PIECES } from '../../../../../src/browser/text/encoder/sentence-pieces.ts';
import published from '../../../../assets/sentence-encoder.json' with { type: 'json' };

const vocabulary = readVocabulary();
const pieces = createSentencePieces(vocabulary);
const words = (JSON.parse(vocabulary) as [string, number][]).map(([piece]) => piece);
const read = (text: string): string => pieces(text).map((id) => words[id]).join('');

describe('createSentencePieces', () => {
  it.each(published)('cuts "$text" as the published tokenizer does', ({ text, ids }) => {
    expect(pieces(text)).toEqual(ids);
  });

  it('loses no character that the vocabulary has', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'abc xyzABC.,!?\'') , maxLength: 60 }).filter((text) => text.trim() !== '');
    fc.assert(fc.property(plain, (text) => {
      expect(read(text)).toBe(`▁${text.trim().replace(/ +/g, '▁')}`);
    }));
  });

  it('reads the same text with other blanks, and with marks that nobody sees', () => {
    expect(pieces('  not\u00a0\thappy\r\n')).toEqual(pieces('not happy'));
    expect(pieces('\u202enot\u200b ha\ufeffppy\u0000')).toEqual(pieces('not happy'));
    expect(pieces('\ud83dnot happy\udc00')).toEqual(pieces('not happy'));
  });

  it('makes a run of unknown characters one unknown piece', () => {
    expect(pieces('ᚠᚢᚦ').filter((id) => id === 0)).toHaveLength(1);
  });

  it('takes any string: few pieces, all of them in the vocabulary', () => {
    const any = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 }).map((codes) => String.fromCharCode(...codes)));
    fc.assert(fc.property(any, (text) => {
      const ids = pieces(text);
      expect(ids.length).toBeLessThanOrEqual(MAX_PIECES);
      expect(ids.every((id) => words[id] !== undefined)).toBe(true);
    }));
  });

  it.each([
    ['words', 'I am tired. '], ['one letter', 'a'], ['blanks', ' \t'], ['emoji', '\u{1f600}'], ['lone surrogates', '\ud83d'],
    ['marks of direction', '\u202e\u2066'], ['a ligature that becomes eighteen letters', '\ufdfa'], ['combining marks', 'e\u0301\u0323'], ['HTML', '<script>alert(1)</script>'],
  ])('needs no longer for a megabyte of %s than for a page', (_, text) => {
    const long = text.repeat(Math.ceil(1_000_000 / text.length));
    const began = performance.now();
    expect(pieces(long).length).toBeLessThanOrEqual(MAX_PIECES);
    // 10 ms on a quiet machine.
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('says what is wrong with a vocabulary', () => {
    for (const text of ['', '{}', '[]', '[["a"]]', '<html>']) {
      expect(() => createSentencePieces(text)).toThrow('Expected the vocabulary of the sentence encoder');
    }
  });
});
