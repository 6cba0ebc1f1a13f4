import { AttuneError } from 'attune';
import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import type { Note } from './notes.ts';

export type NewNote = Omit<Note, 'id'>;

/** Notes as a file tells them. */
export interface ReadNotes {
  /** The session that they are about; null where the file does not say, as a table never does. */
  readonly session: string | null;
  readonly notes: readonly NewNote[];
}

const COLUMNS = ['from_s', 'to_s', 'label', 'note'] as const;
const VERSION = 1;

/** Whether a file that begins so holds notes, and not a session. */
export function beginsAsNotes(beginning: string): boolean {
  return /^\uFEFF?\s*(?:\{\s*"attune"\s*:\s*"annotations"|"?from_s"?\s*,)/.test(beginning);
}

/**
 * Reads what {@link notesJson} or {@link notesCsv} wrote.
 *
 * @throws {AttuneError} `bad-input`, with the first note that is wrong
 */
export function readNotes(text: string): ReadNotes {
  return /^\uFEFF?\s*\{/.test(text) ? fromJson(text) : { session: null, notes: fromCsv(text) };
}

function fromJson(text: string): ReadNotes {
  const file = parsed(() => JSON.parse(text.replace(/^\uFEFF/, '')) as unknown);
  if (!isRecord(file) || file['attune'] !== 'annotations' || !Array.isArray(file['annotations'])) throw wrong('a file with "attune": "annotations" and a list of them', 'another one');
  if (file['version'] !== VERSION) throw wrong(`notes of version ${VERSION}`, `version ${JSON.stringify(file['version'])}`);
  const { session } = file;
  return { session: typeof session === 'string' && session !== '' ? session : null, notes: file['annotations'].map((each: unknown, index) => noteOf(isRecord(each) ? each : {}, index)) };
}

function fromCsv(text: string): NewNote[] {
  const rows = parsed(() => parse(text, { bom: true, columns: true, skip_empty_lines: true }) as Record<string, string>[]);
  return rows.map((row, index) => {
    const missing = COLUMNS.find((column) => row[column] === undefined);
    if (missing) throw wrong(`the columns ${COLUMNS.join(', ')}`, `none named ${missing}`);
    const seconds = (cell: string | undefined): unknown => (cell?.trim() && Number.isFinite(Number(cell)) ? Number(cell) : cell);
    return noteOf({ from_s: seconds(row['from_s']), to_s: seconds(row['to_s']), label: asWritten(row['label']), note: asWritten(row['note']) }, index);
  });
}

/** Without the apostrophe that keeps a spreadsheet from running it. */
const asWritten = (cell: string | undefined): string | undefined => cell?.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '');

function noteOf({ from_s: from, to_s: to, label, note }: Record<string, unknown>, index: number): NewNote {
  const [first, last] = [from, to ?? from];
  if (typeof first !== 'number' || typeof last !== 'number' || !Number.isFinite(first) || !Number.isFinite(last)) throw wrong(`note ${index + 1} to have from_s and to_s in seconds`, `${JSON.stringify(from)} and ${JSON.stringify(to)}`);
  if (typeof label !== 'string' || typeof note !== 'string') throw wrong(`note ${index + 1} to have a label and a note in words`, `${JSON.stringify(label)} and ${JSON.stringify(note)}`);
  return { from: Math.min(first, last), to: Math.max(first, last), label, text: note };
}

function parsed<T>(read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof SyntaxError || thrown instanceof CsvError) throw wrong('notes that this page saved', `what can't be read (${thrown.message})`);
    throw thrown;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function wrong(expected: string, came: string): AttuneError {
  return new AttuneError('bad-input', `Expected ${expected}, but got ${came}. Save the notes on this page again.`);
}
