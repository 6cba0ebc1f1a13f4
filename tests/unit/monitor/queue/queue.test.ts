import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { type MonitorDocument, type MonitorStore, openMonitorStore, settleAndAlert } from '../../../../src/monitor/index.ts';
import { bury } from '../../../../src/monitor/queue/dead-letters.ts';
import { createFeed, dropDeadLetters, keep, listDeadLetters, openQueue, type Queue, requeueDeadLetters, RewoundError } from '../../../../src/monitor/queue/index.ts';
import { differingRows } from '../../../../scripts/monitor/differing-rows.ts';
import { temporaryFolder } from '../../../assets/temporary-folder.ts';
import { hasRedis, startRedis, type TestRedis } from './redis-server.ts';
import { simpleAnalyser } from './simple-analyser.ts';

const SCRIPT = fileURLToPath(new URL('./process.ts', import.meta.url));
const BEGIN = Date.UTC(2026, 0, 5);
const NAMES = ['acme', 'bolt', 'corvid', 'dune', 'elm'];
const WORDS = ['rises', 'falls', 'opens a store', 'names a chief', 'is fined', 'wins an order', 'says nothing'];

/** In no order of time, with ids that come again: the same document twice, and others that call themselves the same. */
function news(count: number): readonly MonitorDocument[] {
  return Array.from({ length: count }, (_, i) => {
    const n = Math.imul(i % 7 === 0 ? i - 7 : i, 2_654_435_761) >>> 0;
    const at = BEGIN + (n % 40_000) * 60_000 - (i % 5) * 20_000_000;
    return { id: `d${i % 11 === 0 ? i % 40 : n}`, at, source: 'wire', text: `${NAMES[n % 5]} ${WORDS[n % 7]} as ${NAMES[(n >>> 8) % 5]} ${WORDS[(n >>> 4) % 7]} for the ${n % 90}th time`, entities: n % 13 === 0 ? ['elm'] : [] };
  });
}

const held: { processes: ChildProcess[]; redis: TestRedis[]; queues: { queue: Queue; stop: AbortController }[] } = { processes: [], redis: [], queues: [] };
afterEach(async () => {
  for (const child of held.processes.splice(0)) child.kill('SIGKILL');
  for (const { queue, stop } of held.queues.splice(0)) {
    stop.abort();
    await queue.close();
  }
  for (const redis of held.redis.splice(0)) await redis.stop('SIGKILL');
});

async function newRedis(folder: string, ...settings: readonly string[]): Promise<TestRedis> {
  const redis = await startRedis(folder, ...settings);
  held.redis.push(redis);
  return redis;
}

async function open({ url }: TestRedis, partitions: number | null, tell: (line: string) => void = () => undefined): Promise<Queue> {
  const stop = new AbortController();
  const queue = await openQueue({ url, set: 'test', partitions, signal: stop.signal, tell });
  held.queues.push({ queue, stop });
  return queue;
}

/** A process that is started again whenever it is killed, as a supervisor does. */
function keepRunning(...args: readonly string[]): { kill(): void; stop(): Promise<number | null> } {
  let [child, isOver] = [start(), false];
  function start(): ChildProcess {
    const made = spawn(process.execPath, ['--import', 'tsx', '--conditions=@attune/source', SCRIPT, ...args], { stdio: 'ignore' });
    held.processes.push(made);
    made.once('exit', () => {
      if (!isOver) child = start();
    });
    return made;
  }
  return {
    kill: () => void child.kill('SIGKILL'),
    async stop() {
      isOver = true;
      child.kill('SIGTERM');
      const [code] = await once(child, 'exit') as [number | null];
      return code;
    },
  };
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!await isSo()) await wait(50);
}

async function queued({ redis, names, partitions, lasting }: Queue): Promise<number> {
  return lasting(async () => {
    const counts = await Promise.all([names.documents, ...Array.from({ length: partitions }, (_, i) => names.rows(i))].map((stream) => redis.xLen(stream)));
    return counts.reduce((sum, each) => sum + each, 0);
  });
}

