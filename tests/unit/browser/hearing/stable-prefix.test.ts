import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stablePrefix } from '../../../../src/browser/hearing/stable-prefix.ts';

const stable = (before: string, now: string): string => now.slice(0, stablePrefix(before, now));

describe('the stable prefix', () => {
  it('ends where a word ends in both', () => {
    expect(stable('Kids are talk', 'Kids are talking by')).toBe('Kids are ');
    expect(stable('Kids are talking.', 'Kids are talking by the door.')).toBe('Kids are talking');
    expect(stable('I feel', 'I feel')).toBe('I ');
    expect(stable('It\'s', 'It is')).toBe('');
    expect(stable('我今天很', '我今天很难过')).toBe('我今天');
    expect(stable('', 'Hello there.')).toBe('');
  });

  it('is a prefix of both, never cuts a word, and is all but the last word of a text that only grew', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(fc.property(fc.array(word), fc.array(word), (before, now) => {
      const [a, b] = [before.join(' '), now.join(' ')];
      const length = stablePrefix(a, b);
      expect(a.startsWith(b.slice(0, length))).toBe(true);
      if (length > 0) expect(/^\w\w$/.test(b.slice(length - 1, length + 1))).toBe(false);
    }));
    fc.assert(fc.property(fc.array(word, { minLength: 2 }), word, (words, more) => {
      const text = words.join(' ');
      expect(stablePrefix(text, `${text} ${more}`)).toBe(words.slice(0, -1).join(' ').length + 1);
    }));
  });
});
