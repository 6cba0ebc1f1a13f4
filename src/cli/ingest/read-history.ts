import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { HistoryRow } from '../../browser/text/desk/history.ts';
import { UsageError } from '../usage-error.ts';
import { detectEncoding, type Encoding } from './detect-encoding.ts';

/** A row that can't be taken. */
export interface BadRow {
  readonly line: number;
  readonly field: string;
  readonly fault: string;
}

export interface HistoryFile {
  readonly encoding: Encoding;
  readonly bytes: number;
  /** Bytes that were read by now. */
  readonly read: () => number;
  /** @throws {Error} in the middle of a file that is broken beyond a single row, with its line */
  rows(): AsyncGenerator<HistoryRow | BadRow>;
}

/** What columns may be called; the first one of each is what we call it. */
const COLUMNS: Readonly<Record<'question' | 'answer' | 'rating' | 'label' | 'id', readonly string[]>> = {
  question: ['question', 'query', 'text', 'message', 'customer', '问题', '提问', '客户'],
  answer: ['answer', 'reply', 'response', 'agent', '答案', '回答', '回复', '客服'],
  rating: ['rating', 'stars', 'score', 'csat', '评分', '满意度', '星级'],
  label: ['label', 'intent', 'category', 'topic', '意图', '类别', '分类', '标签'],
  id: ['id', 'ticket', 'ticket_id', '编号', '工单'],
};
type Column = keyof typeof COLUMNS;
/** A row that is longer than this has lost a quotation mark. */
const LONGEST_ROW = 1_000_000;

/**
 * Opens a history to be read row by row: never whole.
 *
 * @throws {UsageError} for a file that is missing, of another kind, or in an encoding that is not read
 */
export async function openHistory(file: string): Promise<HistoryFile> {
  const kind = /\.(csv|tsv|jsonl|ndjson)$/i.exec(file)?.[1]?.toLowerCase();
  if (kind === undefined) throw new UsageError(`Expected a file that ends in .csv, .tsv or .jsonl, but got ${file}.`);
  const encoding = await detectEncoding(file);
  const { size } = await stat(file);
  let read = 0;

  async function* text(): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding, { fatal: true });
    let line = 1;
    const stream = createReadStream(file);
    for await (const bytes of stream as AsyncIterable<Buffer>) {
      let piece: string;
      try {
        piece = decoder.decode(bytes, { stream: true });
      } catch (thrown) {
        throw new Error(`Expected ${file} to be ${encoding} as its beginning is, but there are other bytes after line ${line}. Save all of it as UTF-8.`, { cause: thrown });
      }
      read += bytes.length;
      line += piece.split('\n').length - 1;
      yield piece;
    }
    yield decoder.decode();
  }

  return { encoding, bytes: size, read: () => read, rows: () => (kind === 'csv' || kind === 'tsv' ? readTable(file, kind, text()) : readLines(file, text())) };
}

async function* readTable(file: string, kind: 'csv' | 'tsv', text: AsyncGenerator<string>): AsyncGenerator<HistoryRow | BadRow> {
  const parser = parse({ bom: true, info: true, skip_empty_lines: true, relax_column_count: true, delimiter: kind === 'tsv' ? '\t' : [',', ';'], max_record_size: LONGEST_ROW });
  const source = Readable.from(text);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let columns: Map<Column, number> | null = null;
  let width = 0;
  let last = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const line = last + 1;
      last = info.lines;
      if (!columns) {
        columns = columnsOf(record, file);
        width = record.length;
      } else if (record.length !== width) yield { line, field: 'row', fault: `expected ${width} columns, but got ${record.length}; a comma or a line break in a text needs quotation marks round it` };
      else yield toRow(line, (column) => record[columns!.get(column) ?? -1]);
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Error(`${file}, line ${last + 1}: the row that begins here can't be read, mostly for a quotation mark that is not closed or not doubled. ${error.message}.`, { cause: error });
    throw error;
  }
  if (!columns) throw new UsageError(`Expected a first line with the names of the columns in ${file}, but there is none.`);
}

async function* readLines(file: string, text: AsyncGenerator<string>): AsyncGenerator<HistoryRow | BadRow> {
  let rest = '';
  let line = 0;
  for await (const piece of text) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop()!;
    if (rest.length > LONGEST_ROW) throw new Error(`${file}, line ${line + lines.length + 1}: expected an object of JSON on each line, but this line is longer than ${LONGEST_ROW} characters.`);
    for (const each of lines) {
      line += 1;
      if (each.trim() !== '') yield readLine(each, line);
    }
  }
  if (rest.trim() !== '') yield readLine(rest, line + 1);
}

function readLine(text: string, line: number): HistoryRow | BadRow {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { line, field: 'row', fault: `expected an object of JSON, but ${(error as Error).message}` };
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return { line, field: 'row', fault: 'expected an object of JSON in braces' };
  const fields = new Map(Object.entries(data).map(([key, value]) => [key.toLowerCase(), value as unknown]));
  for (const column of ['question', 'answer'] as const) {
    const name = COLUMNS[column].find((each) => fields.has(each));
    if (name === undefined) return { line, field: column, fault: 'is missing' };
    if (typeof fields.get(name) !== 'string') return { line, field: column, fault: `expected a text, but got ${JSON.stringify(fields.get(name))?.slice(0, 40)}` };
  }
  return toRow(line, (column) => {
    const value = fields.get(COLUMNS[column].find((each) => fields.has(each)) ?? '');
    return value === undefined || value === null ? undefined : String(value);
  });
}

function columnsOf(header: readonly string[], file: string): Map<Column, number> {
  const plain = header.map((name) => name.trim().toLowerCase());
  const columns = new Map<Column, number>();
  for (const column of Object.keys(COLUMNS) as Column[]) {
    const at = COLUMNS[column].map((name) => plain.indexOf(name)).find((place) => place !== -1);
    if (at !== undefined) columns.set(column, at);
  }
  for (const needed of ['question', 'answer'] as const) {
    if (!columns.has(needed)) throw new UsageError(`Expected a column "${needed}" in line 1 of ${file}, but it has ${header.slice(0, 12).map((name) => JSON.stringify(name.slice(0, 30))).join(', ')}. It may also be called ${COLUMNS[needed].slice(1).join(', ')}.`);
  }
  const doubled = plain.find((name, i) => name !== '' && plain.indexOf(name) !== i);
  if (doubled !== undefined) throw new UsageError(`Expected columns of different names in line 1 of ${file}, but two are called "${doubled}".`);
  return columns;
}

function toRow(line: number, field: (column: Column) => string | undefined): HistoryRow | BadRow {
  const rating = field('rating')?.trim() ?? '';
  if (rating !== '' && !Number.isFinite(Number(rating))) return { line, field: 'rating', fault: `expected 1 to 5 or nothing, but got "${rating.slice(0, 20)}"` };
  const filled = (column: Column): string | null => field(column)?.trim() || null;
  return { line, question: field('question') ?? '', answer: field('answer') ?? '', id: filled('id'), label: filled('label'), rating: rating === '' ? null : Number(rating) };
}
