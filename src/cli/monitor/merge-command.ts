import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineCommand } from 'citty';
import { openMonitorStore, settleAndAlert } from '../../monitor/index.ts';
import { UsageError } from '../usage-error.ts';

/** `attune monitor merge`: one store of several, such as those of all partitions. */
export default defineCommand({
  meta: { name: 'monitor merge', description: 'Put all that several stores hold into one, such as those of all partitions; again when there is more' },
  args: {
    into: { type: 'string', valueHint: 'FILE', description: 'The store that all is put into; it is made where there is none' },
  },
  async run({ args: { into, _: files } }) {
    if (!into) throw new UsageError('Expected --into to name the store that all is put into.');
    if (files.length === 0) throw new UsageError('Expected stores to merge; see: attune monitor merge --help');
    const missing = files.find((file) => !existsSync(file));
    if (missing !== undefined) throw new UsageError(`Expected a store ${missing}, but there is none.`);
    if (files.some((file) => resolve(file) === resolve(into))) throw new UsageError(`Expected to merge other stores than ${into} itself. Take it out of the list.`);
    const store = await openMonitorStore(into);
    try {
      for (const file of files) await store.absorb(file);
      await settleAndAlert(store, Date.now());
      const { documents, mentions, superseded, alerts } = await store.counts();
      console.log(`${into}: ${documents} documents (${superseded} replaced by an earlier one with the same id), ${mentions} mentions, ${alerts} alerts`);
    } finally {
      await store.close();
    }
  },
});
