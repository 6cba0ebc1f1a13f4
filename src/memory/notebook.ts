import { AttuneError, type Store } from '../core/index.ts';
import * as v from 'valibot';
import { createPages } from './pages.ts';
import { createShelf, type MemorySpan } from './shelf.ts';

/** What may stand in a notebook: something to know, to do, to be told of at a time, or to be told of after a time. */
export const NOTE_KINDS = ['note', 'task', 'reminder', 'timer'] as const;
/** What a note is, as one of {@link NOTE_KINDS}. */
export type NoteKind = (typeof NOTE_KINDS)[number];

/** Something that somebody wanted kept. */
export interface Note {
  readonly id: string;
  /** When it was written, by the host's clock, as an ISO date. */
  readonly at: string;
  readonly kind: NoteKind;
  /** In their own words; empty for a timer without a name. At most 500 characters. */
  readonly words: string;
  /** When it is due, as an ISO date; null where no time was told. */
  readonly due: string | null;
  /** Only the day was told. */
  readonly day: boolean;
  readonly done: boolean;
}

const date = v.pipe(v.string(), v.check((text) => !Number.isNaN(Date.parse(text)), 'Expected an ISO date.'));
const NOTE = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(80)), at: date, kind: v.picklist(NOTE_KINDS), words: v.pipe(v.string(), v.maxLength(500)), due: v.nullable(date), day: v.boolean(), done: v.boolean(),
});

/** Notes that are kept at most; then the oldest goes. */
const MOST = 500;

/** How long notes are kept, and where. */
export interface NotebookOptions {
  /** Only what the player agreed to. Default `off`: then nothing is written, and no store is touched. */
  readonly span?: MemorySpan;
  /** Where it lies for `device`: one of its own, such as `createIndexedDbStore({ name: 'attune-notebook' })`. */
  readonly store?: Store;
  /** Hears when the device would not keep something. */
  readonly onProblem?: (problem: AttuneError) => void;
}

/** Notes, tasks and reminders of one person, for themselves. */
export interface Notebook {
  readonly span: MemorySpan;
  /** Oldest first; a new array whenever it changes. */
  readonly notes: readonly Note[];
  /** Calls `listener` after every change; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Keeps it for longer or less long from now on; `off` deletes everything. */
  remember(span: MemorySpan): Promise<void>;
  /** Writes a note, in place of one with its id. @throws {AttuneError} `bad-input` for what is no note */
  put(note: Note): void;
  delete(id: string): void;
  /** Resolves when all is read from the device, or written to it. Never rejects. */
  settled(): Promise<void>;
}

/** Makes a notebook of one person on one device, kept as {@link createMemory} keeps what it remembers. */
export function createNotebook({ span = 'off', store, onProblem = () => undefined }: NotebookOptions = {}): Notebook {
  let notes: readonly Note[] = [];
  const listeners = new Set<() => void>();
  const read = (value: unknown): Note | null => {
    const result = v.safeParse(NOTE, value);
    return result.success ? result.output : null;
  };
  const shelf = createShelf({
    store, onProblem,
    open: async () => createPages(read, MOST),
    onChange() {
      notes = shelf.content?.all() ?? [];
      for (const listener of listeners) listener();
    },
  });
  void shelf.remember(span);
  return {
    get span() {
      return shelf.span;
    },
    get notes() {
      return notes;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    remember: shelf.remember,
    put(given) {
      const note = read(given);
      if (!note) throw new AttuneError('bad-input', 'Expected a note with id, at, kind, words of at most 500 characters, due as an ISO date or null, day and done.');
      shelf.use((pages) => pages.put(note));
    },
    delete: (id) => shelf.use((pages) => pages.delete(id)),
    settled: shelf.settled,
  };
}
