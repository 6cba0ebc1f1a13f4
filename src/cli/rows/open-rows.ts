import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { UsageError } from '../usage-error.ts';
import { detectEncoding, type Encoding } from './detect-encoding.ts';

/** A row of a table, whose columns are known by our names. */
export interface Row<Column extends string> {
  /** Where it begins in its file, from 1. */
  readonly line: number;
  field(column: Column): string | undefined;
}

/** A row that can't be taken. */
export interface BadRow {
  readonly line: number;
  readonly field: string;
  readonly fault: string;
}

/** What a table must have. */
export interface TableShape<Column extends string> {
  /** What columns may be called; the first one of each is what we call it. Case does not count. */
  readonly columns: Readonly<Record<Column, readonly string[]>>;
  readonly required: readonly Column[];
  /** Those of them that may be numbers in jsonl. */
  readonly numbers?: readonly Column[];
}

/** A table that is read row by row: never whole. */
export interface RowSource<Column extends string> {
  readonly encoding: Encoding;
  /** Null for a stream, which nobody knows the length of. */
  readonly bytes: number | null;
  /** Bytes that were read by now. */
  readonly read: () => number;
  /** @throws {Error} in the middle of a file that is broken beyond a single row, with its line */
  rows(): AsyncGenerator<Row<Column> | BadRow>;
}

type Kind = 'csv' | 'tsv' | 'jsonl';
/** A row that is longer than this has lost a quotation mark. */
const LONGEST_ROW = 1_000_000;

/**
 * Opens a csv, tsv or jsonl file.
 *
 * @throws {UsageError} for a file that is missing, of another kind, or in an encoding that is not read
 */
export async function openRows<Column extends string>(file: string, shape: TableShape<Column>): Promise<RowSource<Column>> {
  const ending = /\.(csv|tsv|jsonl|ndjson)$/i.exec(file)?.[1]?.toLowerCase();
  if (ending === undefined) throw new UsageError(`Expected a file that ends in .csv, .tsv or .jsonl, but got ${file}.`);
  const encoding = await detectEncoding(file);
  const { size } = await stat(file);
  return readRows(file, ending === 'ndjson' ? 'jsonl' : (ending as Kind), createReadStream(file), encoding, size, shape);
}

/** Reads a stream in UTF-8, such as standard input. */
export function streamRows<Column extends string>(name: string, kind: Kind, bytes: AsyncIterable<Uint8Array>, shape: TableShape<Column>): RowSource<Column> {
  return readRows(name, kind, bytes, 'utf-8', null, shape);
}

function readRows<Column extends string>(name: string, kind: Kind, stream: AsyncIterable<Uint8Array>, encoding: Encoding, bytes: number | null, shape: TableShape<Column>): RowSource<Column> {
  let read = 0;
  async function* text(): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding, { fatal: true });
    let line = 1;
    for await (const chunk of stream) {
      let piece: string;
      try {
        piece = decoder.decode(chunk, { stream: true });
      } catch (cause) {
        throw new Error(`Expected ${name} to be ${encoding} as its beginning is, but there are other bytes after line ${line}. Save all of it as UTF-8.`, { cause });
      }
      read += chunk.length;
      line += piece.split('\n').length - 1;
      yield piece;
    }
    yield decoder.decode();
  }
  return { encoding, bytes, read: () => read, rows: () => (kind === 'jsonl' ? readLines(name, text(), shape) : readTable(name, kind, text(), shape)) };
}

