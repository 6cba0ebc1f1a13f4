import { setTimeout as wait } from 'node:timers/promises';
import type { MonitorDocument } from '../document.ts';
import type { Progress } from '../store/open-store.ts';
import { bodyOf } from './document-body.ts';
import { BODY } from './entry.ts';
import type { Queue } from './open-queue.ts';
import { isOutage } from './outage.ts';

/** Puts documents into a queue, and how far their source was read, both or neither. */
export interface Feed {
  progressOf(source: string): Promise<Progress | null>;
  /**
   * Waits while the queue is full.
   *
   * @throws {RewoundError} where Redis was away, so that what it has of the source must be asked anew; only with `progress`, as a stream can't be read again
   */
  append(documents: readonly MonitorDocument[], progress?: Progress): Promise<void>;
}

/** Redis may have lost the last moments: the source is to be read again from what it knows of it. */
export class RewoundError extends Error {
  override readonly name = 'RewoundError';
}

export interface FeedOptions {
  /** It rests while so many documents wait. */
  readonly most: number;
  /** Told when it begins to rest. */
  readonly onFull?: () => void;
}

/** So long a full queue is left alone, in milliseconds. */
const REST = 200;

export function createFeed(queue: Queue, { most, onFull }: FeedOptions): Feed {
  const { redis, names, signal, lasting } = queue;
  let connection = queue.connections();

  async function waitForRoom(): Promise<void> {
    if (await lasting(() => redis.xLen(names.documents)) < most) return;
    onFull?.();
    do await wait(REST, undefined, { signal });
    while (await lasting(() => redis.xLen(names.documents)) >= most);
  }

  async function put(documents: readonly MonitorDocument[], progress?: Progress): Promise<void> {
    const transaction = redis.multi();
    for (const document of documents) transaction.xAdd(names.documents, '*', { [BODY]: bodyOf(document) });
    if (progress) transaction.hSet(names.progress, progress.source, JSON.stringify(progress));
    await transaction.exec();
  }

  return {
    async progressOf(source) {
      const found = await lasting(async () => {
        connection = queue.connections();
        return await redis.hGet(names.progress, source);
      });
      return found === null ? null : JSON.parse(found) as Progress;
    },
    async append(documents, progress) {
      await waitForRoom();
      if (!progress) return lasting(() => put(documents));
      if (connection !== queue.connections()) throw new RewoundError('Redis was away.');
      await put(documents, progress).catch((cause: unknown) => {
        throw isOutage(cause) ? new RewoundError('Redis did not answer.', { cause }) : cause;
      });
    },
  };
}
