import { describe, expect, it } from 'vitest';
import { createMentionFinder } from '../../../src/monitor/find-mentions.ts';
import { parseWatchList } from '../../../src/monitor/watch-list.ts';

const { entities } = parseWatchList({
  entities: [
    { id: 'acme', name: 'Acme', aliases: ['Acme Holdings'], tickers: ['ACME', 'AC'] },
    { id: 'acme-steel', name: 'Acme Steel' },
    { id: 'pacific', name: 'Pacific', except: ['Union', 'Ocean'] },
    { id: 'moutai', name: '贵州茅台', aliases: ['茅台'], tickers: ['600519'] },
  ],
});
const find = createMentionFinder(entities);
const named = (text: string): string[] => find(text).map(({ entity, start, end }) => `${entity}: ${text.slice(start, end)}`);

describe('entities on a watch list', () => {
  it('are found as whole words, whatever their case, and the longer name counts', () => {
    expect(named('ACME Steel buys a mill from Acme Holdings; acme’s chief agrees')).toEqual(['acme-steel: ACME Steel', 'acme: Acme Holdings', 'acme: acme']);
    expect(named('Acmeology and pre-Acmeist poets')).toEqual([]);
  });

  it('are found by tickers as they are written, short ones only behind a sign or an exchange', () => {
    expect(named('$AC and NYSE: AC rise, AC units do not; ACME too')).toEqual(['acme: AC', 'acme: AC', 'acme: ACME']);
    expect(named('贵州茅台(600519)收涨，6005190不是')).toEqual(['moutai: 贵州茅台', 'moutai: 600519']);
  });

  it('are found in Chinese without word breaks, in full width, and behind emoji', () => {
    expect(named('😀看好茅台今年的业绩')).toEqual(['moutai: 茅台']);
    expect(named('ＡＣＭＥ涨')).toEqual(['acme: ＡＣＭＥ']);
  });

  it('are somebody else where the list says so', () => {
    expect(named('Union Pacific and the Pacific Ocean, but Pacific pays')).toEqual(['pacific: Pacific']);
  });
});

describe('a watch list', () => {
  it.each([
    [{ entities: [] }, 'entities'],
    [{ entities: [{ id: 'A b', name: 'x' }] }, 'entities.0.id'],
    [{ entities: [{ id: 'a', name: 'x', tickers: ['$x'] }] }, 'entities.0.tickers.0'],
    [{ entities: [{ id: 'a', name: 'Same' }, { id: 'b', name: 'same' }] }, 'name same belongs to "a" and to "b"'],
    [{ entities: [{ id: 'a', name: 'x' }, { id: 'a', name: 'y' }] }, 'id a belongs to'],
  ])('that is wrong is told where: %j', (data, told) => {
    expect(() => parseWatchList(data)).toThrow(told);
  });
});
