import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from 'redis';
import { AttuneError } from '../../core/index.ts';
import { isOutage } from './outage.ts';
import { type QueueNames, queueNames } from './queue-names.ts';

type Redis = ReturnType<typeof connectionTo>;
export type Transaction = ReturnType<Redis['multi']>;

/** A set of documents on its way through Redis. */
export interface Queue {
  readonly redis: Redis;
  readonly names: QueueNames;
  /** So many stores share the entities. */
  readonly partitions: number;
  /** Ends when the queue is to be left. */
  readonly signal: AbortSignal;
  readonly tell: (line: string) => void;
  /** How many connections there were: where it changed, Redis may have lost its last moments. */
  connections(): number;
  /** Does it until it succeeds, and gives up on an outage only when the queue is to be left; what it does must be harmless when it is done twice. */
  lasting<Result>(work: () => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export interface QueueOptions {
  /** Such as `redis://127.0.0.1:6379`, or `rediss://` for TLS. */
  readonly url: string;
  /** Letters, digits and hyphens: documents of one set go into one store. */
  readonly set: string;

  /** How many stores share the entities: the first one who tells decides. Null takes what was decided. */
  readonly partitions: number | null;
  /** What a set begins with where nobody told; null waits until somebody has. */
  readonly otherwise?: number | null;
  readonly signal: AbortSignal;
  /** Told in plain words what happens to the connection. */
  readonly tell: (line: string) => void;
}

const LONGEST_WAIT = 5000;
/** A set that nobody fed is looked for so often, in milliseconds. */
const UNBEGUN_WAIT = 500;
/** Redis is looked for at least so often, and given up on after so long, in milliseconds. */
const PING = 15_000;
const SILENT = 60_000;

/** The group of everybody who reads a stream of the monitor. */
export const GROUP = 'attune';

/**
 * Opens a set's streams in Redis, and makes them where there are none. Waits for a Redis that can't be reached yet.
 *
 * @throws {AttuneError} `bad-input` where the set has another number of partitions
 */
export async function openQueue({ url, set, partitions, otherwise = null, signal, tell }: QueueOptions): Promise<Queue> {
  const names = queueNames(set);
  let [connections, isTold] = [0, false];
  const redis = connectionTo(url);
  const leave = (): void => {
    if (!redis.isReady && redis.isOpen) redis.destroy();
  };
  const trouble = (cause: unknown): void => {
    if (!isTold && !signal.aborted) tell(`Redis at ${addressOf(url)} does not serve: ${reasonOf(cause)}. Trying again until it does.`);
    isTold = true;
  };
  redis.on('error', trouble);
  redis.on('ready', () => {
    connections += 1;
    if (isTold) tell(`Redis at ${addressOf(url)} serves again.`);
    isTold = false;
  });
  signal.addEventListener('abort', leave);

  async function lasting<Result>(work: () => Promise<Result>): Promise<Result> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const result = await work();
        if (attempt > 0 && isTold && redis.isReady) {
          tell(`Redis at ${addressOf(url)} serves again.`);
          isTold = false;
        }
        return result;
      } catch (cause) {
        if (signal.aborted || !isOutage(cause)) throw cause;
        trouble(cause);
        await wait(delayOf(attempt), undefined, { signal });
      }
    }
  }

  async function partitionsOf(): Promise<number> {
    for (let isFirst = true; ; isFirst = false) {
      const decided = await lasting(async () => {
        const own = partitions ?? otherwise;
        if (own !== null) await redis.hSetNX(names.plan, 'partitions', String(own));
        return await redis.hGet(names.plan, 'partitions');
      });
      if (decided !== null) return Number(decided);
      if (isFirst) tell(`Nothing was fed into the set "${set}" yet; waiting for it.`);
      await wait(UNBEGUN_WAIT, undefined, { signal });
    }
  }

  try {
    await redis.connect();
  } catch (cause) {
    signal.throwIfAborted();
    throw new AttuneError('bad-input', `Expected to work with Redis at ${addressOf(url)}, but it refused: ${reasonOf(cause)}. Correct --redis.`, cause);
  }
  try {
    const decided = await partitionsOf();
    if (partitions !== null && partitions !== decided) throw new AttuneError('bad-input', `Expected ${decided} partitions, which the set "${set}" began with, but got ${partitions}. Leave it out, or begin another set.`);
    const queue: Queue = {
      redis, names, partitions: decided, signal, tell, lasting,
      connections: () => connections,
      async close() {
        signal.removeEventListener('abort', leave);
        if (redis.isReady) await redis.close().catch(() => undefined);
        else if (redis.isOpen) redis.destroy();
      },
    };
    await lasting(() => makeGroups(queue));
    await tellOfRisks(queue, addressOf(url));
    return queue;
  } catch (cause) {
    if (redis.isOpen) redis.destroy();
    throw cause;
  }
}

/** Makes whatever streams and groups are missing; what is there stays. */
export async function makeGroups({ redis, names, partitions }: Queue): Promise<void> {
  for (const stream of [names.documents, ...Array.from({ length: partitions }, (_, i) => names.rows(i))]) {
    await redis.xGroupCreate(stream, GROUP, '0', { MKSTREAM: true }).catch((cause: Error) => {
      if (!cause.message.startsWith('BUSYGROUP')) throw cause;
    });
  }
}

/** Nothing waits for a connection unseen: what is asked for without one fails at once, and whoever asked decides. */
function connectionTo(url: string) {
  return createClient({
    url, disableOfflineQueue: true, pingInterval: PING,
    socket: { socketTimeout: SILENT, connectTimeout: 10_000, reconnectStrategy: (retries, cause) => (/^(?:WRONGPASS|NOAUTH|ERR) /.test(cause.message) ? cause : delayOf(retries)) },
  });
}

/** Longer each time, and not the same for everybody who waits for the same Redis. */
function delayOf(attempt: number): number {
  return Math.min(LONGEST_WAIT, 100 * 2 ** Math.min(attempt, 10)) * (0.5 + 0.5 * Math.random());
}

async function tellOfRisks({ redis, tell, lasting }: Queue, address: string): Promise<void> {
  // A Redis that others run may not tell how it is set.
  const settings = await lasting(() => redis.configGet(['appendonly', 'maxmemory-policy', 'maxmemory'])).catch((cause: unknown) => {
    if (isOutage(cause)) throw cause;
    return {} as Readonly<Record<string, string>>;
  });
  if (settings['appendonly'] === 'no') tell(`Redis at ${address} keeps nothing on disk (appendonly is off): what is queued is lost if it dies. Start it with --appendonly yes.`);
  if (settings['maxmemory'] !== undefined && settings['maxmemory'] !== '0' && settings['maxmemory-policy'] !== 'noeviction') tell(`Redis at ${address} throws away what it has no room for (maxmemory-policy is ${settings['maxmemory-policy']}). Set it to noeviction.`);
}

/** Without a name and a password. */
function addressOf(url: string): string {
  return url.replace(/^(\w+:\/\/)[^@/]*@/, '$1');
}

function reasonOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message || cause.constructor.name : String(cause)).replace(/\.$/, '');
}
