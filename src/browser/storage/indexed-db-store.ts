import { AttuneError, type Store } from '../../core/index.ts';
import type { IDBPDatabase } from 'idb';

/** Under which name the store lies on this device. */
export interface IndexedDbStoreOptions {
  /** The database's name, which the whole origin shares. Default `attune-memory`. */
  readonly name?: string;
}

const TABLE = 'kept';

/**
 * A store in the browser's IndexedDB, on this device and for this origin alone. Needs the package `idb`, which is loaded, as the
 * database is opened, by what is asked first.
 */
export function createIndexedDbStore({ name = 'attune-memory' }: IndexedDbStoreOptions = {}): Store {
  let opening: Promise<IDBPDatabase> | null = null;

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

  async function use<T>(what: (database: IDBPDatabase) => Promise<T>): Promise<T> {
    try {
      opening ??= open();
      return await what(await opening);
    } catch (thrown) {
      opening = null;
      throw refusal(thrown);
    }
  }

  return {
    get: (key) => use((database) => database.get(TABLE, key) as Promise<unknown>),
    set: (key, value) => use(async (database) => void (await database.put(TABLE, value, key))),
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

function refusal(thrown: unknown): AttuneError {
  const [why, what] = thrown instanceof Error ? [thrown.name, thrown.message] : ['', String(thrown)];
  if (why === 'QuotaExceededError') return new AttuneError('storage-failed', 'Expected room on the device for what is remembered, but there is none left. Free some space, or delete what is remembered.', thrown);
  if (why === 'SecurityError' || why === 'InvalidStateError' || typeof indexedDB === 'undefined') {
    return new AttuneError('storage-failed', 'Expected a place on the device for what is remembered, but the browser allows none here. Leave the private window, or allow this site to store data.', thrown);
  }
  return new AttuneError('storage-failed', `Expected the device to keep what is remembered, but it did not: ${what}. Load the page again.`, thrown);
}
