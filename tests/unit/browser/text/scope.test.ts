import { describe, expect, it } from 'vitest';
import type { Language } from '../../../../src/index.ts';
import { cleanCharacters } from '../../../../src/browser/text/clean-characters.ts';
import { scopeOf } from '../../../../src/browser/text/scope.ts';
import { tokenise } from '../../../../src/browser/text/tokens.ts';

/** What the words around do to one token of a text. */
function around(text: string, form: string, language: Language = 'en'): { sense: string; degree: number; clause: number } {
  const tokens = tokenise(cleanCharacters(text));
  const scope = scopeOf(tokens, language);
  const at = tokens.findLastIndex((token) => token.form === form);
  return { sense: scope.sense[at]!, degree: scope.degree[at]!, clause: scope.clause[at]! };
}

describe('scope in English', () => {
  it.each([
    ['I am not calm', 'calm', 'denied'], ["It wasn't a nice trip", 'nice', 'denied'], ['Nobody was rude', 'rude', 'denied'],
    ['I am not tired, I am calm', 'calm', 'plain'], ['not tired but calm', 'calm', 'plain'], ['not only calm', 'calm', 'plain'],
    ["I'm not saying that I'm not calm", 'calm', 'plain'], ['He is far from calm', 'calm', 'denied'], ['I have never been so calm', 'calm', 'plain'],
    ['They said it would be calm, but it wasn\'t', 'calm', 'denied'], ['He told me not to fret, but I do', 'fret', 'plain'], ['I was calm, but he wasn\'t', 'calm', 'plain'], ['Are you calm about my trip?', 'calm', 'asked'], ['I never disliked this place', 'disliked', 'denied'],
    ['Are you calm?', 'calm', 'asked'], ['Am I calm?', 'calm', 'plain'], ['You are calm.', 'calm', 'plain'],
  ])('"%s": %s is %s', (text, form, sense) => {
    expect(around(text, form).sense).toBe(sense);
  });

  it.each([
    ['I am very calm', 'calm', 1.5], ['I am a bit calm', 'calm', 0.6], ['strangely calm', 'calm', 1.5], ['utterly calm', 'calm', 1.8], ['I am calm', 'calm', 1], ['It itches like hell', 'itches', 1.5],
  ])('"%s": %s is meant %d times', (text, form, degree) => {
    expect(around(text, form).degree).toBeCloseTo(degree, 5);
  });

  it('begins a clause after a "but", and gives it more worth', () => {
    const tokens = tokenise(cleanCharacters('It rained but we sang'));
    const { clause, worth } = scopeOf(tokens, 'en');
    expect([...clause]).toEqual([0, 0, 1, 1, 1]);
    expect(worth[1]).toBeGreaterThan(worth[0]!);
  });
});

describe('scope in Chinese', () => {
  it.each([
    ['我没有生气', '气', 'denied'], ['我不得不走', '走', 'plain'], ['你累吗？', '累', 'asked'], ['我累吗？', '累', 'plain'], ['不累，但是饿', '饿', 'plain'],
    ['大家都说他很累，其实不是', '累', 'denied'], ['这只猫不可爱', '爱', 'denied'],
    ['不是不累', '累', 'plain'], ['对不起，我来晚了', '晚', 'plain'],
  ])('"%s": %s is %s', (text, form, sense) => {
    expect(around(text, form, 'zh').sense).toBe(sense);
  });

  it.each([['我非常累', '累', 1.5], ['我有点累', '累', 0.6], ['我累死了', '累', 1.8], ['我很累', '累', 1.2], ['我累极了', '累', 1.8]])('"%s": %s is meant %d times', (text, form, degree) => {
    expect(around(text, form, 'zh').degree).toBeCloseTo(degree, 5);
  });
});
