import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_SPEECH_CHARACTERS, cleanText } from '../../../../src/browser/speech/clean-text.ts';

describe('cleanText', () => {
  it.each([
    ['I\u2019m \u201Cglad\u201D \u2014 truly\u2026', 'I\'m "glad", truly...'],
    ['Well done \u{1F44D}\u{1F3FD} \u{1F468}\u200D\u{1F469}\u200D\u{1F467}!', 'Well done!'],
    ['na\u00EFve caf\u00E9, Stra\u00DFe', 'naive cafe, Strasse'],
    ['a\u0000b\u0007c\tand\u200B d', 'a b c and d'],
    ['tea & cake, 5% off, 3\u20135 days, \u20AC5', 'tea and cake, 5 percent off, 3 to 5 days, 5 euros'],
    ['**Breathe** _in_\n- hold it\nrest', 'Breathe* in*., hold it. rest'],
    ['\u4F60\u597D', ''],
    ['\u{1F642}', ''],
    ['I am *so* glad, **not at all** sad, _really_!', 'I am so* glad, not* at* all* sad, really*!'],
    ['3 * 4, snake_case, a*b*c \uE000', '3 4, snake case, a b c'],
    ['call 555-1234 on 2024-05-01', 'call 5 5 5, 1 2 3 4 on May 1st, 2024'],
  ])('makes %j sayable', (text, plain) => expect(cleanText(text)).toBe(plain));

  it('leaves plain ASCII, whatever comes', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(cleanText(text)).toMatch(/^[\x20-\x7E]*$/);
    }));
  });

  it('refuses a text that is too long, with its length', () => {
    expect(() => cleanText('a'.repeat(MAX_SPEECH_CHARACTERS + 1))).toThrow(/at most 2000 characters to say, but got 2001/);
  });
});
