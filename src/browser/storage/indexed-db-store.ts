import { AttuneError, type Store } from '../../core/index.ts';
import type { IDBPDatabase } from 'idb';

/** Under which name the store lies on this device. */
export interface IndexedDbStoreOptions {
  /** The database's name, which the whole origin shares. Default `attune-memory`. */
  readonly name?: string;
  /** Whether the browser is asked, with the first thing that is kept, to delete nothing by itself when room runs out. Some ask the player. Default true. */
  readonly persist?: boolean;
}

const TABLE = 'kept';

/**
 * A store in the browser's IndexedDB, on this device and for this origin alone. Needs the package `idb`, which is loaded, as the
 * database is opened, by what is asked first.
 */
export function createIndexedDbStore({ name = 'attune-memory', persist = true }: IndexedDbStoreOptions = {}): Store {
  let opening: Promise<IDBPDatabase> | null = null;
  let asked = !persist;

  async function open(): Promise<IDBPDatabase> {
    const { openDB } = await import('idb');
    const database: IDBPDatabase = await openDB(name, 1, {
      upgrade: (fresh) => void fresh.createObjectStore(TABLE),
      // Another page wants to delete everything: nothing here may hold it back.
      blocking: () => {
        database.close();
        opening = null;
      },
      terminated: () => (opening = null),
    });
    return database;
  }

  /** A browser that needs room may close the database and delete it: it is opened once more, and is empty then. */
  async function use<T>(what: (database: IDBPDatabase) => Promise<T>): Promise<T> {
    const before = opening;
    try {
      opening ??= open();
      return await what(await opening);
    } catch (thrown) {
      opening = null;
      if (before !== null && nameOf(thrown) === 'InvalidStateError') return use(what);
      throw refusal(thrown);
    }
  }

  /** What it answers changes nothing: what is kept is kept as long as the browser likes. */
  function askToStay(): void {
    if (asked) return;
    asked = true;
    void globalThis.navigator?.storage?.persist?.().catch(() => undefined);
  }

  return {
    get: (key) => use((database) => database.get(TABLE, key) as Promise<unknown>),
    async set(key, value) {
      await use((database) => database.put(TABLE, value, key));
      askToStay();
    },
    delete: (key) => use((database) => database.delete(TABLE, key)),
    list: () => use(async (database) => {
      const { store } = database.transaction(TABLE);
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll() as Promise<unknown[]>]);
      return keys.map((key, index) => [String(key), values[index]] as const);
    }),
    async clear() {
      const opened = await opening?.catch(() => null);
      opening = null;
      opened?.close();
      try {
        const { deleteDB } = await import('idb');
        await deleteDB(name);
      } catch (thrown) {
        throw refusal(thrown);
      }
    },
  };
}

const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : '');

function refusal(thrown: unknown): AttuneError {
  const why = nameOf(thrown);
  const what = thrown instanceof Error ? thrown.message : String(thrown);
  if (why === 'QuotaExceededError') return new AttuneError('storage-failed', 'Expected room on the device for what is remembered, but there is none left. Free some space, or delete what is remembered.', thrown);
  if (why === 'SecurityError' || why === 'InvalidStateError' || typeof indexedDB === 'undefined') {
    return new AttuneError('storage-failed', 'Expected a place on the device for what is remembered, but the browser allows none here. Leave the private window, or allow this site to store data.', thrown);
  }
  return new AttuneError('storage-failed', `Expected the device to keep what is remembered, but it did not: ${what}. Load the page again.`, thrown);
}
