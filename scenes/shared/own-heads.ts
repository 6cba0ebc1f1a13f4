import type { AttuneError, Store } from 'attune';
import { createHeadAdaptation, type HeadAdaptation } from 'attune/adapt';
import { createIndexedDbStore } from 'attune/browser';
import { keep, kept } from './keep.ts';

const NAME = 'attune-heads';

/** Whether this device's heads suit somebody: what the Collect page has learnt, and other pages read by. */
export const hasOwnHeads = (): boolean => kept(NAME) !== null;

/** The heads of whoever uses this device. There is a database of them only while there is something in it. */
export function openOwnHeads(onProblem: (problem: AttuneError) => void): HeadAdaptation {
  const database = createIndexedDbStore({ name: NAME, persist: false });
  const store: Store = {
    ...database,
    get: async (key) => (hasOwnHeads() ? database.get(key) : undefined),
    async set(key, value) {
      await database.set(key, value);
      keep(NAME, 'kept');
    },
    async delete(key) {
      if (!hasOwnHeads()) return;
      await database.delete(key);
      if ((await database.list()).length > 0) return;
      keep(NAME, null);
      await database.clear();
    },
  };
  return createHeadAdaptation({ store, onProblem });
}
