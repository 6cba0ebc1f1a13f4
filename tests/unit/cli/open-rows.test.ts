import { describe, expect, it } from 'vitest';
import { type BadRow, type Row, streamRows } from '../../../src/cli/rows/open-rows.ts';

const SHAPE = { columns: { text: ['text', 'title'], note: ['note'] }, required: ['text'] } as const;

async function rowsOf(kind: 'csv' | 'tsv' | 'jsonl', text: string, size = 7): Promise<readonly string[]> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const bytes = new TextEncoder().encode(text);
    for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
  }
  const told: string[] = [];
  for await (const row of streamRows<'text' | 'note'>('it', kind, pieces(), SHAPE).rows()) told.push(tell(row));
  return told;
}
const tell = (row: Row<'text' | 'note'> | BadRow): string => ('fault' in row ? `${row.line} ${row.field} ${row.fault}` : `${row.line} ${row.field('text')} | ${row.field('note')}`);

describe('rows of tables', () => {
  it('are parted by commas, and semicolons in their texts are text', async () => {
    expect(await rowsOf('csv', 'Title,note\nfirst; then,more\n"a\nb",c\nlast,\n')).toEqual(['2 first; then | more', '3 a\nb | c', '5 last | ']);
  });

  it('are parted by semicolons where the first line is', async () => {
    expect(await rowsOf('csv', 'text;note\n1,5 million;x\n', 100)).toEqual(['2 1,5 million | x']);
  });

  it('come by the line in JSON, split anywhere', async () => {
    expect(await rowsOf('jsonl', '\u{feff}{"TITLE":"世界","note":["a","b"]}\n\n{"note":1}\n{"text":3}\n[1]\n', 2)).toEqual(['1 世界 | a;b', '3 text is missing', '4 text expected a text, but got 3', '5 row expected an object of JSON in braces']);
  });

  it('say what the table lacks', async () => {
    await expect(rowsOf('csv', 'body,note\n')).rejects.toThrow('Expected a column "text" in line 1 of it, but it has "body", "note". It may also be called title.');
    await expect(rowsOf('csv', '')).rejects.toThrow('Expected a first line');
    await expect(rowsOf('csv', 'text\n"open\n')).rejects.toThrow('line 2: the row that begins here');
  });
});
