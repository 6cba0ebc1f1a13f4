import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnalysedDocument } from '../../../src/monitor/analyse-document.ts';
import { type MonitorStore, openMonitorStore, type StoreOptions } from '../../../src/monitor/store/open-store.ts';

const DAY = 86_400_000;
const BEGIN = Date.UTC(2026, 0, 5);

function analysed(id: string, at: number, about: readonly string[], value: number, text = `text ${id}`): AnalysedDocument {
  return {
    id, version: `${at}-${text}`, at, source: 'test', text, language: 'en', topics: ['results'], entities: [], signature: [text.length, 1, text.length, 2].map((part, i) => part * 31 + i),
    mentions: about.map((entity) => ({ entity, positive: value > 0 ? value : 0, neutral: 1 - Math.abs(value), negative: value < 0 ? -value : 0, fear: 0.1, anger: 0.2, relief: null })),
  };
}

async function within<Result>(work: (store: MonitorStore) => Promise<Result>, options: StoreOptions = {}): Promise<Result> {
  const store = await openMonitorStore(':memory:', options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** All that a store tells. */
async function tellsOf(store: MonitorStore): Promise<unknown> {
  await store.settle();
  const entities = await store.entities();
  return {
    counts: await store.counts(),
    series: await Promise.all(entities.map((entity) => store.series(entity, 0, BEGIN + 400 * DAY, 1))),
    mentions: await Promise.all(entities.map((entity) => store.mentions(entity, 0, BEGIN + 400 * DAY, 1000))),
  };
}

const documents = fc.array(fc.record({
  id: fc.integer({ min: 0, max: 30 }), hours: fc.integer({ min: 0, max: 200 }), about: fc.subarray(['acme', 'bolt']), value: fc.integer({ min: -8, max: 8 }).map((value) => value / 8), text: fc.integer({ min: 0, max: 6 }),
}), { maxLength: 60 }).map((all) => all.map(({ id, hours, about, value, text }) => analysed(`d${id}`, BEGIN + hours * 3_600_000, about, value, 'x'.repeat(text))));

describe('the store', () => {
  it('tells the same in whatever order and however often documents are put in, settled in between or not, many at once or few', async () => {
    await fc.assert(fc.asyncProperty(documents, fc.integer({ min: 1, max: 20 }), fc.infiniteStream(fc.nat()), fc.boolean(), fc.integer({ min: 1, max: 20 }), async (all, size, order, settles, mentionsAtOnce) => {
      // The same version of a document always says the same.
      const once = [...new Map(all.map((document) => [`${document.id} ${document.version}`, document])).values()];
      const shuffled = [...once, ...once.slice(0, size)].map((document) => ({ document, key: order.next().value as number })).toSorted((a, b) => a.key - b.key).map(({ document }) => document);
      const first = await within(async (store) => {
        await store.put(once);
        return tellsOf(store);
      });
      const second = await within(async (store) => {
        for (let from = 0; from < shuffled.length; from += size) {
          await store.put(shuffled.slice(from, from + size));
          if (settles) await store.settle();
        }
        return tellsOf(store);
      }, { mentionsAtOnce });
      expect(second).toEqual(first);
    }), { numRuns: 12 });
  });

  it('counts the earliest of several with the same id, and says how many were replaced', () => within(async (store) => {
    await store.put([analysed('a', BEGIN + DAY, ['acme'], 1)]);
    await store.settle();
    expect(await store.put([analysed('a', BEGIN, ['acme'], -1)])).toBe(1);
    await store.settle();
    expect(await store.series('acme', 0, BEGIN + 9 * DAY, 1440)).toMatchObject([{ at: BEGIN, volume: 1, sentiment: -1 }]);
    expect(await store.counts()).toMatchObject({ documents: 2, superseded: 1 });
  }));

  it('calls fresh what was not said of the entity in the three days before', () => within(async (store) => {
    await store.put([analysed('a', BEGIN, ['acme'], 1, 'same'), analysed('b', BEGIN + 2 * DAY, ['acme'], 1, 'same'), analysed('c', BEGIN + 6 * DAY, ['acme'], 1, 'same'), analysed('d', BEGIN, ['bolt'], 1, 'same')]);
    await store.settle();
    const fresh = async (entity: string): Promise<readonly number[]> => (await store.series(entity, 0, BEGIN + 9 * DAY, 1440)).map(({ fresh: count }) => count);
    expect(await fresh('acme')).toEqual([1, 0, 1]);
    expect(await fresh('bolt')).toEqual([1]);
    // One that comes late, from before.
    await store.put([analysed('e', BEGIN - DAY, ['acme'], 1, 'same')]);
    expect(await store.settle()).toEqual(['acme']);
    expect(await fresh('acme')).toEqual([1, 0, 0, 1]);
  }));

  it('puts in all of a batch or nothing of it', () => within(async (store) => {
    const broken = { ...analysed('b', BEGIN, ['acme'], 1), at: 'soon' as unknown as number };
    await expect(store.put([analysed('a', BEGIN, ['acme'], 1), broken], { source: 'file', rows: 2, beginning: 'x' })).rejects.toThrow(/Expected to write into the monitor's store, but .*next run goes on from here/s);
    expect(await store.counts()).toMatchObject({ documents: 0, mentions: 0 });
    expect(await store.progressOf('file')).toBeNull();
    await store.put([analysed('a', BEGIN, ['acme'], 1)], { source: 'file', rows: 1, beginning: 'x' });
    expect(await store.progressOf('file')).toEqual({ source: 'file', rows: 1, beginning: 'x' });
  }));

  it('tells of each alert once, in order, and of one that could not be told again', () => within(async (store) => {
    const alert = (hour: number) => ({ id: `acme/volume+/${hour}`, entity: 'acme', kind: 'volume' as const, direction: 1 as const, onsetAt: BEGIN, noticedAt: BEGIN + hour, untilAt: BEGIN + hour, score: 6.5, value: 10, expected: 2, hours: 1, documents: ['a', 'b'] });
    await store.setAlerts('acme', [alert(2), alert(1)]);
    expect(await store.alerts('acme')).toEqual([alert(1), alert(2)]);
    const told: number[] = [];
    await expect(store.deliver(async ({ noticedAt }) => {
      if (told.length === 1) throw new Error('no answer');
      told.push(noticedAt - BEGIN);
    })).rejects.toThrow('no answer');
    await store.setAlerts('acme', [alert(1), alert(2), alert(3)]);
    await store.deliver(async ({ noticedAt }) => void told.push(noticedAt - BEGIN));
    expect(told).toEqual([1, 2, 3]);
    expect(await store.deliver(async () => undefined)).toBe(0);
  }));

  it('says when a file is no store', async () => {
    await expect(openMonitorStore(new URL(import.meta.url).pathname)).rejects.toThrow(/as a store of the monitor/);
  });
});
