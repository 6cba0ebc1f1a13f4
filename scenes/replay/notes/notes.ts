import { createStore, type StoreApi } from 'zustand/vanilla';

/** Something that a person saw in a session: a moment, or a stretch of time. */
export interface Note {
  readonly id: number;
  /** In seconds of the session. */
  readonly from: number;
  /** The same as `from` for a moment. */
  readonly to: number;
  readonly label: string;
  readonly text: string;
}

/** What was noted by hand. It lives in this page and in the files that are exported from it, nowhere else. */
export interface Notes {
  readonly list: StoreApi<readonly Note[]>;
  /** Sorts a note in by its beginning. */
  add(from: number, to?: number, label?: string, text?: string): void;
  /** Remembers where a stretch begins, until {@link end} tells where it ends; without a beginning that is a moment. */
  begin(at: number): void;
  end(at: number): void;
  change(id: number, change: Partial<Omit<Note, 'id'>>): void;
  remove(id: number): void;
  clear(): void;
}

export function createNotes(): Notes {
  const list = createStore<readonly Note[]>(() => []);
  let last = 0;
  let begun: number | null = null;
  const keep = (notes: readonly Note[]): void => list.setState(notes.toSorted((a, b) => a.from - b.from || a.id - b.id), true);
  const add = (from: number, to = from, label = '', text = ''): void => {
    keep([...list.getState(), { id: (last += 1), from: Math.min(from, to), to: Math.max(from, to), label, text }]);
  };
  return {
    list, add,
    begin(at) {
      begun = at;
    },
    end(at) {
      add(begun ?? at, at);
      begun = null;
    },
    change(id, change) {
      const before = list.getState().find((note) => note.id === id);
      if (!before) return;
      const after = { ...before, ...change };
      keep([...list.getState().filter((note) => note.id !== id), { ...after, from: Math.min(after.from, after.to), to: Math.max(after.from, after.to) }]);
    },
    remove: (id) => keep(list.getState().filter((note) => note.id !== id)),
    clear() {
      begun = null;
      keep([]);
    },
  };
}
