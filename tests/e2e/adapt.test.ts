import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
import { expectNone } from './axe.ts';
import { openPage, serveSite, type WatchedPage } from './open-page.ts';

let site: Served;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  site = await serveSite();
  watched = await openPage(site.url);
  page = watched.page;
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(`${site.url}adapt/?lang=en`);
  await page.getByTestId('live-500').waitFor();
});
afterAll(async () => {
  await watched.close();
  await site.close();
});

const sureOf = (): Promise<(string | null)[]> => page.locator('article[data-testid^=taste-]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-sureness')));

/** One page for all: each test goes on from where the one before it left it. */
describe('the page of what suits somebody', () => {
  it('knows nothing of a stranger', async () => {
    expect(await sureOf()).toEqual(Array.from({ length: 6 }, () => 'unknown'));
    await expectNone(page);
  });

  it('comes to know them, tells it in words, and shows the truth when asked', async () => {
    await page.getByTestId('live-500').click();
    await expect.poll(async () => (await sureOf()).filter((each) => each !== 'unknown').length, { timeout: 60_000 }).toBeGreaterThanOrEqual(3);
    await page.getByTestId('truth').check({ force: true });
    await expectNone(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  it('forgets all that it has learnt', async () => {
    await page.getByTestId('forget').click();
    await expect.poll(sureOf).toEqual(Array.from({ length: 6 }, () => 'unknown'));
    expect(watched.offences).toEqual([]);
  });
});
