import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNotes } from '../../../../scenes/replay/notes/notes.ts';
import { notesCsv, notesJson } from '../../../../scenes/replay/notes/notes-file.ts';
import { beginsAsNotes, type NewNote, readNotes } from '../../../../scenes/replay/notes/read-notes.ts';

const seconds = fc.integer({ min: 0, max: 4_000_000 }).map((milliseconds) => milliseconds / 1000);
/** What a person may type: anything, but a spreadsheet's apostrophe before a formula can't be told from one that was written. */
const words = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !/^'[=+\-@\t\r＝＋－＠]/.test(text));
const anyNotes = fc.array(fc.record({ from: seconds, to: seconds, label: words, text: words }), { maxLength: 8 });

const kept = (all: readonly NewNote[]) => {
  const notes = createNotes();
  for (const { from, to, label, text } of all) notes.add(from, to, label, text);
  return notes.list.getState();
};
const withoutId = (all: ReturnType<typeof kept>): NewNote[] => all.map(({ from, to, label, text }) => ({ from, to, label, text }));

describe('saved notes', () => {
  it('are read again as they were, from either format', () => {
    fc.assert(fc.property(anyNotes, fc.string({ minLength: 1 }), (all, session) => {
      const notes = kept(all);
      const json = notesJson(session, notes);
      expect(beginsAsNotes(json.slice(0, 200))).toBe(true);
      expect(readNotes(json)).toEqual({ session, notes: withoutId(notes) });
      const csv = notesCsv(notes);
      expect(beginsAsNotes(csv.slice(0, 200))).toBe(true);
      expect(readNotes(csv)).toEqual({ session: null, notes: withoutId(notes) });
    }), { numRuns: 300 });
  });

  it('take numbers and formulas for what was written', () => {
    const notes = kept([{ from: 1, to: 2, label: '=1+1', text: '-5' }]);
    expect(notesCsv(notes)).toContain("'=1+1,-5");
    expect(readNotes(notesCsv(notes)).notes[0]).toMatchObject({ label: '=1+1', text: '-5' });
  });

  it.each([
    ['{"attune":"event-log","version":2}', 'Expected a file with "attune": "annotations" and a list of them, but got another one.'],
    ['{"attune":"annotations","version":7,"annotations":[]}', 'Expected notes of version 1, but got version 7.'],
    ['{"attune":"annotations","version":1,"annotations":[{"from_s":1,"to_s":2,"label":"a","note":"b"},{"from_s":"one"}]}', 'Expected note 2 to have from_s and to_s in seconds, but got "one" and undefined.'],
    ['{"attune":"annotations",', 'Expected notes that this page saved, but got what can\'t be read'],
    ['from_s,to_s,label\n1,2,here\n', 'Expected the columns from_s, to_s, label, note, but got none named note.'],
    ['from_s,to_s,label,note\n1,2,a,b\nnoon,3,c,d\n', 'Expected note 2 to have from_s and to_s in seconds, but got "noon" and 3.'],
    ['from_s,to_s,label,note\n1,2,"a\n', 'Expected notes that this page saved, but got what can\'t be read'],
  ])('say what is wrong with %s', (text, message) => {
    expect(() => readNotes(text)).toThrow(message);
  });

  it('are told from sessions and other files by how they begin', () => {
    for (const other of ['{"attune":"event-log","version":2}\n', 'time_s,valence\n', '', '<html>']) expect(beginsAsNotes(other)).toBe(false);
  });
});
