import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { AttuneError } from '../../core/index.ts';
import type { AnalysedDocument } from '../analyse-document.ts';
import type { DocumentVersion, MonitorStore } from '../store/open-store.ts';
import { bury } from './dead-letters.ts';
import { BODY, type Entry, entriesByStream } from './entry.ts';
import { GROUP, type Queue } from './open-queue.ts';
import { partitionOf } from './queue-names.ts';
import { type Rows, rowsOf } from './rows-body.ts';
import { recover } from './take-documents.ts';

/** What a store tells of itself. */
export interface KeepEvents {
  /** A batch is in the store. */
  onBatch(counts: { readonly documents: number; readonly added: number; readonly dead: number }, seconds: number): void;
  /** How many batches wait in each partition, now and then. */
  onQueue(rows: ReadonlyMap<number, number>): void;
}

export interface KeepOptions {
  /** Those that this store keeps: no other may keep them. */
  readonly partitions: readonly number[];
  /** Opens the store; again, where its disk was full. */
  readonly open: () => Promise<MonitorStore>;
  /** Brings up to date what follows from the documents. */
  readonly settle: (store: MonitorStore) => Promise<void>;
  /** Ends when nothing waits, and nobody has anything to hand on, instead of waiting for more. */
  readonly untilEmpty: boolean;
}

/** Batches of workers that are read at once. */
const MOST = 8;
const PATIENCE = 500;
const LOOK_EVERY = 1000;
/** While rows come, buckets and alerts are brought up to date at least so often in milliseconds, but not so that it takes more than this share of the time. */
const SETTLE_EVERY = 5000;
const SETTLE_SHARE = 0.1;
/** A disk without room is tried again after so long, in milliseconds. */
const NO_ROOM_WAIT = 3000;

/**
 * Puts what workers read into a store, until the queue is left. What was put in is taken out of the queue after it is on disk; what is put in again
 * changes nothing.
 *
 * @returns what is in the store at the end; null where the queue was left while the disk was full
 * @throws {AttuneError} `bad-input` where another store keeps one of the partitions
 */
