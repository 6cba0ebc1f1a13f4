import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { notesCsv, notesJson } from '../../../../scenes/replay/notes/notes-file.ts';
import { createNotes } from '../../../../scenes/replay/notes/notes.ts';
import { timeLabel } from '../../../../scenes/replay/timeline/time-label.ts';

describe('notes', () => {
  it('are sorted by their beginning, and end after it however they were marked', () => {
    const notes = createNotes();
    notes.add(8, 3, 'backwards');
    notes.begin(1);
    notes.end(2);
    notes.end(5);
    expect(notes.list.getState().map(({ from, to }) => [from, to])).toEqual([[1, 2], [3, 8], [5, 5]]);
    const { id } = notes.list.getState()[0]!;
    notes.change(id, { label: 'first', to: 0.5 });
    expect(notes.list.getState()[0]).toMatchObject({ from: 0.5, to: 1, label: 'first' });
    notes.remove(id);
    expect(notes.list.getState()).toHaveLength(2);
  });

  it('come back from their files as they were', () => {
    const notes = createNotes();
    notes.add(1.23456, 2, 'a, "b"', 'two\nlines');
    const rows = parse(notesCsv(notes.list.getState()), { columns: true, bom: true }) as Record<string, string>[];
    expect(rows).toEqual([{ from_s: '1.235', to_s: '2', label: 'a, "b"', note: 'two\nlines' }]);
    expect(JSON.parse(notesJson('one.jsonl', notes.list.getState()))).toEqual({ attune: 'annotations', version: 1, session: 'one.jsonl', annotations: [{ from_s: 1.235, to_s: 2, label: 'a, "b"', note: 'two\nlines' }] });
  });
});

describe('timeLabel', () => {
  it('writes hours only where there are any, and carries what is rounded up', () => {
    expect([timeLabel(0), timeLabel(61.4), timeLabel(3661), timeLabel(59.97, 0.1), timeLabel(-2, 0.1)]).toEqual(['0:00', '1:01', '1:01:01', '1:00.0', '−0:02.0']);
  });
});
