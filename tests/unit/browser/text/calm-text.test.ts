import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calmText } from '../../../../src/browser/text/calm-text.ts';
import { cleanCharacters } from '../../../../src/browser/text/clean-characters.ts';
import { findCues } from '../../../../src/browser/text/find-cues.ts';
import { scopeOf } from '../../../../src/browser/text/scope.ts';
import { tokenise } from '../../../../src/browser/text/tokens.ts';

function calm(text: string): string {
  const tokens = tokenise(cleanCharacters(text));
  const scope = scopeOf(tokens, 'en');
  return calmText(text, { tokens, scope, cues: findCues(tokens, scope, () => 0) });
}

describe('a text without how strongly it is meant', () => {
  it.each([
    ['I am very sad today.', 'I am sad today.'], ['I am a tiny bit sad today.', 'I am sad today.'], ['Extremely sad. Really happy!', 'Sad. Happy!'], ['I AM SO HAPPY, MUM!', 'I am happy, mum!'],
    ["I'M SAD", "I'm sad"], ['sooooo happyyyy', 'happy'], ['It hurts so much, really', 'It hurts, really'], ['I am not very happy', 'I am not very happy'], ['The very first train', 'The very first train'],
  ])('of "%s" is "%s"', (text, plain) => {
    expect(calm(text)).toBe(plain);
  });

  it('adds nothing, and leaves nothing to be taken away', () => {
    const word = fc.constantFrom('I', 'am', 'very', 'SO', 'happy', 'SAD', 'sooo', 'but', ',', '.', '😂', 'not', "I'M", 'a', 'bit', 'kind', 'of', 'furious', '!!!');
    fc.assert(fc.property(fc.array(word, { maxLength: 15 }), (words) => {
      const text = words.join(' ');
      const plain = calm(text);
      expect(plain.length).toBeLessThanOrEqual(text.length);
      expect(/\p{Lu}{2}/u.test(plain)).toBe(false);
    }));
  });
});
