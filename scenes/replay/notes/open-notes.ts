import type { SessionTrace } from 'attune/record';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Session } from '../session/session.ts';
import type { Notes } from './notes.ts';
import { readNotes, type ReadNotes } from './read-notes.ts';

/** What became of a file of notes: read but without a session yet, shown, or not to be read. */
export type OpenedNotes =
  | { readonly state: 'waiting'; readonly name: string; readonly read: ReadNotes }
  | { readonly state: 'shown'; readonly name: string; readonly count: number; readonly outside: number; /** The session that they are about, where that is another one. */ readonly about: string | null }
  | { readonly state: 'failed'; readonly name: string; readonly message: string };

/** Opens saved notes again, with their session or before it. */
export interface NotesOpener {
  /** The last file; null where none was opened since. */
  readonly view: StoreApi<OpenedNotes | null>;
  open(file: File): Promise<void>;
  /** A session was read (or another one is begun with null): notes that wait for it are shown. */
  meet(trace: SessionTrace | null): void;
  clear(): void;
}

/** Files tell times to the millisecond. */
const FINEST = 0.001;

export function createNotesOpener(notes: Notes, session: () => Session): NotesOpener {
  const view = createStore<OpenedNotes | null>(() => null);
  let waiting: { readonly name: string; readonly read: ReadNotes }[] = [];

  function show(name: string, { session: about, notes: read }: ReadNotes, { start, end }: SessionTrace): void {
    const has = ({ from, to, label, text }: ReadNotes['notes'][number]): boolean =>
      notes.list.getState().some((note) => Math.abs(note.from - from) < FINEST && Math.abs(note.to - to) < FINEST && note.label === label && note.text === text);
    for (const note of read) if (!has(note)) notes.add(note.from, note.to, note.label, note.text);
    const shown = session().view.getState().name;
    view.setState({ state: 'shown', name, count: read.length, outside: read.filter(({ from, to }) => to < start || from > end).length, about: about !== null && about !== shown ? about : null }, true);
  }

  return {
    view,
    async open(file) {
      try {
        const read = readNotes(await file.text());
        const { trace } = session().view.getState();
        if (trace) show(file.name, read, trace);
        else {
          waiting = [...waiting, { name: file.name, read }];
          view.setState({ state: 'waiting', name: file.name, read }, true);
        }
      } catch (thrown) {
        view.setState({ state: 'failed', name: file.name, message: thrown instanceof Error ? thrown.message : String(thrown) }, true);
      }
    },
    meet(trace) {
      if (view.getState()?.state === 'shown') view.setState(null, true);
      if (!trace) return;
      for (const { name, read } of waiting) show(name, read, trace);
      waiting = [];
    },
    clear() {
      waiting = [];
      view.setState(null, true);
    },
  };
}
