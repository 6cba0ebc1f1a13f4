import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFinanceRows, readOwnRows } from '../../../../scripts/finance/read-rows.ts';
import { fitRivals } from '../../../../scripts/finance/rivals.ts';

const folder = mkdtempSync(join(tmpdir(), 'finance-'));
afterAll(() => rmSync(folder, { recursive: true }));
const table = (text: string): string => {
  const path = join(folder, 'rows.csv');
  writeFileSync(path, text);
  return path;
};

describe('a table of financial news', () => {
  it('is read with quotes, other columns, any order and either language', () => {
    expect(readFinanceRows(table('id,Sentiment,text\n1,Neutral,"A ""quiet"" day,\nno news"\n2,negative,公司停产\n'))).toEqual([
      { text: 'A "quiet" day,\nno news', language: 'en', sentiment: 1 }, { text: '公司停产', language: 'zh', sentiment: 2 },
    ]);
  });

  it.each([
    ['text,label\nA,positive\n', /"sentiment" is missing; it has "text", "label"/],
    ['text,sentiment\n', /hold texts below its first line/],
    ['text,sentiment\n"A\nB",positive\nC,good\n', /line 4, field "sentiment", but got "good"/],
    ['text,sentiment\nA,positive\n,neutral\n', /line 3, field "text", but got nothing/],
    ['text,sentiment\nA\n', /line 2, field "sentiment", but got nothing/],
    ['text,sentiment,language\nA,neutral,fr\n', /line 2, field "language", but got "fr"/],
    ['text,sentiment\nA "b" c,"neutral" x\n', /quoted by RFC 4180/],
  ])('says where %j is wrong', (text, message) => {
    expect(() => readFinanceRows(table(text))).toThrow(message);
  });

  it('says that there is none', () => {
    expect(() => readFinanceRows(join(folder, 'none.csv'))).toThrow(/no such file/);
  });
});

describe('the lexica beside the reader', () => {
  it('have bounds under which they are better than one class alone on the rows that these were chosen on', () => {
    const rows = readOwnRows('dev').filter(({ language }) => language === 'en');
    const most = Math.max(...[0, 1, 2].map((c) => rows.filter(({ sentiment }) => sentiment === c).length));
    for (const { bounds, tell } of fitRivals(rows)) {
      expect(bounds[0]).toBeLessThanOrEqual(bounds[1]);
      expect(rows.filter(({ text, sentiment }) => tell(text) === sentiment).length).toBeGreaterThan(most);
    }
  });
});
