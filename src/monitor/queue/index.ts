/** The monitor as several processes: documents and what is read in them go through streams of Redis, and nothing is lost or counted twice. */
export { dropDeadLetters, listDeadLetters, requeueDeadLetters } from './dead-letters.ts';
export { createFeed, RewoundError } from './feed.ts';
export { keep } from './keep.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { openQueue, type Queue } from './open-queue.ts';
export { work } from './work.ts';
export { agreedWatchList, agreeOnWatchList } from './watch-list.ts';
