import { describe, expect, it } from 'vitest';
import { createDice } from '../../../src/adapt/simulate/dice.ts';
import { signatureOf } from '../../../src/monitor/signature.ts';

const share = (one: string, other: string): boolean => {
  const [a, b] = [signatureOf(one), signatureOf(other)];
  return a.some((value, i) => value === b[i]);
};

describe('signatures', () => {
  it('are the same whatever case and punctuation, in both scripts', () => {
    expect(signatureOf('Acme beats, again!')).toEqual(signatureOf('acme Beats again'));
    expect(signatureOf('茅台，业绩大增。')).toEqual(signatureOf('茅台业绩大增'));
  });

  it('share a part as often as theory says, by how alike the texts are', () => {
    const dice = createDice(1);
    const word = (): string => `w${Math.floor(dice.uniform() * 1e6)}`;
    // Of a text with 40 words, so many at the end differ: Jaccard similarity of pairs of words is (39 - d) / (39 + d).
    const rate = (differing: number): number => {
      let shared = 0;
      for (let i = 0; i < 400; i += 1) {
        const words = Array.from({ length: 40 }, word);
        if (share(words.join(' '), [...words.slice(0, 40 - differing), ...Array.from({ length: differing }, word)].join(' '))) shared += 1;
      }
      return shared / 400;
    };
    expect(rate(2)).toBeGreaterThan(0.93);
    expect(rate(4)).toBeGreaterThan(0.7);
    expect(rate(20)).toBeLessThan(0.1);
    expect(rate(40)).toBe(0);
  });
});
