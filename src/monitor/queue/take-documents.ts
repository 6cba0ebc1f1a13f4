import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { type Entry, entriesByStream, entriesOf } from './entry.ts';
import { GROUP, makeGroups, type Queue } from './open-queue.ts';
import { isForgotten } from './outage.ts';

/** Entries that one worker deals with. */
export interface Taken {
  readonly entries: readonly Entry[];
  /** Why they are dead, where they are. */
  readonly dead: string | null;
  /** Whether they were left behind by another worker. */
  readonly claimed: boolean;
}

export interface TakeOptions {
  /** So many at most at once. */
  readonly most: number;
  /** What a worker did not deal with for so long, in milliseconds, is taken from it: it is dead, or hangs. */
  readonly claimAfter: number;
}

/** So long Redis is waited for, in milliseconds: as long as it may take to notice that the work is to end. */
const PATIENCE = 500;
/** An entry that was dealt out so often and is still there brought its workers down. */
const LIVES = 5;
/** Up to so many deliveries it is taken with the others; then alone, so that those beside it do not die of it. */
const TOGETHER = 1;

/**
 * Takes documents out of the stream, for one worker: first what others left behind, then what is new.
 *
 * A worker that dies takes all of its batch with it, whichever entry was to blame. What is left behind for the first time is taken
 * together; from the second time on one by one, so that only the one that is to blame goes on dying.
 */
export function createTaker(queue: Queue, { most, claimAfter }: TakeOptions): { take(): Promise<Taken>; leave(): Promise<void> } {
  const { redis, names: { documents }, lasting } = queue;
  const consumer = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  let [looked, wasMore] = [Number.NEGATIVE_INFINITY, false];

  async function takeAbandoned(): Promise<Taken | null> {
    const pending = await lasting(() => redis.xPendingRange(documents, GROUP, '-', '+', most, { IDLE: claimAfter }));
    const [first] = pending;
    if (!first) return null;
    const alone = first.deliveriesCounter > TOGETHER;
    const ids = alone ? [first.id] : pending.filter(({ deliveriesCounter }) => deliveriesCounter <= TOGETHER).map(({ id }) => id);
    // Whoever else saw them too gets none: claiming makes them young again.
    const entries = entriesOf(await lasting(() => redis.xClaim(documents, GROUP, consumer, claimAfter, ids)));
    return { entries, claimed: true, dead: alone && first.deliveriesCounter >= LIVES ? `brought down, or held up, ${first.deliveriesCounter} workers` : null };
  }

  return {
    async take() {
      if (wasMore || performance.now() - looked > claimAfter / 2) {
        const abandoned = await takeAbandoned().catch((cause: unknown) => recover(queue, cause));
        wasMore = abandoned !== null;
        looked = performance.now();
        if (abandoned && abandoned.entries.length > 0) return abandoned;
      }
      // A read whose answer got lost leaves entries with this consumer, which are claimed in time like those of any other.
      const reply = await lasting(() => redis.xReadGroup(GROUP, consumer, { key: documents, id: '>' }, { COUNT: most, BLOCK: PATIENCE })).catch((cause: unknown) => recover(queue, cause));
      return { entries: entriesByStream(reply).get(documents) ?? [], dead: null, claimed: false };
    },
    async leave() {
      // Only a consumer that owes nothing may be forgotten, or what it owes would be too.
      const owed = await redis.xPendingRange(documents, GROUP, '-', '+', 1, { consumer });
      if (owed.length === 0) await redis.xGroupDelConsumer(documents, GROUP, consumer);
    },
  };
}

/** Goes on with empty streams where Redis forgot them. */
export async function recover(queue: Queue, cause: unknown): Promise<null> {
  if (!isForgotten(cause)) throw cause;
  queue.tell('Redis forgot what was queued: it was started again without what it had kept. Feed it again what it was fed last; what is in a store stays there.');
  await queue.lasting(() => makeGroups(queue));
  return null;
}
