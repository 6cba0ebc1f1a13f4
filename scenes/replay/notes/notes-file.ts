import { formatCsv, UTF8_MARK } from '../../shared/save-file.ts';
import type { Note } from './notes.ts';

/** Notes as a table: a moment ends when it begins. */
export function notesCsv(notes: readonly Note[]): string {
  return UTF8_MARK + formatCsv([['from_s', 'to_s', 'label', 'note'], ...notes.map(({ from, to, label, text }) => [round(from), round(to), label, text])]);
}

/** Notes with the session that they are about, as JSON. */
export function notesJson(session: string, notes: readonly Note[]): string {
  return `${JSON.stringify({ attune: 'annotations', version: 1, session, annotations: notes.map(({ from, to, label, text }) => ({ from_s: round(from), to_s: round(to), label, note: text })) }, null, 1)}\n`;
}

/** Nobody marks more finely than a millisecond. */
const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;
