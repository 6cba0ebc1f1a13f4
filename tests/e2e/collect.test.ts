import { readFileSync } from 'node:fs';
import { readDataSet } from 'attune/collect';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeEpisodes, zipEpisodes } from '../../scripts/collected/made-episodes.ts';
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
  page.setDefaultTimeout(60_000);
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(`${site.url}collect/?lang=en`);
  await page.getByTestId('consent-without').click();
});
afterAll(async () => {
  await watched.close();
  await site.close();
});

const count = (): Promise<string | null> => page.getByTestId('episodes').getAttribute('data-count');
const choose = (within: string, emotion: string): Promise<void> => page.getByTestId(within).getByTestId(`category-${emotion}`).locator('..').click();

/** One page for all: each test goes on from where the one before it left it. */
describe('the page of one\'s own expressions', () => {
  it('opens nothing that was not allowed, and takes a labelled line without its words', async () => {
    expect(await page.getByTestId('on').getAttribute('data-on')).toBe('none');
    await page.getByTestId('text').fill('I got the job and I am so happy');
    await page.getByTestId('record').click();
    await choose('label-form', 'happiness');
    await page.getByTestId('keep').click();
    await expect.poll(count).toBe('1');
    await expectNone(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  it('takes a folder in, lets another judge it blindly, and saves all of it as a folder', async () => {
    await page.locator('input[type=file]').setInputFiles({ name: 'made.zip', mimeType: 'application/zip', buffer: Buffer.from(zipEpisodes(madeEpisodes(36))) });
    await expect.poll(count).toBe('37');
    expect(await page.getByTestId('judge').textContent()).not.toContain('%');
    await choose('judge', 'untold');
    await page.getByTestId('judge-next').click();
    const saving = page.waitForEvent('download');
    await page.getByTestId('save').click();
    const files = unzipSync(readFileSync(await (await saving).path()));
    const episodes = readDataSet(Object.fromEntries(Object.entries(files).map(([name, content]) => [name.replace(/^.*\//, ''), strFromU8(content)])));
    expect(episodes).toHaveLength(37);
    expect(episodes.filter(({ labels }) => labels.some(({ rater }) => rater === 'X'))).toHaveLength(1);
    expect(episodes.every(({ words }) => words === null)).toBe(true);
  });

  it('suits the reading of a face to them, keeps that on the device, and leaves nothing after one tap', async () => {
    await page.getByTestId('adapt-face').click();
    await page.locator('[data-testid=verdict-face][data-reason=accepted]').waitFor();
    const databases = (): Promise<string[]> => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
    await expect.poll(databases).toContain('attune-heads');
    await page.getByTestId('delete').click();
    await page.getByTestId('empty').waitFor();
    await expect.poll(databases).not.toContain('attune-heads');
    expect(await page.evaluate(() => localStorage.getItem('attune-heads'))).toBeNull();
  });

  it('shows that the camera is on, says where nobody was seen, and releases it', async () => {
    await page.getByTestId('sense').locator('label').first().click();
    await page.getByTestId('open').click();
    await page.getByTestId('record').click();
    expect(await page.getByTestId('on').getAttribute('data-on')).toBe('face');
    await page.locator('[data-testid=fault][data-fault=unseen]').waitFor();
    await page.getByTestId('stop').click();
    await expect.poll(() => page.getByTestId('on').getAttribute('data-on')).toBe('none');
    expect(watched.offences).toEqual([]);
  });
});
