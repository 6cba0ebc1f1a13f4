import { asProblem, type AttuneError, type Store } from '../core/index.ts';

/** How long things are remembered: not at all, as long as this visit, or on this device until the player deletes it. */
export const MEMORY_SPANS = ['off', 'session', 'device'] as const;
/** How long things are remembered, as one of {@link MEMORY_SPANS}. */
export type MemorySpan = (typeof MEMORY_SPANS)[number];

/** What changed: what is to be written under its id, ids to be taken away. */
export interface ShelfChange {
  readonly kept: readonly { readonly id: string }[];
  readonly gone: readonly string[];
}

/** What lies on a shelf, as long as the page is there. */
export interface Shelved {
  /** Takes in what was kept before; returns what it has beside that. */
  fill(kept: readonly unknown[]): readonly { readonly id: string }[];
  clear(): void;
}

/** Keeps something of the player's for as long as they agreed to. */
export interface Shelf<Content extends Shelved> {
  readonly span: MemorySpan;
  /** Null while nothing is remembered, and until it is opened. */
  readonly content: Content | null;
  /** Does something with the content, once that is opened, and keeps what it changes. Nothing while nothing is remembered. */
  use(what: (content: Content) => ShelfChange): void;
  remember(span: MemorySpan): Promise<void>;
  /** Forgets everything, on the device too, and goes on. */
  clear(): Promise<void>;
  settled(): Promise<void>;
}

interface ShelfOptions<Content> {
  readonly store: Store | undefined;
  /** Makes the content, when something is remembered for the first time. */
  readonly open: () => Promise<Content>;
  readonly onChange: () => void;
  readonly onProblem: (problem: AttuneError) => void;
}

/** After so many in a row of what is to be written a device is asked no more, until there is another change. */
const MOST_REFUSALS = 20;

/** A shelf that is off: no store is touched before {@link Shelf.remember} says so. */
export function createShelf<Content extends Shelved>({ store, open, onChange, onProblem }: ShelfOptions<Content>): Shelf<Content> {
  let span: MemorySpan = 'off';
  let content: Content | null = null;
  let work: Promise<void> = Promise.resolve();
  /** Raised by whatever makes earlier work pointless. */
  let age = 0;
  /** What the device has not taken yet, by id. It is asked again with every change, as room may come. */
  const owed = new Map<string, { readonly id: string }>();
  /** Whether it was told that the device refuses, which each change would tell anew. */
  let refused = false;

  /** What the device is asked for, one after another. What it refuses is told, and nothing else stops. */
  function ask(what: () => Promise<void>): Promise<void> {
    work = work.then(what).catch((thrown: unknown) => onProblem(asProblem(thrown, 'storage-failed', 'The device did not keep what was to be remembered')));
    return work;
  }

  function keep({ kept, gone }: ShelfChange): void {
    if (kept.length === 0 && gone.length === 0) return;
    onChange();
    if (span !== 'device' || !store) return;
    const asOf = age;
    void ask(async () => {
      for (const id of gone) owed.delete(id);
      for (const item of kept) owed.set(item.id, item);
      for (const id of gone) if (asOf === age) await store.delete(id);
      await write(store, asOf);
    });
  }

  /** Writes each thing that fits, the newest first, whatever becomes of the others. @throws what the device refused first, once until it takes everything again */
  async function write(to: Store, asOf: number): Promise<void> {
    const refusals: unknown[] = [];
    for (const [id, item] of [...owed].toReversed()) {
      if (asOf !== age) return;
      if (refusals.length === MOST_REFUSALS) break;
      try {
        await to.set(id, item);
        owed.delete(id);
      } catch (thrown) {
        refusals.push(thrown);
      }
    }
    const isNews = refusals.length > 0 && !refused;
    refused = refusals.length > 0;
    if (isNews) throw refusals[0];
  }

  async function unfold(next: 'session' | 'device', asOf: number): Promise<void> {
    const opened = content ?? await open();
    if (span === 'off') return;
    content ??= opened;
    if (asOf === age && next === 'device' && store) {
      const kept = await store.list();
      if (asOf !== age) return;
      for (const item of content.fill(kept.map(([, value]) => value))) owed.set(item.id, item);
      await write(store, asOf);
    }
  }

  function empty(): Promise<void> {
    age += 1;
    owed.clear();
    content?.clear();
    onChange();
    return span === 'device' && store ? ask(() => store.clear()) : work;
  }

  return {
    get span() {
      return span;
    },
    get content() {
      return content;
    },
    use(what) {
      if (span === 'off') return;
      if (content) return keep(what(content));
      const asOf = age;
      void ask(async () => {
        if (asOf === age && content) keep(what(content));
      });
    },
    async remember(next) {
      if (next === span) return work;
      const before = span;
      if (next === 'off') {
        const done = empty();
        [span, content] = ['off', null];
        onChange();
        return done;
      }
      span = next;
      age += 1;
      owed.clear();
      const asOf = age;
      if (before === 'device' && store) void ask(() => store.clear());
      onChange();
      await ask(() => unfold(next, asOf));
      if (asOf === age) onChange();
    },
    clear: empty,
    async settled() {
      for (let seen: Promise<void> | null = null; seen !== work;) {
        seen = work;
        await seen;
      }
    },
  };
}
