import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNumbers } from '../../../../src/monitor/finance/compare-numbers.ts';
import { expand } from '../../../../src/monitor/finance/phrases.ts';
import { financeTokens } from '../../../../src/monitor/finance/tokens.ts';

const amounts = (text: string): (number | null)[] => financeTokens(text).filter(({ kind }) => kind === 'number').map(({ amount }) => amount);
const way = (text: string): number | undefined => compareNumbers(financeTokens(text))[0]?.way;

describe('numbers of financial news', () => {
  it.each([
    ['EUR 3.1 mn', 3_100_000], ['$1,234.5m', 1_234_500_000], ['9,622.23 points', 9622.23], ['1.234,5', 1234.5], ['12 %', 12], ['4 percentage points', 4], ['3.2亿元', 320_000_000],
    ['三亿二千万元', 320_000_000], ['三成一', 31], ['五十一天', 51], ['in 2007', null],
  ])('%s is %s', (text, amount) => {
    const [read] = amounts(text);
    if (amount === null) expect(read).toBeNull();
    else expect(read).toBeCloseTo(amount, 2);
  });

  it.each([
    ['EUR 2.1 mn vs EUR 1.8 mn a year earlier', 1], ['EUR 3.1 m, down from EUR 4.5 m', -1], ['from EUR 3 mn to EUR 5 mn', 1], ['EUR 19.0 mn ( 11.2 )', 1], ['由3亿元降至2亿元', -1], ['5.3亿元，上年同期为3.1亿元', 1],
    ['EPS of $0.31, consensus $0.44', -1], ['EUR 0.31 negative compared with EUR 0.09 positive', -1], ['Deliveries: 88,000. Analysts wanted 104,000.', -1], ['EUR 4 mn (2019: EUR 4 mn)', undefined],
  ])('%s: %s', (text, expected) => {
    expect(way(text)).toBe(expected);
  });

  it('turns round when the numbers change places, and needs two numbers of one kind', () => {
    const sum = fc.integer({ min: 1, max: 999 });
    fc.assert(fc.property(sum, sum, (a, b) => way(`profit of EUR ${a} mn compared to EUR ${b} mn`) === -way(`profit of EUR ${b} mn compared to EUR ${a} mn`)!));
    expect(way('EUR 5 mn compared to 3 %')).toBeUndefined();
    expect(way('flats range from EUR 120,000 to EUR 400,000')).toBeUndefined();
  });

  it('gives verbs and plurals their forms', () => {
    expect(expand('rate~')).toEqual(['rate', 'rates']);
    expect(expand('pick* up')).toEqual(['pick up', 'picks up', 'picked up', 'picking up']);
    expect(expand('slip**')).toEqual(['slip', 'slips', 'slipped', 'slipping']);
    expect(expand('rally*')).toEqual(['rally', 'rallies', 'rallied', 'rallying']);
  });

  it('keeps each token where it stands in the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => financeTokens(text).every(({ start, end }, i, all) => start < end && end <= text.length && (i === 0 || start >= all[i - 1]!.end))));
  });
});
