import { createMetrics, type Metrics, openQueue, type Queue } from '../../../monitor/queue/index.ts';
import { UsageError } from '../../usage-error.ts';
import { serveMetrics } from './serve-metrics.ts';

/** Arguments of all commands that work on a set of documents in Redis. */
export const QUEUE_ARGS = {
  redis: { type: 'string', default: 'redis://127.0.0.1:6379', valueHint: 'URL', description: 'Where Redis is; rediss:// for TLS. ATTUNE_REDIS in the environment says so, too, and shows no password to others' },
  set: { type: 'string', default: 'monitor', valueHint: 'NAME', description: 'Documents of one set go into one store' },
  metrics: { type: 'string', valueHint: '[HOST:]PORT', description: 'Serve numbers for Prometheus at /metrics, of this machine only where no host is named' },
} as const;

interface QueueArgs {
  readonly redis: string;
  readonly set: string;
  readonly metrics?: string | undefined;
}

/** What a set has that this process begins; the others wait for it. */
export interface Beginning {
  readonly partitions: number | null;
  readonly otherwise: number;
}

/**
 * Opens the queue, does the work until it ends or the process is told to stop, and leaves nothing open.
 *
 * @param beginning null waits until somebody else has begun the set
 */
export async function withQueue(args: QueueArgs, beginning: Beginning | null, work: (queue: Queue, metrics: Metrics) => Promise<void>): Promise<void> {
  const url = args.redis === QUEUE_ARGS.redis.default ? process.env['ATTUNE_REDIS'] ?? args.redis : args.redis;
  if (!/^rediss?:\/\/./.test(url)) throw new UsageError(`Expected --redis to be an address such as redis://127.0.0.1:6379, but got "${url}".`);
  if (!/^[A-Za-z0-9-]{1,64}$/.test(args.set)) throw new UsageError(`Expected --set to be letters, digits and hyphens, but got "${args.set}".`);
  const stop = new AbortController();
  const end = (): void => stop.abort();
  process.on('SIGINT', end).on('SIGTERM', end);
  const metrics = createMetrics();
  const served = args.metrics === undefined ? null : await serveMetrics(args.metrics, metrics);
  try {
    if (served) console.log(`Metrics are at ${served.url}`);
    const queue = await openQueue({ url, set: args.set, ...(beginning ?? { partitions: null }), signal: stop.signal, tell: (line) => console.error(line) });
    try {
      await work(queue, metrics);
    } finally {
      await queue.close();
    }
  } catch (thrown) {
    if (!stop.signal.aborted) throw thrown;
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
    await served?.close();
  }
  if (stop.signal.aborted) console.log('Stopped; the next run goes on from here.');
}

/** @throws {UsageError} where it is no whole number within the bounds */
export function countOf(flag: string, value: string, least: number, most: number): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < least || count > most) throw new UsageError(`Expected ${flag} to be a whole number from ${least} to ${most}, but got "${value}".`);
  return count;
}
