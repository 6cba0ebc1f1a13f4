import { defineCommand } from 'citty';
import { openMonitorStore, settleAndAlert } from '../../../monitor/index.ts';
import { agreedWatchList, keep } from '../../../monitor/queue/index.ts';
import { UsageError } from '../../usage-error.ts';
import { noteWatchList } from '../note-watch-list.ts';
import { type AlertOutputs, tellAlerts } from '../tell-alerts.ts';
import { countOf, QUEUE_ARGS, withQueue } from './with-queue.ts';

const BOUNDS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10];

/** `attune monitor store`: keeps what workers read, one process for each partition or one for all. */
export default defineCommand({
  meta: { name: 'monitor store', description: 'Keep what workers read in a store, and tell alerts: one for each partition, or one for all (docs/scale.md)' },
  args: {
    ...QUEUE_ARGS,
    partition: { type: 'string', default: 'all', valueHint: 'NUMBER', description: 'The partition that is kept, from 0, or all' },
    store: { type: 'string', default: 'monitor.duckdb', description: 'The DuckDB file that everything is kept in' },
    alerts: { type: 'string', valueHint: 'FILE', description: 'Add each alert to this file as a line of JSON' },
    webhook: { type: 'string', valueHint: 'URL', description: 'Post each alert there as JSON' },
    once: { type: 'boolean', default: false, description: 'End when nothing is left to read or to keep' },
  },
  async run({ args: { partition, store: file, alerts, webhook, once, ...queueArgs } }) {
    if (webhook !== undefined && !/^https?:\/\//.test(webhook)) throw new UsageError(`Expected --webhook to be an address that begins with http:// or https://, but got "${webhook}".`);
    await withQueue(queueArgs, null, async (queue, metrics) => {
      const partitions = partition === 'all' ? Array.from({ length: queue.partitions }, (_, i) => i) : [countOf('--partition', partition, 0, queue.partitions - 1)];
      const count = { documents: metrics.counter('attune_stored_documents_total', 'Documents that were in batches.'), added: metrics.counter('attune_added_documents_total', 'Documents that were not in the store before.'), dead: metrics.counter('attune_dead_letters_total', 'Entries that could not be dealt with.') };
      const rows = metrics.gauge('attune_queued_batches', 'Batches that wait for a store.', 'partition');
      const seconds = metrics.histogram('attune_commit_seconds', 'Time that putting a batch into the store took.', BOUNDS);
      const outputs: AlertOutputs = { file: alerts, webhook, print: (line) => console.log(line) };
      let isNoted = false;
      console.log(`Keeping ${partition === 'all' ? 'all partitions' : `partition ${partition}`} in ${file}.`);
      const counts = await keep(queue, {
        partitions, untilEmpty: once, open: () => openMonitorStore(file),
        async settle(store) {
          const list = isNoted ? null : await agreedWatchList(queue);
          if (list) await noteWatchList(store, list.entities);
          isNoted ||= list !== null;
          await settleAndAlert(store, Date.now());
          const trouble = await tellAlerts(store, outputs);
          if (trouble !== null) queue.tell(trouble);
        },
      }, {
        onBatch({ documents, added, dead }, took) {
          count.documents(documents);
          count.added(added);
          count.dead(dead);
          seconds(took, 1);
        },
        onQueue: (waiting) => waiting.forEach((value, each) => rows(value, String(each))),
      });
      if (counts) console.log(`${file}: ${counts.documents} documents (${counts.superseded} replaced by an earlier one with the same id), ${counts.mentions} mentions, ${counts.alerts} alerts`);
    });
  },
});
