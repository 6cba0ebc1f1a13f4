import { AttuneError, type Store } from '../core/index.ts';

/** A store in memory, which tells what it was asked for and can be told to fail. */
export interface FakeStore extends Store {
  readonly kept: ReadonlyMap<string, unknown>;
  /** Everything that was asked of it, for instance `set topic exam`. */
  readonly asked: readonly string[];
  /** Whether it refuses everything, as a browser does that has no room left. */
  fails: boolean;
}

/**
 * Makes a store in memory, for tests. While its `fails` is true everything rejects with an {@link AttuneError} `storage-failed`.
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
    kept, asked, fails: false,
    get: (key) => answer(`get ${key}`, () => kept.get(key)),
    set: (key, value) => answer(`set ${key}`, () => void kept.set(key, structuredClone(value))),
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
