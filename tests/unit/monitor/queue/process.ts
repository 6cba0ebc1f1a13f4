import { openMonitorStore, settleAndAlert } from '../../../../src/monitor/index.ts';
import { keep, openQueue, work } from '../../../../src/monitor/queue/index.ts';
import { simpleAnalyser } from './simple-analyser.ts';

/** A worker, or the store of a partition, as a process of its own that tests may kill: process.ts URL PARTITIONS (work CLAIM-AFTER | store FILE PARTITION). */
const [url = '', partitions = '', role = '', file = '', partition = ''] = process.argv.slice(2);
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
const queue = await openQueue({ url, set: 'test', partitions: Number(partitions), signal: stop.signal, tell: (line) => console.error(line) });
const told = { onBatch: () => undefined, onQueue: () => undefined };
if (role === 'work') {
  const { analyse } = simpleAnalyser();
  await work(queue, {
    async analyse(documents) {
      // There are texts that no worker survives.
      if (documents.some(({ text }) => text.includes('poison'))) process.kill(process.pid, 'SIGKILL');
      if (documents.some(({ text }) => text.includes('riddle'))) throw new Error('no answer');
      return analyse(documents);
    },
  }, { most: 20, claimAfter: Number(file), mostRows: 50, untilEmpty: false }, told).catch((cause: unknown) => {
    if (!stop.signal.aborted) throw cause;
  });
} else await keep(queue, { partitions: [Number(partition)], open: () => openMonitorStore(file), settle: async (store) => void await settleAndAlert(store, Date.now()), untilEmpty: false }, told);
await queue.close();