export async function keep(queue: Queue, { partitions: own, open, settle, untilEmpty }: KeepOptions, events: KeepEvents): Promise<Awaited<ReturnType<MonitorStore['counts']>> | null> {
  const { redis, names, partitions, signal, tell, lasting } = queue;
  let store = await open();
  /** Where each stream is read from: first what was read before and never finished, then what is new. */
  const from = new Map<string, '0' | '>'>();
  let [connection, looked, settled, settling, unsettled] = [-1, Number.NEGATIVE_INFINITY, performance.now(), 0, true];

  /** What DuckDB failed to write it does not trust itself with any more. */
  async function reopen(): Promise<void> {
    await store.close().catch(() => undefined);
    store = await open();
  }

  /** Works with the store until there is room for it. */
  async function withRoom<Result>(work: () => Promise<Result>): Promise<Result> {
    for (let isTold = false; ; isTold = true) {
      try {
        const result = await work();
        if (isTold) tell('There is room for the store again; it goes on.');
        return result;
      } catch (cause) {
        if (!isNoRoom(cause)) throw cause;
        if (!isTold) tell(`${(cause as Error).message} It waits for room, and what comes waits in Redis.`);
        await wait(NO_ROOM_WAIT, undefined, { signal });
        await reopen();
      }
    }
  }

  async function read(): Promise<ReadonlyMap<string, readonly Entry[]>> {
    if (connection !== queue.connections()) {
      connection = queue.connections();
      for (const partition of own) from.set(names.rows(partition), '0');
    }
    const reply = await lasting(() => redis.xReadGroup(GROUP, 'store', [...from].map(([key, id]) => ({ key, id })), { COUNT: MOST, BLOCK: PATIENCE })).catch((cause: unknown) => recover(queue, cause));
    const found = entriesByStream(reply);
    for (const [stream, id] of from) if (id === '0' && !found.has(stream)) from.set(stream, '>');
    return found;
  }

  /** Puts all of it in, or, where something in it can't be, each by itself. @returns what can't be put in */
  async function put(parts: readonly Part[]): Promise<{ readonly added: number; readonly lost: readonly Part[] }> {
    const all = (of: readonly Part[]): Promise<number> => withRoom(async () => {
      await store.supersede(of.flatMap(({ rows: { superseded } }) => superseded));
      return store.put(of.flatMap(({ rows: { documents } }) => documents));
    });
    try {
      return { added: await all(parts), lost: [] };
    } catch (cause) {
      if (signal.aborted) throw cause;
      await reopen();
      let added = 0;
      const lost: Part[] = [];
      for (const part of parts) {
        try {
          added += await all([part]);
        } catch (why) {
          if (signal.aborted) throw why;
          lost.push({ ...part, reason: `can't be stored: ${(why as Error).message}` });
        }
      }
      return { added, lost };
    }
  }

  /** Which documents count is known where all of one id are; the other partitions have to be told which do not. */
  async function noticesOf(documents: readonly AnalysedDocument[]): Promise<string | null> {
    if (own.length === partitions) return null;
    const ids = documents.map(({ id }) => id).filter((id) => own.includes(partitionOf(id, partitions)));
    const superseded: readonly DocumentVersion[] = await withRoom(() => store.supersededOf(ids));
    return superseded.length === 0 ? null : JSON.stringify({ superseded });
  }

  async function look(): Promise<number> {
    const [documents, ...rows] = await lasting(() => Promise.all([redis.xLen(names.documents), ...own.map((partition) => redis.xLen(names.rows(partition)))]));
    events.onQueue(new Map(own.map((partition, i) => [partition, rows[i]!])));
    looked = performance.now();
    return documents + rows.reduce((sum, each) => sum + each, 0);
  }

  try {
    await register(queue, store, own);
    while (!signal.aborted) {
      const parts = [...await read()].flatMap(([stream, entries]) => entries.map((entry): Part => {
        const rows = rowsOf(entry.body);
        return typeof rows === 'string' ? { stream, entry, rows: { documents: [], superseded: [] }, reason: rows } : { stream, entry, rows, reason: null };
      }));
      if (parts.length > 0) {
        const began = performance.now();
        const sound = parts.filter(({ reason }) => reason === null);
        const { added, lost } = await put(sound);
        const dead = [...parts.filter(({ reason }) => reason !== null), ...lost];
        const documents = sound.filter((part) => !lost.some(({ entry }) => entry === part.entry)).flatMap(({ rows }) => rows.documents);
        const notice = await noticesOf(documents);
        await lasting(async () => {
          const transaction = redis.multi();
          if (notice !== null) for (let partition = 0; partition < partitions; partition += 1) if (!own.includes(partition)) transaction.xAdd(names.rows(partition), '*', { [BODY]: notice });
          for (const { stream, entry, reason } of dead) bury(transaction, queue, { ...entry, stream, reason: reason! });
          for (const { stream, entry: { id } } of parts) transaction.xAck(stream, GROUP, id).xDel(stream, id);
          await transaction.exec();
        });
        for (const { entry: { id }, reason } of dead) tell(`Batch ${id} of the queue ${reason}. It is among the dead letters now; see: attune monitor dead`);
        events.onBatch({ documents: documents.length, added, dead: dead.length }, (performance.now() - began) / 1000);
        unsettled = true;
      }
      const isDue = parts.length === 0 || performance.now() - settled > Math.max(SETTLE_EVERY, settling / SETTLE_SHARE);
      if (unsettled && isDue) {
        const began = performance.now();
        await withRoom(() => settle(store));
        settled = performance.now();
        settling = settled - began;
        unsettled = false;
      }
      const isIdle = parts.length === 0 && untilEmpty;
      if ((isIdle || performance.now() - looked > LOOK_EVERY) && await look() === 0 && isIdle) break;
    }
    if (unsettled) await settle(store);
    return await store.counts();
  } catch (cause) {
    if (!signal.aborted) throw cause;
    return null;
  } finally {
    await store.close();
  }
}

/** An entry with what it says, or why it is dead. */
interface Part {
  readonly stream: string;
  readonly entry: Entry;
  readonly rows: Rows;
  readonly reason: string | null;
}

/** What is acknowledged is in one file only, so nobody else may read on in another one. */
async function register({ redis, names, lasting }: Queue, store: MonitorStore, own: readonly number[]): Promise<void> {
  const id = await store.fact('store id') ?? randomUUID();
  await store.setFact('store id', id);
  for (const partition of own) {
    const keeper = await lasting(async () => {
      await redis.hSetNX(names.plan, `store:${partition}`, id);
      return await redis.hGet(names.plan, `store:${partition}`);
    });
    if (keeper !== id) throw new AttuneError('bad-input', `Expected the store that partition ${partition} of this set began with, but this is another one. Name that file, or begin another set.`);
  }
}

/** What DuckDB says where the disk or the memory is full; a text of somebody's that it quotes can't say it in its beginning. */
function isNoRoom(error: unknown): boolean {
  const cause = error instanceof AttuneError && error.code === 'storage-failed' ? error.cause : error;
  return cause instanceof Error && /^(?:TransactionContext Error: Failed to commit: )?(?:IO Error|FATAL Error|Out of Memory Error|Could not )/.test(cause.message);
}
