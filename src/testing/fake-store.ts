import { AttuneError, type Store } from '../core/index.ts';

/** A store in memory, which tells what it was asked for and can be told to fail. */
export interface FakeStore extends Store {
  readonly kept: ReadonlyMap<string, unknown>;
  /** Everything that was asked of it, for instance `set topic exam`. */
  readonly asked: readonly string[];
  /** Whether it refuses everything, as a browser does in a private window. */
  fails: boolean;
  /** How many characters of JSON it holds; what goes beyond is refused, as by a browser's quota. There is no end to it by default. */
  room: number;
}

/**
 * Makes a store in memory, for tests. While its `fails` is true everything rejects with an {@link AttuneError} `storage-failed`, and so does what has no room in it.
 *
 * @example
 * import { createMemory } from 'attune/memory';
 * import { createFakeStore } from 'attune/testing';
 *
 * const store = createFakeStore();
 * const memory = createMemory({ span: 'device', store });
 * console.log(memory, store.asked);
 */
export function createFakeStore(): FakeStore {
  const kept = new Map<string, unknown>();
  const asked: string[] = [];
  const store: FakeStore = {
    kept, asked, fails: false, room: Number.POSITIVE_INFINITY,
    get: (key) => answer(`get ${key}`, () => kept.get(key)),
    set: (key, value) => answer(`set ${key}`, () => {
      const taken = [...kept].reduce((sum, [other, held]) => sum + (other === key ? 0 : sizeOf(other, held)), 0);
      if (taken + sizeOf(key, value) > store.room) throw new AttuneError('storage-failed', `Expected at most ${store.room} characters on the device, but got ${taken + sizeOf(key, value)}: this fake store has no more room on purpose.`);
      kept.set(key, structuredClone(value));
    }),
    delete: (key) => answer(`delete ${key}`, () => void kept.delete(key)),
    list: () => answer('list', () => [...kept].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    clear: () => answer('clear', () => kept.clear()),
  };
  async function answer<T>(what: string, does: () => T): Promise<T> {
    asked.push(what);
    if (store.fails) throw new AttuneError('storage-failed', 'Expected room on the device, but this fake store has none on purpose.');
    return does();
  }
  return store;
}

const sizeOf = (key: string, value: unknown): number => key.length + (JSON.stringify(value) ?? '').length;
