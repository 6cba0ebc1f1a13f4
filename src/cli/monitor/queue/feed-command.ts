import { setTimeout as wait } from 'node:timers/promises';
import { defineCommand } from 'citty';
import { createFeed, RewoundError } from '../../../monitor/queue/index.ts';
import type { BadRow } from '../../rows/open-rows.ts';
import { UsageError } from '../../usage-error.ts';
import { type DocumentSource, findSources } from '../open-documents.ts';
import { readSource, type SourceCount } from '../run-monitor.ts';
import { countOf, QUEUE_ARGS, withQueue } from './with-queue.ts';

/** Bad rows that are told of each source. */
const SHOWN = 20;

/** `attune monitor feed`: puts documents into a queue, for workers. */
export default defineCommand({
  meta: { name: 'monitor feed', description: 'Put documents into Redis, for workers that read them (docs/scale.md)' },
  args: {
    ...QUEUE_ARGS,
    partitions: { type: 'string', valueHint: 'COUNT', description: 'So many stores share the entities; it is decided once for each set, as 1 where it is not told' },
    stdin: { type: 'string', default: 'jsonl', description: 'What comes in by "-": jsonl or csv' },
    follow: { type: 'string', valueHint: 'SECONDS', description: 'Look for more every so many seconds, until Ctrl+C' },
    most: { type: 'string', default: '20000', valueHint: 'COUNT', description: 'Rest while so many documents wait' },
  },
  async run({ args: { partitions, stdin, follow, most, _: paths, ...queueArgs } }) {
    if (paths.length === 0) throw new UsageError('Expected files, folders or "-" to read from; see: attune monitor feed --help');
    if (stdin !== 'jsonl' && stdin !== 'csv') throw new UsageError(`Expected --stdin jsonl or csv, but got "${stdin}".`);
    const every = follow === undefined ? null : countOf('--follow', follow, 1, 86_400);
    const limit = countOf('--most', most, 1, 10_000_000);
    await withQueue(queueArgs, { partitions: partitions === undefined ? null : countOf('--partitions', partitions, 1, 256), otherwise: 1 }, async (queue, metrics) => {
      const count = { documents: metrics.counter('attune_fed_documents_total', 'Documents that were put into the queue.'), faults: metrics.counter('attune_wrong_rows_total', 'Rows that were left out.'), full: metrics.counter('attune_full_total', 'How often the queue was full.') };
      const feed = createFeed(queue, { most: limit, onFull: () => count.full(1) });

      async function read(source: DocumentSource): Promise<void> {
        const bad: BadRow[] = [];
        const began = performance.now();
        const told = await readSource(source, {
          progressOf: (name) => feed.progressOf(name),
          async take(documents, progress) {
            await feed.append(documents, progress);
            count.documents(documents.length);
            queue.signal.throwIfAborted();
            return documents.length;
          },
          onFault(_, fault) {
            count.faults(1);
            if (bad.length < SHOWN) bad.push(fault);
          },
        });
        tell(source.name, told, bad, (performance.now() - began) / 1000);
      }

      for (;;) {
        for (const source of await findSources(paths, stdin, Date.now)) {
          for (let opened = source; ; [opened] = await findSources([source.name], stdin, Date.now) as [DocumentSource]) {
            try {
              await read(opened);
              break;
            } catch (cause) {
              if (!(cause instanceof RewoundError)) throw cause;
              console.error(`${source.name}: ${cause.message} It is read on from what Redis has of it.`);
            }
          }
        }
        if (every === null) break;
        await wait(every * 1000, undefined, { signal: queue.signal });
      }
    });
  },
});

function tell(name: string, { rows, faults, known }: SourceCount, bad: readonly BadRow[], seconds: number): void {
  for (const { line, field, fault } of bad) console.log(`${name}, line ${line}: ${field} ${fault}`);
  if (faults > bad.length) console.log(`and ${faults - bad.length} more rows of ${name}`);
  if (rows > 0 || known === 0) console.log(`${name}: ${rows} rows in ${seconds.toFixed(1)} s went into the queue, but for ${faults} that are wrong${known > 0 ? `; ${known} rows were read before` : ''}`);
}
