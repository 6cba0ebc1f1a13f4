import { checkAnswer, type Exercise } from 'attune/scenario';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parseFraction, parseNumber } from '../../../../src/scenario/tutor/numbers.ts';

const exercise = (answer: unknown): Exercise => ({ id: 'x', skill: 's', level: 1, asks: { en: '?' }, answer, hints: [{ en: '.' }], wrong: [], solution: { en: '.' } }) as Exercise;

describe('numbers that somebody says', () => {
  it.each([['7', 7], ['it is -3', -3], ['1,200', 1200], ['no, twelve', 12], ['二十三', 23], ['十', 10], ['一百零五', 105], ['２．５', 2.5], ['nothing', null]] as const)('%s is %s', (words, is) => expect(parseNumber(words)).toBe(is));

  it.each([
    ['3/4', '3/4'], ['it is 2 / 6', '2/6'], ['1 1/2', '3/2'], ['one and a half', '3/2'], ['three quarters', '3/4'], ['three-quarters', '3/4'], ['a third', '1/3'], ['two fifths, no, three fifths', '3/5'], ['half', '1/2'],
    ['四分之三', '3/4'], ['一又二分之一', '3/2'], ['是12分之7', '7/12'], ['一半', '1/2'], ['2', '2/1'], ['−1/2', '-1/2'], ['1/0', null], ['hello', null],
  ])('%s is %s', (words, is) => {
    const fraction = parseFraction(words);
    expect(fraction && `${fraction.top}/${fraction.bottom}`).toBe(is);
  });

  it('a fraction of any size is read back', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 }), (top, bottom) => {
      expect(parseFraction(`I say ${top}/${bottom}.`)).toEqual({ top, bottom });
      expect(parseNumber(`${top}`)).toBe(top);
    }));
  });
});

describe('answers', () => {
  it('in other fractions of the same value are right, unless lowest terms are asked', () => {
    const [free, reduced] = [exercise({ kind: 'fraction', is: '1/2', lowest: false }), exercise({ kind: 'fraction', is: '1/2', lowest: true })];
    fc.assert(fc.property(fc.integer({ min: 2, max: 50 }), (by) => {
      expect(checkAnswer(free, `${by}/${2 * by}`, 'en')!.right).toBe(true);
      expect(checkAnswer(reduced, `${by}/${2 * by}`, 'en')!.right).toBe(false);
    }));
  });

  it('to a choice come by letter, by their words and in Chinese', () => {
    const choice = exercise({ kind: 'choice', options: ['3/8', { en: 'both the same', zh: '一样大' }], is: 1 });
    expect(['b', 'B.', 'option B', 'I think they are both the same'].map((words) => checkAnswer(choice, words, 'en')?.right)).toEqual([true, true, true, true]);
    expect(['选B', '一样大', '我觉得一样大'].map((words) => checkAnswer(choice, words, 'zh')?.right)).toEqual([true, true, true]);
    expect(checkAnswer(choice, '3/8', 'en')!.right).toBe(false);
    expect(checkAnswer(choice, 'D', 'en')).toBeNull();
  });

  it('in order come by letters in any dress, each once', () => {
    const sorted = exercise({ kind: 'order', items: ['x', 'y', 'z'], is: [2, 0, 1] });
    expect(['C A B', 'cab', 'C, A, B', 'C > A > B'].map((words) => checkAnswer(sorted, words, 'en')?.right)).toEqual([true, true, true, true]);
    expect(checkAnswer(sorted, 'C A A', 'en')).toBeNull();
    expect(checkAnswer(sorted, 'A B C', 'en')!.right).toBe(false);
  });

  it('tell a wish from an answer, where nothing else is said', () => {
    const sum = exercise({ kind: 'number', is: 7 });
    expect(['8', 'it is 8', '答案是8', 'eight'].map((words) => checkAnswer(sum, words, 'en')?.plain)).toEqual([true, true, true, false]);
    expect(checkAnswer(sum, 'a hint for number 2 please', 'en')!.plain).toBe(false);
    expect(checkAnswer(sum, 'a hint please', 'en')).toBeNull();
  });
});