async function* readTable<Column extends string>(name: string, kind: 'csv' | 'tsv', text: AsyncGenerator<string>, shape: TableShape<Column>): AsyncGenerator<Row<Column> | BadRow> {
  const first = await text.next();
  const head = first.done ? '' : first.value;
  // Rows before a broken one may not have been handed out when it is found.
  let parsed = 0;
  const parser = parse({ bom: true, info: true, skip_empty_lines: true, relax_column_count: true, delimiter: kind === 'tsv' ? '\t' : delimiterOf(head), max_record_size: LONGEST_ROW, on_record: (record: string[], { lines }) => {
    parsed = lines;
    return record;
  } });
  const source = Readable.from((async function* all() {
    yield head;
    yield* text;
  })());
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let places: ReadonlyMap<Column, number> | null = null;
  let width = 0;
  let last = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const line = last + 1;
      last = info.lines;
      if (!places) {
        places = placesOf(record, name, shape);
        width = record.length;
      } else if (record.length !== width) yield { line, field: 'row', fault: `expected ${width} columns, but got ${record.length}; a comma or a line break in a text needs quotation marks round it` };
      else yield { line, field: (column) => record[places!.get(column) ?? -1] };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Error(`${name}, line ${parsed + 1}: the row that begins here can't be read, mostly for a quotation mark that is not closed or not doubled. ${error.message}.`, { cause: error });
    throw error;
  }
  if (!places) throw new UsageError(`Expected a first line with the names of the columns in ${name}, but there is none.`);
}

/** A comma, or what spreadsheets write where the comma is the decimal point, if the first line has more of it. */
function delimiterOf(head: string): ',' | ';' {
  const names = (head.split(/[\r\n]/, 1)[0] ?? '').replaceAll(/"(?:[^"]|"")*"/g, '');
  return names.split(';').length > names.split(',').length ? ';' : ',';
}

async function* readLines<Column extends string>(name: string, text: AsyncGenerator<string>, shape: TableShape<Column>): AsyncGenerator<Row<Column> | BadRow> {
  let rest = '';
  let line = 0;
  for await (const piece of text) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop()!;
    if (rest.length > LONGEST_ROW) throw new Error(`${name}, line ${line + lines.length + 1}: expected an object of JSON on each line, but this line is longer than ${LONGEST_ROW} characters.`);
    for (const each of lines) {
      line += 1;
      if (each.trim() !== '') yield readLine(each, line, shape);
    }
  }
  if (rest.trim() !== '') yield readLine(rest, line + 1, shape);
}

function readLine<Column extends string>(text: string, line: number, { columns, required, numbers = [] }: TableShape<Column>): Row<Column> | BadRow {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { line, field: 'row', fault: `expected an object of JSON, but ${(error as Error).message}` };
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return { line, field: 'row', fault: 'expected an object of JSON in braces' };
  const fields = new Map(Object.entries(data).map(([key, value]) => [key.toLowerCase(), value as unknown]));
  const valueOf = (column: Column): unknown => fields.get(columns[column].find((each) => fields.has(each)) ?? '');
  for (const column of required) {
    const value = valueOf(column);
    if (value === undefined) return { line, field: column, fault: 'is missing' };
    if (typeof value !== 'string' && !(typeof value === 'number' && numbers.includes(column))) return { line, field: column, fault: `expected a text, but got ${JSON.stringify(value).slice(0, 40)}` };
  }
  return {
    line,
    field(column) {
      const value = valueOf(column);
      if (Array.isArray(value)) return value.join(';');
      return value === undefined || value === null || typeof value === 'object' ? undefined : String(value);
    },
  };
}

function placesOf<Column extends string>(header: readonly string[], name: string, { columns, required }: TableShape<Column>): ReadonlyMap<Column, number> {
  const plain = header.map((each) => each.trim().toLowerCase());
  const places = new Map<Column, number>();
  for (const column of Object.keys(columns) as Column[]) {
    const at = columns[column].map((each) => plain.indexOf(each)).find((place) => place !== -1);
    if (at !== undefined) places.set(column, at);
  }
  for (const needed of required) {
    if (!places.has(needed)) throw new UsageError(`Expected a column "${needed}" in line 1 of ${name}, but it has ${header.slice(0, 12).map((each) => JSON.stringify(each.slice(0, 30))).join(', ')}. It may also be called ${columns[needed].slice(1).join(', ')}.`);
  }
  const doubled = plain.find((each, i) => each !== '' && plain.indexOf(each) !== i);
  if (doubled !== undefined) throw new UsageError(`Expected columns of different names in line 1 of ${name}, but two are called "${doubled}".`);
  return places;
}
