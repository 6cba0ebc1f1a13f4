import { AttuneError, type Store } from '../core/index.ts';
import { type CheckIn, type DiaryEntry, readDiaryEntry, type Tried } from './diary-entry.ts';
import { createPages } from './pages.ts';
import { createShelf, type MemorySpan } from './shelf.ts';

/** Two visits a day make this in three years; then the oldest goes. */
const MOST = 2200;

/** How long a diary is kept, where it lies, and by which clock it is dated. */
export interface DiaryOptions {
  /** Only what the player agreed to. Default `off`: then nothing is written, and no store is touched. */
  readonly span?: MemorySpan;
  /** Where it lies for `device`: one of its own, such as `createIndexedDbStore({ name: 'attune-diary' })`. */
  readonly store?: Store;
  /** The host's clock. Default: the system's. */
  readonly now?: () => Date;
  /** Hears when the device would not keep something. */
  readonly onProblem?: (problem: AttuneError) => void;
}

/** What somebody said of how they felt, day after day, for themselves. */
export interface Diary {
  readonly span: MemorySpan;
  /** Oldest first; a new array whenever it changes. */
  readonly entries: readonly DiaryEntry[];
  /** Calls `listener` after every change; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Keeps it for longer or less long from now on. What is in it comes along, but for `off`, which deletes everything. */
  remember(span: MemorySpan): Promise<void>;
  /**
   * Writes something down, dated now.
   *
   * @returns its id; null while the diary is off
   * @throws {AttuneError} `bad-input` for what is no entry
   */
  add(entry: Omit<CheckIn, 'id' | 'at'> | Omit<Tried, 'id' | 'at'>): string | null;
  /** Puts an entry in place of the one with its id. @throws {AttuneError} `bad-input` for what is no entry */
  put(entry: DiaryEntry): void;
  delete(id: string): void;
  /** Deletes everything, on the device too, and goes on. */
  clear(): Promise<void>;
  /** Everything as JSON, to take along. */
  export(): string;
  /** Resolves when all is read from the device, or written to it. Never rejects. */
  settled(): Promise<void>;
}

/**
 * Makes a diary of one person on one device, kept as {@link createMemory} keeps what it remembers.
 *
 * @example
 * import { createIndexedDbStore } from 'attune/browser';
 * import { createDiary } from 'attune/memory';
 *
 * const diary = createDiary({ span: 'device', store: createIndexedDbStore({ name: 'attune-diary' }) }); // only after they agreed
 * diary.add({ kind: 'check-in', valence: 0.4, arousal: -0.2, words: ['rested'], note: '', appears: null });
 */
export function createDiary({ span = 'off', store, now = () => new Date(), onProblem = () => undefined }: DiaryOptions = {}): Diary {
  let entries: readonly DiaryEntry[] = [];
  let added = 0;
  const listeners = new Set<() => void>();
  const shelf = createShelf({
    store, onProblem,
    open: async () => createPages(readDiaryEntry, MOST),
    onChange() {
      entries = shelf.content?.all() ?? [];
      for (const listener of listeners) listener();
    },
  });

  function put(given: unknown): void {
    const entry = readDiaryEntry(given);
    if (!entry) throw new AttuneError('bad-input', 'Expected an entry of a diary: a "check-in" with valence and arousal in [-1, 1], words, note and appears, or a "tried" with activity, before and helped in [0, 1] or null.');
    shelf.use((pages) => pages.put(entry));
  }

  void shelf.remember(span);
  return {
    get span() {
      return shelf.span;
    },
    get entries() {
      return entries;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    remember: shelf.remember,
    add(entry) {
      const at = now().toISOString();
      added += 1;
      // Two pages may write at one moment.
      const id = `${at} ${added} ${entry.kind}`;
      put({ ...entry, id, at });
      return shelf.span === 'off' ? null : id;
    },
    put,
    delete: (id) => shelf.use((pages) => pages.delete(id)),
    clear: shelf.clear,
    export: () => `${JSON.stringify({ exported: now().toISOString(), diary: entries }, null, 2)}\n`,
    settled: shelf.settled,
  };
}
