import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type About, createFinanceReader, createFullFinanceReader, type FinanceReading } from '../../../../src/monitor/finance/index.ts';
import { ROOT } from '../../../../scripts/run.ts';

const weights = readFileSync(join(ROOT, 'models/finance/net.json'), 'utf8');
const reader = createFinanceReader(weights);
const likeliest = ({ positive, neutral, negative }: FinanceReading): string => (neutral >= positive && neutral >= negative ? 'neutral' : positive > negative ? 'positive' : 'negative');
const tell = (text: string, language: 'en' | 'zh' = 'en'): string => likeliest(reader.read(text, language, null));

describe('a reader of financial news', () => {
  it.each([
    ['Costs at Orvane fell by a tenth', 'positive'], ['Costs at Orvane rose by a tenth', 'negative'],
    ['Net loss of Orvane narrowed to EUR 2 mn', 'positive'], ['Net loss of Orvane widened to EUR 5 mn', 'negative'],
    ['Orvane beats estimates', 'positive'], ['Orvane misses estimates', 'negative'],
    ['Orvane cuts its costs', 'positive'], ['Orvane cuts its dividend', 'negative'],
    ['Profit of EUR 3.1 m, down from EUR 4.5 m', 'negative'], ['Profit of EUR 4.5 m, up from EUR 3.1 m', 'positive'],
    ['Profit was EUR 2.1 mn vs EUR 1.8 mn a year earlier', 'positive'], ['Profit was EUR 1.8 mn vs EUR 2.1 mn a year earlier', 'negative'],
    ['Despite weak demand, Orvane raised its profit', 'positive'], ['Despite strong demand, Orvane made a loss', 'negative'],
    ['Fears of a strike at Orvane proved unfounded', 'positive'], ['Orvane no longer expects growth', 'negative'],
    ['Orvane appoints Ilse Marn as chief executive', 'neutral'], ['Orvane will publish its interim report on 4 May', 'neutral'], ['Orvane is located in Bern', 'neutral'],
  ])('%s: %s', (text, expected) => {
    expect(tell(text)).toBe(expected);
  });

  it.each([['公司净利润同比增长三成', 'positive'], ['公司净利润同比下降三成', 'negative'], ['净亏损1.2亿元，上年同期亏损3.8亿元', 'positive'], ['公司将于5月披露年报', 'neutral'], ['公司被证监会立案调查', 'negative']])('%s: %s', (text, expected) => {
    expect(tell(text, 'zh')).toBe(expected);
  });

  it('gives probabilities that add up to 1, the same for the same words, whatever these are', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom('en' as const, 'zh' as const), fc.nat(200), fc.nat(20), (text, language, start, length) => {
      const name: About = { start, end: start + length };
      for (const about of [null, name]) {
        const reading = reader.read(text, language, about);
        expect(reading.positive + reading.neutral + reading.negative).toBeCloseTo(1, 9);
        expect(Math.min(...Object.values(reading) as number[])).toBeGreaterThanOrEqual(0);
        expect(reader.read(text, language, about)).toEqual(reading);
      }
    }), { numRuns: 150 });
  });

  it('does not take a name for what was learnt of it', () => {
    const name = fc.string({ unit: fc.constantFrom('b', 'd', 'k', 'v', 'a', 'o', 'u'), minLength: 5, maxLength: 9 }).map((letters) => `X${letters}`);
    fc.assert(fc.property(name, (company) => tell(`The operating profit of ${company} rose to EUR 8 mn`) === 'positive' && tell(`The head office of ${company} is in Lyon`) === 'neutral'), { numRuns: 50 });
  });

  it('tells what a text is to each of its names', () => {
    const rows = parse(readFileSync(join(ROOT, 'models/finance/about.csv'), 'utf8'), { columns: true }) as Record<'text' | 'entity' | 'sentiment', string>[];
    const wrong = rows.filter(({ text, entity, sentiment }) => {
      const start = text.indexOf(entity);
      return likeliest(reader.read(text, /\p{Script=Han}/u.test(text) ? 'zh' : 'en', { start, end: start + entity.length })) !== sentiment;
    });
    expect(wrong.length / rows.length).toBeLessThan(0.1);
  });

  it('is the light size where there is no embedding, and hears one where there is', () => {
    const full = createFullFinanceReader(weights);
    const text = 'Orvane hands the keys to its lenders';
    expect(full.read(text, 'en', null, null)).toEqual(reader.read(text, 'en', null));
    expect(full.read('公司净利润增长', 'zh', null, new Float32Array(512).fill(0.04))).toEqual(reader.read('公司净利润增长', 'zh', null));
    expect(full.read(text, 'en', null, new Float32Array(512).fill(0.04))).not.toEqual(reader.read(text, 'en', null));
  });

  it('says what is wrong with weights that are no weights', () => {
    expect(() => createFinanceReader('{}')).toThrow(/Expected the weights of the model "finance"/);
    expect(() => createFinanceReader(null)).toThrow(/Expected the weights of the model "finance"/);
  });
});
