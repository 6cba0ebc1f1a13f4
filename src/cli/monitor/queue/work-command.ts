import { defineCommand } from 'citty';
import { createDocumentAnalyser, parseWatchList } from '../../../monitor/index.ts';
import { agreeOnWatchList, work } from '../../../monitor/queue/index.ts';
import { readJson } from '../../read-json.ts';
import { UsageError } from '../../usage-error.ts';
import { loadReaders } from '../load-readers.ts';
import { countOf, QUEUE_ARGS, withQueue } from './with-queue.ts';

/** Seconds that reading one document may take, from far below the light models to far above the full ones. */
const BOUNDS = [0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2];

/** `attune monitor work`: reads documents of a queue, beside as many others as there are cores. */
export default defineCommand({
  meta: { name: 'monitor work', description: 'Read what is in documents that wait in Redis, for stores; start as many as there are cores (docs/scale.md)' },
  args: {
    ...QUEUE_ARGS,
    watch: { type: 'string', valueHint: 'FILE', description: 'The watch list (see docs/monitor.md)' },
    size: { type: 'string', default: 'light', description: 'light reads by words alone, full reads English by meaning, too, and is far slower' },
    assets: { type: 'string', default: 'public/attune', valueHint: 'FOLDER', description: 'Folder that `attune assets` made, for full' },
    batch: { type: 'string', default: '200', valueHint: 'COUNT', description: 'Documents that are read at once' },
    claim: { type: 'string', default: '30', valueHint: 'SECONDS', description: 'Take from other workers what they did not finish for so long: longer than any batch takes' },
    once: { type: 'boolean', default: false, description: 'End when nothing is left to read' },
  },
  async run({ args: { watch, size, assets, batch, claim, once, ...queueArgs } }) {
    if (!watch) throw new UsageError('Expected --watch to name a watch list; docs/monitor.md shows one.');
    const options = { most: countOf('--batch', batch, 1, 5000), claimAfter: 1000 * countOf('--claim', claim, 1, 3600), mostRows: 200, untilEmpty: once };
    const list = parseWatchList(await readJson(watch));
    const analyser = createDocumentAnalyser(list.entities, await loadReaders(size, assets));
    await withQueue(queueArgs, null, async (queue, metrics) => {
      const count = { documents: metrics.counter('attune_analysed_documents_total', 'Documents that were read.'), claimed: metrics.counter('attune_claimed_documents_total', 'Documents that other workers left behind.'), dead: metrics.counter('attune_dead_letters_total', 'Entries that could not be dealt with.') };
      const queued = { documents: metrics.gauge('attune_queued_documents', 'Documents that nobody dealt with.'), taken: metrics.gauge('attune_taken_documents', 'Documents that some worker has.'), rows: metrics.gauge('attune_queued_batches', 'Batches that wait for stores.') };
      const seconds = metrics.histogram('attune_document_seconds', 'Time that reading a document took.', BOUNDS);
      await agreeOnWatchList(queue, list);
      console.log('Reading.');
      await work(queue, analyser, options, {
        onBatch({ documents, claimed, dead }, each) {
          count.documents(documents);
          count.claimed(claimed);
          count.dead(dead);
          seconds(each, documents);
          if (claimed > 0) queue.tell(`${claimed} documents that another worker left behind were taken over.`);
        },
        onQueue({ documents, taken, rows }) {
          queued.documents(documents);
          queued.taken(taken);
          queued.rows(rows);
        },
      });
    });
  },
});
