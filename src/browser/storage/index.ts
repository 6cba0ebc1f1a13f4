export { createIndexedDbStore, type IndexedDbStoreOptions } from './indexed-db-store.ts';
