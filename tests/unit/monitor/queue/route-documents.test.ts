import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingRows } from '../../../../scripts/monitor/differing-rows.ts';
import type { MonitorDocument, MonitorStore } from '../../../../src/monitor/index.ts';
import { openMonitorStore } from '../../../../src/monitor/index.ts';
import { partitionOf, queueNames } from '../../../../src/monitor/queue/queue-names.ts';
import { routeDocuments } from '../../../../src/monitor/queue/route-documents.ts';
import { temporaryFolder } from '../../../assets/temporary-folder.ts';
import { simpleAnalyser, WATCH } from './simple-analyser.ts';

const BEGIN = Date.UTC(2026, 0, 5);
const NAMES = WATCH.entities.map(({ id }) => id);
const document = fc.record({ id: fc.integer({ min: 0, max: 20 }), hour: fc.integer({ min: 0, max: 100 }), about: fc.subarray(NAMES), words: fc.integer({ min: 0, max: 5 }) })
  .map(({ id, hour, about, words }): MonitorDocument => ({ id: `d${id}`, at: BEGIN + hour * 3_600_000, source: 'wire', text: `news ${about.join(' ')}${' again'.repeat(words)}`, entities: [] }));

describe('partitions', () => {
  it('are the same in every process, and share entities out evenly', () => {
    expect([partitionOf('acme', 4), partitionOf('bolt', 4)]).toEqual([1, 3]);
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 4000; i += 1) counts[partitionOf(`entity-${i}`, 4)]! += 1;
    expect(Math.min(...counts)).toBeGreaterThan(900);
  });

  it('lie on one node of a cluster', () => {
    const { documents, dead, progress, plan, rows } = queueNames('news');
    for (const name of [documents, dead, progress, plan, rows(3)]) expect(name).toContain('{news}');
  });

  it('get each mention once, where its entity belongs, and each document where its id belongs', async () => {
    await fc.assert(fc.asyncProperty(fc.array(document, { maxLength: 30 }), fc.integer({ min: 1, max: 7 }), async (documents, partitions) => {
      const analysed = await simpleAnalyser().analyse(documents);
      const routed = routeDocuments(analysed, partitions);
      const mentions = [...routed].flatMap(([partition, own]) => own.flatMap((each) => each.mentions.map(({ entity }) => ({ partition, key: `${each.id} ${each.version} ${entity}` }))));
      expect(mentions.map(({ key }) => key).toSorted()).toEqual(analysed.flatMap((each) => each.mentions.map(({ entity }) => `${each.id} ${each.version} ${entity}`)).toSorted());
      for (const { partition, key } of mentions) expect(partitionOf(key.split(' ').at(-1)!, partitions)).toBe(partition);
      for (const each of analysed) expect(routed.get(partitionOf(each.id, partitions))?.some(({ id, version }) => id === each.id && version === each.version)).toBe(true);
    }), { numRuns: 40 });
  });
});

describe('stores of partitions', () => {
  it('tell together what one store tells, once each knows which documents do not count', async () => {
    const documents = fc.sample(document, { numRuns: 200, seed: 7 });
    const analysed = await simpleAnalyser().analyse(documents);
    const folder = temporaryFolder();
    const open = (name: string): Promise<MonitorStore> => openMonitorStore(join(folder, `${name}.duckdb`));
    const single = await open('single');
    await single.put(analysed);
    await single.settle();
    const stores = await Promise.all([0, 1, 2].map((partition) => open(`p${partition}`)));
    const routed = routeDocuments(analysed, 3);
    for (const [partition, store] of stores.entries()) await store.put(routed.get(partition) ?? []);
    // Worked out before the stores hear of each other, so that hearing of it must change what is there.
    for (const store of stores) await store.settle();
    const ids = [...new Set(documents.map(({ id }) => id))];
    for (const [partition, store] of stores.entries()) {
      const superseded = await store.supersededOf(ids.filter((id) => partitionOf(id, 3) === partition));
      for (const other of stores) if (other !== store) await other.supersede(superseded);
    }
    for (const store of stores) await store.settle();
    for (const entity of NAMES) {
      const series = await single.series(entity, 0, BEGIN * 2, 60);
      expect(series.length).toBeGreaterThan(0);
      expect(await stores[partitionOf(entity, 3)]!.series(entity, 0, BEGIN * 2, 60)).toEqual(series);
    }
    await Promise.all([single, ...stores].map((store) => store.close()));

    const merged = await open('merged');
    // Twice, and in whatever order, changes nothing.
    for (const partition of [2, 0, 1, 0]) {
      await merged.absorb(join(folder, `p${partition}.duckdb`));
      await merged.settle();
    }
    await merged.close();
    for (const { table, missing, extra } of await differingRows(join(folder, 'single.duckdb'), join(folder, 'merged.duckdb'))) expect({ table, missing, extra }).toEqual({ table, missing: 0, extra: 0 });
  });

  it('say when what is to be merged is no store', async () => {
    const store = await openMonitorStore(':memory:');
    await expect(store.absorb(new URL(import.meta.url).pathname)).rejects.toThrow(/Expected to read the store/);
    await store.close();
  });
});
