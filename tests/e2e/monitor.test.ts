import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChanges } from '../../src/cli/dashboard/changes.ts';
import { type RunningDashboard, startDashboard } from '../../src/cli/dashboard/start-dashboard.ts';
import { createStoreView, ENTITIES_FACT, type MonitorStore, openMonitorStore, settleAndAlert } from '../../src/monitor/index.ts';
// Brings the type of window.attuneMonitor.
import '../../scenes/monitor/handle.ts';
import { temporaryFolder } from '../assets/temporary-folder.ts';
import { expectNone } from './axe.ts';
import { openPage, type WatchedPage } from './open-page.ts';

const HOUR = 3_600_000;
const BEGIN = Date.UTC(2026, 0, 5);
const HOURS = 35 * 24;
const changes = createChanges();
let store: MonitorStore;
let dashboard: RunningDashboard;
let watched: WatchedPage;
let page: Page;

type Put = Parameters<MonitorStore['put']>[0];

/** What is said of an entity at some moments. */
const said = (entity: string, moments: readonly number[], value: number, text: string): Put => moments.map((at, i) => ({
  id: `${entity}-${at}-${i}`, version: 'v', at, source: 'wire', text: `${text} (${i})`, language: 'en', topics: ['law'], entities: [], signature: [at % 4_000_000_000, i, at % 77_777, i + 1],
  mentions: [{ entity, positive: Math.max(0, value), neutral: 1 - Math.abs(value), negative: Math.max(0, -value), fear: 0, anger: 0, relief: null }],
}));
const hourly = Array.from({ length: HOURS }, (_, hour) => BEGIN + hour * HOUR + 1000);

beforeAll(async () => {
  store = await openMonitorStore(join(temporaryFolder(), 'monitor.duckdb'));
  await store.setFact(ENTITIES_FACT, JSON.stringify([{ id: 'acme', name: 'Acme', aliases: [], tickers: [] }, { id: 'bolt', name: 'Bolt', aliases: [], tickers: [] }]));
  await store.put([...said('acme', hourly, 0.1, 'Acme opens a store'), ...said('bolt', hourly, 0.3, 'Bolt profit rises')]);
  await settleAndAlert(store, BEGIN + HOURS * HOUR);
  dashboard = await startDashboard({ view: createStoreView(store, true), changes, host: '127.0.0.1', port: 0, assets: null });
  watched = await openPage(new URL(dashboard.url).origin);
  page = watched.page;
  await page.goto(`${dashboard.url}&lang=en`);
  await page.getByTestId('briefing-line').first().waitFor({ timeout: 60_000 });
});
afterAll(async () => {
  await watched.close();
  await dashboard.close();
  await store.close();
});

const lengthOf = (): Promise<number> => page.evaluate(() => window.attuneMonitor!.window.to - window.attuneMonitor!.window.from);
const endOf = (): Promise<number> => page.evaluate(() => window.attuneMonitor!.window.to);

/** One page for all: each test goes on from where the one before it left it. */
describe('the dashboard of a monitor', () => {
  it('shows each entity, and that nothing stood out', async () => {
    expect(await page.locator('[data-testid^=plot-]').count()).toBe(2);
    expect(await page.getByTestId('briefing').getAttribute('data-tone')).toBe('calm');
    await expectNone(page);
  });

  it('zooms by keys, and shows the texts behind a point with the name marked', async () => {
    const before = await lengthOf();
    await page.getByTestId('plot-acme').focus();
    for (let i = 0; i < 6; i += 1) await page.keyboard.press('+');
    expect(await lengthOf()).toBeLessThan(before / 4);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.getByTestId('text').first().waitFor();
    expect(await page.locator('[data-testid=text] [data-kind=entity]').first().textContent()).toBe('Acme');
    await page.getByTestId('plot-bolt').click({ position: { x: 120, y: 40 } });
    await expect.poll(() => page.locator('[data-testid=text] [data-kind=good]').first().textContent(), { timeout: 30_000 }).toContain('profit rises');
    await expectNone(page);
  });

  it('shows what comes while it is open, without being asked', async () => {
    await page.keyboard.press('0');
    const end = await endOf();
    const moments = Array.from({ length: 60 }, (_, i) => BEGIN + HOURS * HOUR + i * 60_000);
    await store.put(said('acme', moments, -0.8, 'Acme under fraud probe'));
    changes.tell({ entities: await settleAndAlert(store, BEGIN + (HOURS + 1) * HOUR) });
    await expect.poll(endOf, { timeout: 30_000 }).toBeGreaterThan(end);
    await expect.poll(() => page.getByTestId('live').textContent(), { timeout: 30_000 }).toMatch(/^live · \d new alert/);
    await expect.poll(() => page.getByTestId('briefing').getAttribute('data-tone'), { timeout: 30_000 }).toBe('concerned');
    await page.setViewportSize({ width: 360, height: 780 });
    await page.getByTestId('tab-alerts').click();
    await expectNone(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(watched.offences).toEqual([]);
  });
});