async function within<Result>(file: string, work: (store: MonitorStore) => Promise<Result>): Promise<Result> {
  const store = await openMonitorStore(file);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The minutes of each entity. */
async function allSeries(store: MonitorStore): Promise<ReadonlyMap<string, readonly unknown[]>> {
  return new Map(await Promise.all((await store.entities()).map(async (entity) => [entity, await store.series(entity, 0, Date.now(), 1)] as const)));
}

// Some 20 s of processor time, most of it for starting processes.
describe.skipIf(!hasRedis)('a queue', { timeout: 600_000 }, () => {
  it('loses nothing and counts nothing twice while workers, stores and Redis die', async () => {
    const folder = temporaryFolder();
    const redis = await newRedis(folder, '--appendfsync', 'always');
    const queue = await open(redis, 2);
    const feed = createFeed(queue, { most: 1000 });
    const documents = news(2000);
    const files = [0, 1].map((partition) => join(folder, `p${partition}.duckdb`));
    const workers = [1, 2].map(() => keepRunning(redis.url, '2', 'work', '1000'));
    const stores = files.map((file, partition) => keepRunning(redis.url, '2', 'store', file, String(partition)));
    for (let from = 0; from < documents.length; from += 100) {
      const batch = documents.slice(from, from + 100);
      await feed.append(batch);
      // A feeder that does not know whether it succeeded does it again.
      if (from % 500 === 0) await feed.append(batch);
      if (from === 400) workers[0]!.kill();
      if (from === 800) stores[1]!.kill();
      if (from === 1200) {
        await redis.stop('SIGKILL');
        await redis.start();
      }
      if (from === 1600) workers[1]!.kill();
    }
    await until(async () => await queued(queue) === 0);
    expect(await Promise.all([...workers, ...stores].map((each) => each.stop()))).toEqual([0, 0, 0, 0]);

    const [single, merged] = [join(folder, 'single.duckdb'), join(folder, 'merged.duckdb')];
    const whole = await within(single, async (store) => {
      await store.put(await simpleAnalyser().analyse(documents));
      await settleAndAlert(store, Date.now());
      expect((await store.counts()).superseded).toBeGreaterThan(100);
      return allSeries(store);
    });
    await within(merged, async (store) => {
      for (const file of files) await store.absorb(file);
      await settleAndAlert(store, Date.now());
    });
    for (const { table, missing, extra } of await differingRows(single, merged)) expect({ table, missing, extra }).toEqual({ table, missing: 0, extra: 0 });
    // Each partition tells all of its own entities by itself.
    const parts = await Promise.all(files.map((file) => within(file, allSeries)));
    expect(parts[0]!.size + parts[1]!.size).toBe(whole.size);
    for (const part of parts) for (const [entity, series] of part) expect(series).toEqual(whole.get(entity));
  });

  it('gives up on what brings workers down, and on nothing beside it', async () => {
    const folder = temporaryFolder();
    const redis = await newRedis(folder);
    const queue = await open(redis, 1);
    const documents = news(40);
    const odd = (id: string, text: string): MonitorDocument => ({ id, at: BEGIN, source: 'wire', text, entities: [] });
    await createFeed(queue, { most: 1000 }).append([...documents.slice(0, 20), odd('p', 'acme and poison'), odd('r', 'acme and a riddle'), ...documents.slice(20)]);
    await queue.redis.xAdd(queue.names.documents, '*', { body: '{"id":"x","at":"soon"}' });
    await queue.redis.xAdd(queue.names.documents, '*', { other: 'field' });
    await queue.redis.xAdd(queue.names.rows(0), '*', { body: '{"documents":[{"id":"x"}]}' });
    const processes = [keepRunning(redis.url, '1', 'work', '100'), keepRunning(redis.url, '1', 'store', join(folder, 'all.duckdb'), '0')];
    await until(async () => await queued(queue) === 0);
    for (const each of processes) await each.stop();
    const dead = await listDeadLetters(queue);
    expect(dead.map(({ reason, body }) => [reason, body.slice(0, 30)]).toSorted()).toEqual([
      [expect.stringMatching(/^brought down, or held up, \d workers$/), expect.stringContaining('"id":"p"')],
      ['can\'t be read by the models: no answer', expect.stringContaining('"id":"r"')],
      [expect.stringMatching(/^is none: expected a document as JSON/), ''],
      [expect.stringMatching(/^is none: expected a document, but .* is wrong/), expect.stringContaining('"id":"x"')],
      [expect.stringMatching(/^is none: expected rows, but .* is wrong/), expect.stringContaining('"id":"x"')],
    ]);
    const { documents: stored } = await within(join(folder, 'all.duckdb'), (store) => store.counts());
    expect(stored).toBe(new Set(documents.map(({ id, at, text }) => `${id} ${at} ${text}`)).size);

    // Two workers may find the same entry dead, and it is dead once.
    for (let i = 0; i < 2; i += 1) {
      const transaction = queue.redis.multi();
      bury(transaction, queue, dead[0]!);
      await transaction.exec();
    }
    expect(await requeueDeadLetters(queue)).toBe(5);
    expect(await listDeadLetters(queue)).toEqual([]);
    expect(await queued(queue)).toBe(5);
    expect(await dropDeadLetters(queue)).toBe(0);
  });

  it('is not fed while it is full', async () => {
    const redis = await newRedis(temporaryFolder());
    const queue = await open(redis, 1);
    let full = 0;
    const feed = createFeed(queue, { most: 10, onFull: () => void (full += 1) });
    await feed.append(news(10));
    const fed = feed.append(news(3)).then(() => 'fed');
    expect(await Promise.race([fed, wait(400, 'waits')])).toBe('waits');
    expect(full).toBe(1);
    await queue.redis.xTrim(queue.names.documents, 'MAXLEN', 9);
    expect(await fed).toBe('fed');
    expect(await queue.redis.xLen(queue.names.documents)).toBe(12);
  });

  it('tells a feeder that Redis lost its last moments, and what it still has', async () => {
    const redis = await newRedis(temporaryFolder(), '--appendonly', 'no');
    const told: string[] = [];
    const queue = await open(redis, 1, (line) => told.push(line));
    const feed = createFeed(queue, { most: 100 });
    const progress = (rows: number) => ({ source: 'news.csv', rows, beginning: 'x' });
    expect(await feed.progressOf('news.csv')).toBeNull();
    await feed.append(news(5), progress(5));
    expect(await feed.progressOf('news.csv')).toEqual(progress(5));
    await redis.stop('SIGKILL');
    await redis.start();
    await expect(feed.append(news(5), progress(10))).rejects.toThrow(RewoundError);
    expect(await feed.progressOf('news.csv')).toBeNull();
    await feed.append(news(5), progress(5));
    expect(await queue.redis.xLen(queue.names.documents)).toBe(5);
    expect(told).toEqual([expect.stringContaining('keeps nothing on disk'), expect.stringContaining('does not serve: '), expect.stringContaining('serves again')]);
  });

  it('refuses another number of partitions, and a second store for one of them', async () => {
    const folder = temporaryFolder();
    const redis = await newRedis(folder);
    const queue = await open(redis, 3);
    expect((await open(redis, null)).partitions).toBe(3);
    await expect(open(redis, 2)).rejects.toThrow('Expected 3 partitions, which the set "test" began with, but got 2.');
    const told = { onBatch: () => undefined, onQueue: () => undefined };
    const run = (file: string) => keep(queue, { partitions: [0, 1, 2], open: () => openMonitorStore(join(folder, file)), settle: async () => undefined, untilEmpty: true }, told);
    expect(await run('a.duckdb')).toMatchObject({ documents: 0 });
    await expect(run('b.duckdb')).rejects.toThrow('Expected the store that partition 0 of this set began with');
    expect(await run('a.duckdb')).toMatchObject({ documents: 0 });
  });
});
