import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_ROWS, parseTable } from '../../../../scenes/text/table/parse-table.ts';
import { formatCsv } from '../../../../scenes/shared/save-file.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a file of texts', () => {
  it('keeps every cell that a spreadsheet wrote, with commas, quotes and line breaks in it', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.trim()).filter((text) => !/^[=+\-@＝＋－＠]/.test(text) && !text.includes('\0'));
    fc.assert(fc.property(fc.array(fc.tuple(cell.map((text) => `x${text}`), cell), { minLength: 1, maxLength: 20 }), (rows) => {
      const { table } = parseTable('rows.csv', bytes(formatCsv([['Text', 'note'], ...rows])));
      expect(table?.rows).toEqual(rows);
    }));
  });

  it.each([
    ['commas', 'id,text,lang\n1,"a, b",en\n'], ['semicolons', 'id;text;lang\r\n1;a, b;en\r\n'], ['tabs', 'id\ttext\tlang\n1\ta, b\ten\n'], ['a byte order mark', '\uFEFFid,TEXT,Language\n1,"a, b",en'],
  ])('is understood with %s', (_, content) => {
    expect(parseTable('rows.csv', bytes(content)).table).toMatchObject({ rows: [['1', 'a, b', 'en']], text: 1, language: 2 });
  });

  it.each([
    ['is called so, in English', 'id,title,Message\n1,A rather long title that is no message,short\n', 2],
    ['is called so, in Chinese', '编号,内容\n1,好\n', 1],
    ['has the longest sentences', 'id,name,said,address\n1,Ada Byron,The train was late again today,https://example.org/a/very/long/address/of/a/page\n', 2],
    ['has the longest Chinese sentences', '编号,姓名,说了什么\n1,王小明,火车今天又晚点了\n', 2],
  ])('takes for its texts the column that %s', (_, content, text) => {
    expect(parseTable('rows.csv', bytes(content)).table?.text).toBe(text);
  });

  it('may be UTF-16, as Excel writes "Unicode text"', () => {
    const content = '\uFEFFtext\tlang\n今天真开心\tzh\n';
    const wide = new Uint8Array(content.length * 2);
    [...content].forEach((character, i) => new DataView(wide.buffer).setUint16(2 * i, character.charCodeAt(0), true));
    expect(parseTable('rows.tsv', wide).table?.rows).toEqual([['今天真开心', 'zh']]);
  });

  it('may be plain lines', () => {
    expect(parseTable('rows.txt', bytes('one, two\r\n\r\n"three\n')).table?.rows).toEqual([['one, two'], ['"three']]);
  });

  it('fills up rows that are too short, and drops what has no column', () => {
    expect(parseTable('rows.csv', bytes('text,lang\na\nb,en,more\n')).table?.rows).toEqual([['a', ''], ['b', 'en']]);
  });

  it.each([
    ['no column of texts', 'a,b\n1,2\n', { reason: 'no-text', columns: ['a', 'b'] }],
    ['an open quotation mark', 'text\nfine\n"never closed\n', { reason: 'malformed' }],
    ['no rows', 'text,lang\n', { reason: 'empty' }],
    ['nothing', '', { reason: 'empty' }],
    ['too many rows', `text\n${'a\n'.repeat(MOST_ROWS + 1)}`, { reason: 'too-many' }],
  ])('is refused for %s, and says so', (_, content, failure) => {
    expect(parseTable('rows.csv', bytes(content))).toMatchObject({ table: null, failure });
  });

  it('is refused in another encoding', () => {
    expect(parseTable('rows.csv', Uint8Array.from([116, 101, 120, 116, 10, 0xc4, 0xd6, 10])).failure).toEqual({ reason: 'not-utf8' });
  });

  it('never throws, whatever it holds', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom('a.csv', 'a.tsv', 'a.txt'), (content, name) => {
      const { table, failure } = parseTable(name, content);
      expect(table === null).toBe(failure !== null);
    }));
  });
});
