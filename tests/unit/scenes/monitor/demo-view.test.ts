import { NO_FILTER } from 'attune/monitor';
import { describe, expect, it } from 'vitest';
import { EVENTS } from '../../../../scenes/monitor/demo/cast.ts';
import { createDemoView } from '../../../../scenes/monitor/demo/demo-view.ts';
import { BEGIN, END } from '../../../../scenes/monitor/demo/simulated-year.ts';

const view = createDemoView();
const DAY = 24 * 3_600_000;

describe('the made-up year', () => {
  it('has each event noticed within a day, and news in its last week', async () => {
    const alerts = await view.alerts();
    const { entities } = await view.overview();
    for (const { who, day, hours } of EVENTS) {
      const begins = BEGIN + day * DAY;
      const noticed = alerts.some(({ entity, noticedAt }) => entity === entities[who]!.id && noticedAt > begins && noticedAt <= begins + Math.max(hours / 24, 1) * DAY + DAY);
      expect([who, day, noticed]).toEqual([who, day, true]);
    }
    expect(alerts.filter(({ noticedAt }) => noticedAt > END - 7 * DAY).length).toBeGreaterThanOrEqual(2);
  });

  it('tells the same in stretches of any length, and in texts', async () => {
    const range = [BEGIN + 90 * DAY, BEGIN + 97 * DAY] as const;
    const { texts, total } = await view.texts({ entities: ['tarnwick'], from: range[0], to: range[1], filter: NO_FILTER, order: 'newest', offset: 0, limit: 1e6 });
    expect(texts).toHaveLength(total);
    for (const points of [7, 100, 20_000]) {
      const { step, series: [series] } = await view.series(['tarnwick'], ...range, points, NO_FILTER);
      expect(series!.volume.reduce((sum, each) => sum + each, 0)).toBe(total);
      for (const i of [0, Math.floor(series!.at.length / 2), series!.at.length - 1]) {
        const own = texts.filter(({ at }) => at >= series!.at[i]! && at < series!.at[i]! + step * 60_000).map(({ positive, negative }) => positive - negative);
        expect(series!.volume[i]).toBe(own.length);
        expect(series!.mean[i]).toBeCloseTo(own.reduce((sum, each) => sum + each, 0) / own.length, 5);
        expect(series!.lowest[i]).toBeLessThanOrEqual(series!.mean[i]! + 1e-9);
      }
    }
  });

  it('is narrowed down by source, topic and words alike in series and texts', async () => {
    const filter = { sources: ['晨间财讯'], topics: ['products'], words: '召回' };
    const { texts, total } = await view.texts({ entities: ['larkridge', 'osselby'], from: BEGIN, to: END, filter, order: 'newest', offset: 0, limit: 50 });
    const { series } = await view.series(['larkridge', 'osselby'], BEGIN, END, 400, filter);
    expect(total).toBeGreaterThan(0);
    expect(series.flatMap(({ volume }) => volume).reduce((sum, each) => sum + each, 0)).toBe(total);
    expect(texts.every(({ source, text, topics }) => source === '晨间财讯' && text.includes('召回') && topics.includes('products'))).toBe(true);
  });
});
