import { setTimeout as wait } from 'node:timers/promises';
import type { AnalysedDocument, DocumentAnalyser } from '../analyse-document.ts';
import type { MonitorDocument } from '../document.ts';
import { bury } from './dead-letters.ts';
import { documentOf } from './document-body.ts';
import { BODY, type Entry } from './entry.ts';
import { GROUP, type Queue } from './open-queue.ts';
import { routeDocuments } from './route-documents.ts';
import { createTaker, type TakeOptions } from './take-documents.ts';

/** What a worker tells of itself. */
export interface WorkEvents {
  /** A batch is dealt with. @param seconds that reading each document took, on average */
  onBatch(counts: { readonly documents: number; readonly claimed: number; readonly dead: number }, seconds: number): void;
  /** How much waits, now and then: documents that nobody dealt with, those of them that a worker has, and batches that wait for stores. */
  onQueue(queued: { readonly documents: number; readonly taken: number; readonly rows: number }): void;
}

export interface WorkOptions extends TakeOptions {
  /** Workers rest while so many batches wait for a store. */
  readonly mostRows: number;
  /** Ends when nothing is left to do, instead of waiting for more. */
  readonly untilEmpty: boolean;
}

/** So often it is looked how much waits, in milliseconds. */
const LOOK_EVERY = 1000;

/**
 * Analyses documents of a set, batch by batch, until the queue is left. It remembers nothing: whatever it has not handed on when it ends
 * is done by another worker. What was read and that it was dealt with are told to Redis in one transaction.
 */
export async function work(queue: Queue, analyser: DocumentAnalyser, options: WorkOptions, events: WorkEvents): Promise<void> {
  const { redis, names, partitions, signal, lasting } = queue;
  const taker = createTaker(queue, options);
  let looked = Number.NEGATIVE_INFINITY;
  let rows = 0;

  async function look(): Promise<number> {
    const [documents, { pending }, ...waiting] = await lasting(() => Promise.all([redis.xLen(names.documents), redis.xPending(names.documents, GROUP), ...Array.from({ length: partitions }, (_, i) => redis.xLen(names.rows(i)))]));
    rows = Math.max(...waiting);
    events.onQueue({ documents, taken: pending, rows: waiting.reduce((sum, each) => sum + each, 0) });
    looked = performance.now();
    return documents;
  }

  while (!signal.aborted) {
    if (rows >= options.mostRows || performance.now() - looked > LOOK_EVERY) await look();
    if (rows >= options.mostRows) {
      await wait(LOOK_EVERY / 4, undefined, { signal }).catch(() => undefined);
      continue;
    }
    const { entries, dead, claimed } = await taker.take();
    if (entries.length === 0) {
      if (options.untilEmpty && await look() === 0) break;
      continue;
    }
    const began = performance.now();
    const { analysed, lost } = dead === null ? await analyse(entries, analyser) : { analysed: [], lost: entries.map((entry) => ({ entry, reason: dead })) };
    const seconds = (performance.now() - began) / 1000 / entries.length;
    const routed = routeDocuments(analysed, partitions);
    await lasting(async () => {
      const transaction = redis.multi();
      for (const [partition, own] of routed) transaction.xAdd(names.rows(partition), '*', { [BODY]: JSON.stringify({ documents: own }) });
      for (const { entry, reason } of lost) bury(transaction, queue, { ...entry, stream: names.documents, reason });
      const ids = entries.map(({ id }) => id);
      await transaction.xAck(names.documents, GROUP, ids).xDel(names.documents, ids).exec();
    });
    for (const { entry: { id }, reason } of lost) queue.tell(`Document ${id} of the queue ${reason}. It is among the dead letters now; see: attune monitor dead`);
    events.onBatch({ documents: analysed.length, claimed: claimed ? entries.length : 0, dead: lost.length }, seconds);
  }
  if (redis.isReady) await taker.leave();
}

interface Lost {
  readonly entry: Entry;
  readonly reason: string;
}

/** Reads what can be read. Where the models fail at some document, the others are read without it. */
async function analyse(entries: readonly Entry[], analyser: DocumentAnalyser): Promise<{ readonly analysed: readonly AnalysedDocument[]; readonly lost: readonly Lost[] }> {
  const lost: Lost[] = [];
  const sound: { readonly entry: Entry; readonly document: MonitorDocument }[] = [];
  for (const entry of entries) {
    const document = documentOf(entry.body);
    if (typeof document === 'string') lost.push({ entry, reason: `is none: ${document}` });
    else sound.push({ entry, document });
  }
  try {
    return { analysed: await analyser.analyse(sound.map(({ document }) => document)), lost };
  } catch {
    const analysed: AnalysedDocument[] = [];
    for (const { entry, document } of sound) {
      try {
        analysed.push(...await analyser.analyse([document]));
      } catch (cause) {
        lost.push({ entry, reason: `can't be read by the models: ${cause instanceof Error ? cause.message : String(cause)}` });
      }
    }
    return { analysed, lost };
  }
}
