import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanCharacters, LONGEST_TEXT } from '../../../../src/browser/text/clean-characters.ts';

describe('a cleaned text', () => {
  it('has full-width letters, ligatures and fancy apostrophes like plain ones', () => {
    expect(cleanCharacters('ＨＡＰＰＹ ﬁne don’t').text).toBe("HAPPY fine don't");
  });

  it('leaves out what cannot be seen, and makes a space of controls and lone surrogates', () => {
    expect(cleanCharacters('ha\u200Bppy\u202E!\u0000\ud83d.').text).toBe('happy!  .');
  });

  it('knows where its characters came from', () => {
    const { text, origin } = cleanCharacters('\u200B\u200Bﬁ e\u0301');
    expect(text).toBe('fi \u00e9');
    expect([...origin]).toEqual([2, 2, 3, 4, 6]);
  });

  it('keeps three marks of a letter at most', () => {
    expect(cleanCharacters(`x${'\u0336'.repeat(500)}`).text).toBe('x\u0336\u0336\u0336');
  });

  it('reads no more than the longest text, and says so', () => {
    const { text, cut, origin } = cleanCharacters('a'.repeat(100_000));
    expect([text.length, cut, origin.at(-1)]).toEqual([LONGEST_TEXT, true, LONGEST_TEXT]);
  });

  it('has an origin for every character, in order, whatever comes', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (original) => {
      const { text, origin } = cleanCharacters(original);
      expect(origin.length).toBe(text.length + 1);
      for (let i = 1; i < origin.length; i += 1) expect(origin[i]).toBeGreaterThanOrEqual(origin[i - 1]!);
      expect(origin.at(-1)).toBeLessThanOrEqual(original.length);
    }));
  });
});
