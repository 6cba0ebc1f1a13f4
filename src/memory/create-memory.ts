import type { AttuneError, DialogueProvider, Language, PlayerMemory, Remembered, Store } from '../core/index.ts';
import type { Book } from './book.ts';
import { createShelf, type MemorySpan } from './shelf.ts';

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
  let entries: readonly Remembered[] = [];
  const listeners = new Set<() => void>();
  const shelf = createShelf<Book>({
    store, onProblem,
    open: async () => (await import('./book.ts')).createBook(now),
    onChange() {
      entries = shelf.content?.all() ?? [];
      for (const listener of listeners) listener();
    },
  });

  const memory: Memory = {
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
    recall: () => shelf.content?.recall() ?? [],
    take: (turn) => shelf.use((book) => book.take(turn)),
    write: (id, sentence, language) => shelf.use((book) => book.write(id, sentence, language)),
    delete: (id) => shelf.use((book) => book.delete(id)),
    clear: shelf.clear,
    leave() {
      if (shelf.span === 'session') void shelf.clear();
    },
    forget() {
      void (shelf.span === 'device' ? shelf.remember('off') : shelf.clear());
    },
    export: () => `${JSON.stringify({ exported: now().toISOString(), memory: entries }, null, 2)}\n`,
    settled: shelf.settled,
    welcoming: (dialogue) => ({
      // Who finds the words may change while the agent lives.
      get written() {
        return dialogue.written ?? false;
      },
      reply(request, signal) {
        const welcome = request.act === 'greet' ? shelf.content?.welcome(request.language, request.variant) : null;
        if (!welcome) return dialogue.reply(request, signal);
        shelf.use(() => welcome.change);
        return Promise.resolve(welcome.line);
      },
      forget: () => dialogue.forget?.(),
    }),
  };
  void shelf.remember(first);
  return memory;
}
