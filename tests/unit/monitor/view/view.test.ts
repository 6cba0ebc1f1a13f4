import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, markText, stepFor } from '../../../../src/monitor/view/index.ts';

describe('the length of a stretch', () => {
  it('is the shortest of which as many fill the time as are wanted', () => {
    const day = 86_400_000;
    expect([1, 365].map((days) => stepFor(0, days * day, 1500))).toEqual([1, 360]);
    fc.assert(fc.property(fc.integer({ min: 1, max: 400 * 1440 }), fc.integer({ min: 60, max: 3000 }), (minutes, points) => {
      expect(minutes / stepFor(0, minutes * 60_000, points)).toBeLessThanOrEqual(points);
    }));
  });
});

describe('the band', () => {
  it('holds the mean, narrows with mentions, and does not take a single mention for certain', () => {
    const one = { volume: [1, 100, 100], mean: [0.5, 0.5, -0.5], deviation: [0, 0.4, 0.4] };
    const { low, high } = bandOf(one);
    const width = one.volume.map((_, i) => high[i]! - low[i]!);
    expect(width[0]).toBeGreaterThan(0.3);
    expect(width[1]).toBeLessThan(0.25);
    one.mean.forEach((mean, i) => expect(low[i]! <= mean && mean <= high[i]!).toBe(true));
  });

  it('stays inside of what there is', () => {
    fc.assert(fc.property(fc.array(fc.record({ count: fc.integer({ min: 1, max: 50 }), mean: fc.double({ min: -1, max: 1, noNaN: true }), deviation: fc.double({ min: 0, max: 1, noNaN: true }) })), (rows) => {
      const { low, high } = bandOf({ volume: rows.map(({ count }) => count), mean: rows.map(({ mean }) => mean), deviation: rows.map(({ deviation }) => deviation) });
      low.forEach((value, i) => expect(value >= -1 && value <= rows[i]!.mean && rows[i]!.mean <= high[i]! && high[i]! <= 1).toBe(true));
    }));
  });
});

describe('marks', () => {
  const entities = [{ id: 'acme', name: 'Acme', aliases: ['艾克美'], tickers: ['ALL'] }, { id: 'bolt', name: 'Bolt', aliases: [], tickers: [] }];

  it('tell the entity and the words for and against it, and are the text when put together', () => {
    const text = 'Acme profit rises 12% although Bolt warns of a fraud probe';
    const parts = markText({ text, language: 'en', entity: 'acme' }, entities);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.filter(({ kind }) => kind === 'entity').map((part) => part.text)).toEqual(['Acme']);
    expect(parts.filter(({ kind }) => kind === 'good').map((part) => part.text).join(' ')).toContain('profit rises');
    expect(parts.filter(({ kind }) => kind === 'bad').map((part) => part.text).join(' ')).toContain('fraud');
  });

  it('take a ticker for a name only as it is written', () => {
    const named = markText({ text: 'ALL rises, all others fall', language: 'en', entity: 'acme' }, entities).filter(({ kind }) => kind === 'entity');
    expect(named.map((part) => part.text)).toEqual(['ALL']);
  });

  it('are found in Chinese', () => {
    const parts = markText({ text: '艾克美净利润下滑三成', language: 'zh', entity: 'acme' }, entities);
    expect(parts[0]).toEqual({ start: 0, text: '艾克美', kind: 'entity' });
    expect(parts.some(({ kind }) => kind === 'bad')).toBe(true);
  });
});
