import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { guessText } from './guess-text.ts';

/** A file as rows of cells; every row is as long as the head. */
export interface ParsedTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Which column holds the text, as far as can be guessed, and which its language if one does. */
  readonly text: number;
  readonly language: number | null;
}

/** Why a file is not read, with what the sentence about it needs. */
export type TableFailure =
  | { readonly reason: 'too-large' | 'too-many' | 'not-utf8' | 'empty' | 'unreadable' }
  | { readonly reason: 'malformed'; readonly line: number }
  | { readonly reason: 'no-text'; readonly columns: readonly string[] };

export type TableOutcome = { readonly table: ParsedTable; readonly failure: null } | { readonly table: null; readonly failure: TableFailure };

/** In bytes. Its rows and what is read of each lie in memory. */
export const LARGEST = 30e6;
export const MOST_ROWS = 100_000;

const failed = (failure: TableFailure): TableOutcome => ({ table: null, failure });

/**
 * Takes the rows out of a file. A .txt file has a text on each line; the others have a head, a column of texts and perhaps
 * `lang` or `language`, and tabs, commas or semicolons between the cells.
 *
 * @param name decides by its ending what kind of file it is
 */
export function parseTable(name: string, bytes: Uint8Array): TableOutcome {
  if (bytes.length > LARGEST) return failed({ reason: 'too-large' });
  const content = decode(bytes);
  if (content === null) return failed({ reason: 'not-utf8' });
  if (/\.txt$/i.test(name)) {
    const rows = content.split(/\r\n|[\n\r]/).filter((line) => line.trim() !== '').map((line) => [line]);
    return checked(['text'], rows);
  }
  try {
    const [head = [], ...rows] = parse(content, { delimiter: delimiterOf(content), relaxColumnCount: true, relaxQuotes: true, skipEmptyLines: true }) as string[][];
    const columns = head.map((column, i) => column.trim() || `column_${i + 1}`);
    return checked(columns, rows.map((row) => columns.map((_, i) => row[i] ?? '')));
  } catch (thrown) {
    if (thrown instanceof CsvError) return failed({ reason: 'malformed', line: Number(thrown['lines'] ?? 1) });
    throw thrown;
  }
}

function checked(columns: readonly string[], rows: readonly (readonly string[])[]): TableOutcome {
  const find = (...names: string[]): number => columns.findIndex((column) => names.includes(column.toLowerCase()));
  if (columns.length === 0 || rows.length === 0) return failed({ reason: 'empty' });
  if (rows.length > MOST_ROWS) return failed({ reason: 'too-many' });
  const text = guessText(columns, rows);
  if (text === null) return failed({ reason: 'no-text', columns });
  const language = find('lang', 'language');
  return { table: { columns, rows, text, language: language < 0 ? null : language }, failure: null };
}

/** UTF-8, or UTF-16 where the first bytes say so; null for anything else. The mark itself is taken off. */
function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What stands between the cells of the head, most often. */
function delimiterOf(content: string): string {
  const [head = ''] = content.trimStart().split(/[\n\r]/, 1);
  const bare = head.replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string): number => bare.split(delimiter).length;
  return ['\t', ';'].reduce((best, each) => (count(each) > count(best) ? each : best), ',');
}
