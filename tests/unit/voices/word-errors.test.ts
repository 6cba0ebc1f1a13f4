import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWords, wordErrorRate, wordsOf } from '../../../scripts/hearing/word-errors.ts';

const errors = (said: string, heard: string): string[] => compareWords(wordsOf(said), wordsOf(heard)).confusions.map(({ said: from, heard: to }) => `${from ?? '-'}>${to ?? '-'}`);

describe('word errors', () => {
  it('count substitutions, deletions and insertions, and nothing of case and punctuation', () => {
    expect(errors('I see. And you?', 'i see and you')).toEqual([]);
    expect(errors('It rained all week.', 'It rained a week long')).toEqual(['all>a', '->long']);
    expect(errors('Thank you, goodbye.', '')).toEqual(['thank>-', 'you>-', 'goodbye>-']);
    expect(errors('It’s the dogs\' dinner', 'it\'s the dogs dinner')).toEqual([]);
  });

  it('spell numbers out', () => {
    expect(wordsOf('At 7 he ate 21 of 1,305 figs, 2.5% in all')).toEqual('at seven he ate twenty one of one thousand three hundred five figs two point five percent in all'.split(' '));
  });

  it('are as many as the edit distance: none for the same, all for nothing, and the same both ways', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });
    fc.assert(fc.property(words, words, (a, b) => {
      const { confusions } = compareWords(a, b);
      expect(compareWords(a, a).confusions).toEqual([]);
      expect(compareWords(b, a).confusions).toHaveLength(confusions.length);
      expect(confusions.length).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(confusions.length).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      // Undoing what was confused leads back from one to the other.
      expect(confusions.filter(({ said }) => said !== null).length - confusions.filter(({ heard }) => heard !== null).length).toBe(a.length - b.length);
    }));
    expect(wordErrorRate([compareWords(['a', 'b', 'c'], ['a']), compareWords(['a'], ['a'])])).toBe(0.5);
  });
});
