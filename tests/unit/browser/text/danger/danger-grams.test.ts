import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dangerGrams, englishRuns } from '../../../../../src/browser/text/danger/danger-grams.ts';

describe('the runs of words of a text in English', () => {
  it('are those of one to three words in their order, with where sentences begin and end', () => {
    // Six pieces, of which both ends are one, six pairs and five runs of three.
    expect(englishRuns('I took all of them')).toHaveLength(17);
    const shared = (a: string, b: string): number => [...englishRuns(a)].filter((run) => englishRuns(b).includes(run)).length;
    expect(shared('he hit me', 'me hit he')).toBe(4);
    expect(shared('he hit me', 'he hit me again')).toBeGreaterThan(shared('he hit me', 'again he me hit'));
  });

  it('are the same whatever the case, the signs and what cannot be seen, and each comes once', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const runs = englishRuns(text);
      expect(new Set(runs).size).toBe(runs.length);
      expect(englishRuns(text)).toEqual(runs);
    }));
    expect(englishRuns('I TOOK them all!')).toEqual(englishRuns('i took them all'));
    expect(englishRuns('i to\u200bok them all')).toEqual(englishRuns('i took them all'));
  });

  it('are no more than grams have, however long the text', () => {
    expect(englishRuns('die '.repeat(100_000)).length).toBeLessThan(20);
    expect(englishRuns(Array.from({ length: 5000 }, (_, i) => `w${i}`).join(' ')).length).toBeLessThanOrEqual(1800);
    expect(dangerGrams('').length).toBe(dangerGrams(' ').length);
  });
});
