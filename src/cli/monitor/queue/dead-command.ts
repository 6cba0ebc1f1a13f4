import { defineCommand } from 'citty';
import { dropDeadLetters, listDeadLetters, requeueDeadLetters } from '../../../monitor/queue/index.ts';
import { UsageError } from '../../usage-error.ts';
import { countOf, QUEUE_ARGS, withQueue } from './with-queue.ts';

/** `attune monitor dead`: what could not be dealt with, and why. */
export default defineCommand({
  meta: { name: 'monitor dead', description: 'Show what in a queue could not be dealt with, and put it back or forget it (docs/scale.md)' },
  args: {
    redis: QUEUE_ARGS.redis, set: QUEUE_ARGS.set,
    most: { type: 'string', default: '20', valueHint: 'COUNT', description: 'Show so many, the oldest first' },
    json: { type: 'boolean', default: false, description: 'Show each as a line of JSON, with all that it says' },
    requeue: { type: 'boolean', default: false, description: 'Put all back where they were taken from, once what ailed them is mended' },
    drop: { type: 'boolean', default: false, description: 'Forget all' },
  },
  async run({ args: { most, json, requeue, drop, ...queueArgs } }) {
    if (requeue && drop) throw new UsageError('Expected --requeue or --drop, but got both.');
    const shown = countOf('--most', most, 1, 1_000_000);
    await withQueue(queueArgs, null, async (queue) => {
      if (requeue) console.log(`${await requeueDeadLetters(queue)} were put back.`);
      else if (drop) console.log(`${await dropDeadLetters(queue)} were forgotten.`);
      else {
        const letters = await listDeadLetters(queue);
        for (const letter of letters.slice(0, shown)) console.log(json ? JSON.stringify(letter) : `${letter.id}  ${letter.stream}  ${letter.reason}\n    ${letter.body.slice(0, 200)}`);
        if (!json) console.log(letters.length === 0 ? 'There are none.' : `${letters.length} in all.`);
      }
    });
  },
});
