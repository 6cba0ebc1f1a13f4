import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnalysedDocument } from '../../../src/monitor/analyse-document.ts';
import { createStoreView, ENTITIES_FACT, type MonitorStore, type MonitorView, openMonitorStore } from '../../../src/monitor/index.ts';
import { NO_FILTER } from '../../../src/monitor/view/index.ts';

const BEGIN = Date.UTC(2026, 0, 5, 9);
const MINUTE = 60_000;

/** Thirty documents, one every seven minutes: acme in each, bolt in every third. */
const DOCUMENTS: readonly AnalysedDocument[] = Array.from({ length: 30 }, (_, i) => ({
  id: `d${i}`, version: 'v', at: BEGIN + i * 7 * MINUTE, source: i % 2 === 0 ? 'wire' : 'paper, "daily"', text: i % 5 === 0 ? `Fraud probe number ${i}` : `Contract number ${i}`, language: i % 10 === 9 ? 'zh' as const : 'en' as const,
  topics: i % 5 === 0 ? ['law' as const] : ['orders' as const, 'deals' as const], entities: [], signature: [i, i + 1000, i + 2000, i + 3000],
  mentions: ['acme', ...(i % 3 === 0 ? ['bolt'] : [])].map((entity) => ({ entity, positive: i % 5 === 0 ? 0 : 0.6, neutral: 0.4, negative: i % 5 === 0 ? 0.6 : 0, fear: 0, anger: 0, relief: null })),
}));

let store: MonitorStore;
let view: MonitorView;
beforeAll(async () => {
  store = await openMonitorStore(':memory:');
  await store.put([...DOCUMENTS, { ...DOCUMENTS[3]!, version: 'later', at: BEGIN + 900 * MINUTE, text: 'replaced' }]);
  await store.settle();
  await store.setFact(ENTITIES_FACT, JSON.stringify([{ id: 'acme', name: 'Acme', aliases: ['艾克美'], tickers: [] }]));
  view = createStoreView(store, true);
});
afterAll(() => store.close());

const END = BEGIN + 300 * MINUTE;
const texts = { entities: ['acme', 'bolt'], from: BEGIN, to: END, filter: NO_FILTER, order: 'newest', offset: 0, limit: 100 } as const;

describe('what a page sees of a store', () => {
  it('tells whom it knows, by name where the watch list gave one, and from when to when', async () => {
    expect(await view.overview()).toMatchObject({
      entities: [{ id: 'acme', name: 'Acme', aliases: ['艾克美'], tickers: [] }, { id: 'bolt', name: 'bolt', aliases: [], tickers: [] }], sources: [{ name: 'paper, "daily"', documents: 16 }, { name: 'wire', documents: 15 }],
      extent: { from: BEGIN, to: BEGIN + (29 * 7 + 1) * MINUTE }, documents: 31, live: true,
    });
  });

  it('makes minutes into stretches without losing a mention, and as few as are wanted', async () => {
    for (const points of [4, 20, 1500]) {
      const { step, series: [acme, bolt] } = await view.series(['acme', 'bolt'], BEGIN, END, points, NO_FILTER);
      expect(300 / step).toBeLessThanOrEqual(points);
      expect(acme!.volume.reduce((sum, each) => sum + each, 0)).toBe(30);
      expect(bolt!.volume.reduce((sum, each) => sum + each, 0)).toBe(10);
      for (const [i, at] of acme!.at.entries()) {
        const inside = DOCUMENTS.filter((document) => document.at >= at && document.at < at + step * MINUTE).map(({ mentions: [own] }) => own!.positive - own!.negative);
        expect(acme!.volume[i]).toBe(inside.length);
        expect(acme!.mean[i]).toBeCloseTo(inside.reduce((sum, each) => sum + each, 0) / inside.length, 3);
        expect([acme!.lowest[i], acme!.highest[i]]).toEqual([expect.closeTo(Math.min(...inside), 3), expect.closeTo(Math.max(...inside), 3)]);
      }
    }
  });

  it('counts only what a filter lets through, and tells nothing of what is new then', async () => {
    const count = async (filter: Partial<typeof NO_FILTER>): Promise<number> => {
      const { series: [acme] } = await view.series(['acme'], BEGIN, END, 100, { ...NO_FILTER, ...filter });
      expect(acme!.fresh.every((each) => each === null)).toBe(true);
      return acme!.volume.reduce((sum, each) => sum + each, 0);
    };
    expect(await count({ sources: ['paper, "daily"'] })).toBe(15);
    expect(await count({ topics: ['law', 'people'] })).toBe(6);
    expect(await count({ words: '  fraud PROBE ' })).toBe(6);
    expect(await count({ words: "it's %' or 1=1" })).toBe(0);
    expect(await count({ sources: ['wire'], topics: ['deals'], words: 'number 2' })).toBe(DOCUMENTS.filter(({ source, topics, text }) => source === 'wire' && topics.includes('deals') && text.includes('number 2')).length);
  });

  it('gives texts by the page, in the order that is asked for, without those that were replaced', async () => {
    const { total, texts: newest } = await view.texts(texts);
    expect(total).toBe(40);
    expect(newest.map(({ at }) => at)).toEqual(newest.map(({ at }) => at).toSorted((a, b) => b - a));
    const second = await view.texts({ ...texts, offset: 10, limit: 5 });
    expect(second).toEqual({ total: 40, texts: newest.slice(10, 15) });
    expect((await view.texts({ ...texts, to: BEGIN + 1000 * MINUTE, filter: { ...NO_FILTER, words: 'replaced' } })).total).toBe(0);
    expect((await view.texts({ ...texts, entities: ['acme'], ids: ['d3', 'd7'], order: 'clearest' })).texts.map(({ id }) => id)).toEqual(['d3', 'd7']);
    expect(newest.find(({ id }) => id === 'd29')).toMatchObject({ language: 'zh', topics: ['orders', 'deals'] });
  });

  it('is read while something is being written', async () => {
    const [, read] = await Promise.all([store.put([{ ...DOCUMENTS[0]!, id: 'new', mentions: [] }]), view.series(['acme'], BEGIN, END, 100, NO_FILTER)]);
    expect(read.series[0]!.volume.length).toBeGreaterThan(0);
  });
});
