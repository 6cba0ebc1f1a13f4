import { asProblem, type AttuneError, type DialogueProvider, type Language, type PlayerMemory, type Remembered, type Store } from '../core/index.ts';
import type { Book, BookChange } from './book.ts';

/** How long things are remembered: not at all, as long as this visit, or on this device until the player deletes it. */
export const MEMORY_SPANS = ['off', 'session', 'device'] as const;
/** How long things are remembered, as one of {@link MEMORY_SPANS}. */
export type MemorySpan = (typeof MEMORY_SPANS)[number];

/** How long is remembered, where it lies, and by which clock it is dated. */
export interface MemoryOptions {
  /** Only what the player agreed to. Default `off`: then nothing is loaded, and no store is touched. */
  readonly span?: MemorySpan;
  /** Where things lie for `device`, such as {@link createIndexedDbStore}'s; it is not touched before. */
  readonly store?: Store;
  /** The host's clock. Default: the system's. */
  readonly now?: () => Date;
  /** Hears when the device would not keep something. The visit goes on, and remembers as long as it lasts. */
  readonly onProblem?: (problem: AttuneError) => void;
}

/** What an agent remembers, which the player can read, change, take along and delete. */
export interface Memory extends PlayerMemory {
  readonly span: MemorySpan;
  /** All that is remembered, newest first; a new array whenever it changes. */
  readonly entries: readonly Remembered[];
  /** Calls `listener` after every change; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Remembers for longer or less long from now on. What is remembered comes along, but for `off`, which forgets everything. */
  remember(span: MemorySpan): Promise<void>;
  /** Puts a sentence of the player's in place of what is remembered under an id, or adds it where that is null; an empty one deletes. */
  write(id: string | null, sentence: string, language: Language): void;
  delete(id: string): void;
  /** Forgets everything, on the device too, and goes on remembering. */
  clear(): Promise<void>;
  /** Everything as JSON, for the player to take along. */
  export(): string;
  /** Resolves when all is read from the device, or written to it. Never rejects. */
  settled(): Promise<void>;
  /** A dialogue that greets a player who was here before with what it remembers, once, and is `dialogue` otherwise. */
  welcoming(dialogue: DialogueProvider): DialogueProvider;
}

/** Makes the memory of one player on one device. */
export function createMemory({ span: first = 'off', store, now = () => new Date(), onProblem = () => undefined }: MemoryOptions = {}): Memory {
  let span: MemorySpan = 'off';
  let book: Book | null = null;
  let entries: readonly Remembered[] = [];
  let work: Promise<void> = Promise.resolve();
  /** Raised by whatever makes earlier work pointless. */
  let age = 0;
  const listeners = new Set<() => void>();

  function changed(): void {
    entries = book?.all() ?? [];
    for (const listener of listeners) listener();
  }

  /** What the device is asked for, one after another. What it refuses is told, and nothing else stops. */
  function ask(what: () => Promise<void>): Promise<void> {
    work = work.then(what).catch((thrown: unknown) => onProblem(asProblem(thrown, 'storage-failed', 'The device did not keep what was to be remembered')));
    return work;
  }

  function keep({ kept, gone }: BookChange): void {
    if (kept.length === 0 && gone.length === 0) return;
    changed();
    if (span !== 'device' || !store) return;
    const asOf = age;
    void ask(async () => {
      for (const id of gone) if (asOf === age) await store.delete(id);
      for (const entry of kept) if (asOf === age) await store.set(entry.id, entry);
    });
  }

  async function open(next: 'session' | 'device', asOf: number): Promise<void> {
    const { createBook } = await import('./book.ts');
    if (span === 'off') return;
    book ??= createBook(now);
    if (asOf === age && next === 'device' && store) {
      const kept = await store.list();
      if (asOf !== age) return;
      const mine = book.fill(kept.map(([, value]) => value));
      for (const entry of mine) await store.set(entry.id, entry);
    }
  }

  function empty(): Promise<void> {
    age += 1;
    book?.clear();
    changed();
    return span === 'device' && store ? ask(() => store.clear()) : work;
  }

  const memory: Memory = {
    get span() {
      return span;
    },
    get entries() {
      return entries;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async remember(next) {
      if (next === span) return work;
      const before = span;
      if (next === 'off') {
        const done = empty();
        [span, book] = ['off', null];
        changed();
        return done;
      }
      span = next;
      age += 1;
      const asOf = age;
      if (before === 'device' && store) void ask(() => store.clear());
      changed();
      await ask(() => open(next, asOf));
      if (asOf === age) changed();
    },
    recall: () => book?.recall() ?? [],
    take(turn) {
      if (span === 'off') return;
      if (book) keep(book.take(turn));
      else {
        const asOf = age;
        void ask(async () => {
          if (asOf === age && book) keep(book.take(turn));
        });
      }
    },
    write(id, sentence, language) {
      if (book) keep(book.write(id, sentence, language));
    },
    delete(id) {
      if (book) keep(book.delete(id));
    },
    clear: empty,
    leave() {
      if (span === 'session') void empty();
    },
    forget() {
      void (span === 'device' ? memory.remember('off') : empty());
    },
    export: () => `${JSON.stringify({ exported: now().toISOString(), memory: entries }, null, 2)}\n`,
    async settled() {
      for (let seen: Promise<void> | null = null; seen !== work;) {
        seen = work;
        await seen;
      }
    },
    welcoming: (dialogue) => ({
      // Who finds the words may change while the agent lives.
      get written() {
        return dialogue.written ?? false;
      },
      reply(request, signal) {
        const welcome = request.act === 'greet' ? book?.welcome(request.language, request.variant) : null;
        if (!welcome) return dialogue.reply(request, signal);
        keep(welcome.change);
        return Promise.resolve(welcome.line);
      },
    }),
  };
  void memory.remember(first);
  return memory;
}
