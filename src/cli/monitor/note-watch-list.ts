import { ENTITIES_FACT, type MonitorStore, type WatchedEntity } from '../../monitor/index.ts';

/** Notes whom a store is about, and tells where it began with others: documents that were read with one watch list are not read again for another. */
export async function noteWatchList(store: MonitorStore, entities: readonly WatchedEntity[]): Promise<void> {
  const own = entities.map(({ id }) => id).toSorted().join(' ');
  const before = await store.fact('watch list');
  if (before !== null && before !== own) console.error(`The watch list named ${before} when this store began, and now names ${own}. What was read before stays as it was read; for all of it begin a new store.`);
  if (before === null) await store.setFact('watch list', own);
  await store.setFact(ENTITIES_FACT, JSON.stringify(entities.map(({ id, name, aliases, tickers }) => ({ id, name, aliases, tickers }))));
}
