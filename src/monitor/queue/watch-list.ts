import { parseWatchList, type WatchList } from '../watch-list.ts';
import type { Queue } from './open-queue.ts';

const FIELD = 'watch list';

/** Notes in the set what a worker looks for, and tells where others look for something else. */
export async function agreeOnWatchList(queue: Queue, list: WatchList): Promise<void> {
  const { redis, names, tell, lasting } = queue;
  const agreed = await lasting(async () => {
    await redis.hSetNX(names.plan, FIELD, JSON.stringify(list));
    return await redis.hGet(names.plan, FIELD);
  });
  if (agreed !== JSON.stringify(list)) {
    tell('This worker has another watch list than the set began with. What was read before stays as it was read; start all workers anew with the same list, or begin another set.');
    await lasting(() => redis.hSet(names.plan, FIELD, JSON.stringify(list)));
  }
}

/** What workers look for; null while there was none. */
export async function agreedWatchList({ redis, names, lasting }: Queue): Promise<WatchList | null> {
  const agreed = await lasting(() => redis.hGet(names.plan, FIELD));
  return agreed === null ? null : parseWatchList(JSON.parse(agreed));
}
