import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/run.ts';
import type { Served } from '../../scripts/server.ts';
// Brings the type of window.attuneAvatars.
import '../../scenes/avatars/handle.ts';
import { dropFile } from './drop-file.ts';
import { openPage, serveSite, type WatchedPage } from './open-page.ts';

const PATIENCE = { timeout: 60_000 };
const MIRA = readFileSync(join(ROOT, 'avatars/mira/avatar.light.vrm'));

let site: Served;
let watched: WatchedPage;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  site = await serveSite();
  watched = await openPage(site.url);
  page = watched.page;
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${site.url}avatars/?quality=low&lang=en`);
});

afterAll(async () => {
  await watched.close();
  await site.close();
});

const weight = (name: string): Promise<number> => page.evaluate((expression) => window.attuneAvatars?.weights()[expression] ?? 0, name);
const handHeight = (): Promise<number> => page.evaluate(() => window.attuneAvatars?.bone('rightHand')?.y ?? Number.NaN);

/** One page for all: each test goes on from where the one before it left the avatar. */
describe('the avatars page', () => {
  it('shows the first character', async () => {
    await expect.poll(() => page.evaluate(() => Object.keys(window.attuneAvatars?.weights() ?? {}).length), PATIENCE).toBeGreaterThan(15);
    expect(await page.getByTestId('avatar-name').textContent()).toBe('Mira');
    expect(await page.evaluate(() => window.attuneAvatars?.view.shown?.triangles)).toBeGreaterThan(1000);
  });

  it('moves the face by slider and by name', async () => {
    const anger = page.getByTestId('mix-anger').getByRole('slider');
    await anger.focus();
    await page.keyboard.press('End');
    await expect.poll(() => weight('angry'), PATIENCE).toBeGreaterThan(0.9);
    await page.getByTestId('feeling-happiness').click();
    await expect.poll(() => weight('happy'), PATIENCE).toBeGreaterThan(0.6);
    await expect.poll(() => weight('angry'), PATIENCE).toBeLessThan(0.05);
    await page.getByTestId('feeling-neutral').click();
    await expect.poll(() => weight('happy'), PATIENCE).toBeLessThan(0.05);
  });

  it('forms a mouth shape', async () => {
    await page.getByTestId('tab-speech').click();
    await page.getByTestId('viseme-aa').click();
    await expect.poll(() => weight('viseme_aa'), PATIENCE).toBeGreaterThan(0.9);
    await page.getByTestId('viseme-sil').click();
    await expect.poll(() => weight('viseme_aa'), PATIENCE).toBeLessThan(0.05);
  });

  it('waves, and the arm comes down again', async () => {
    const before = await handHeight();
    await page.getByTestId('tab-gestures').click();
    await page.getByTestId('gesture-wave').click();
    await expect.poll(handHeight, { ...PATIENCE, interval: 20 }).toBeGreaterThan(before + 0.25);
    await page.getByTestId('gesture-stop').click();
    await expect.poll(handHeight, PATIENCE).toBeLessThan(before + 0.1);
  });

  it('looks where it is asked to', async () => {
    await page.getByTestId('tab-gaze').click();
    await page.getByTestId('gaze-yaw').getByRole('slider').focus();
    await page.keyboard.press('End');
    await expect.poll(() => page.evaluate(() => window.attuneAvatars?.gaze()?.yaw), PATIENCE).toBeGreaterThan(0.1);
    await page.getByTestId('gaze-viewer').check();
  });

  it('makes a portrait', async () => {
    await page.getByTestId('tab-portrait').click();
    await page.getByTestId('portrait-take').click();
    const portrait = page.getByTestId('portrait');
    await portrait.waitFor(PATIENCE);
    await expect.poll(() => portrait.evaluate((image: HTMLImageElement) => image.naturalWidth), PATIENCE).toBe(512);
  });

  it('keeps its avatar when a wrong file is dropped, and says what was wrong', async () => {
    await dropFile(page, 'notes.vrm', Buffer.from('just some notes'));
    const note = page.getByTestId('problem');
    await note.waitFor(PATIENCE);
    expect(await note.innerText()).toContain('notes.vrm');
    expect(await note.innerText()).toContain('just som');
    expect(await page.getByTestId('avatar-name').textContent()).toBe('Mira');
    expect(await page.evaluate(() => Object.keys(window.attuneAvatars?.weights() ?? {}).length)).toBeGreaterThan(15);
  });

  it('shows a dropped VRM with its licence', async () => {
    await dropFile(page, 'my own.vrm', MIRA);
    await page.getByTestId('problem').waitFor({ state: 'detached', ...PATIENCE });
    await expect.poll(() => page.evaluate(() => window.attuneAvatars?.view), PATIENCE).toMatchObject({ loading: null, choice: { title: 'my own.vrm' }, shown: { character: null } });
    expect(await page.getByTestId('avatar-licence').innerText()).toContain('CC0');
    expect(await page.getByTestId('lacks').innerText()).not.toBe('');
  });

  it('tells a character that is not on the server, and keeps the avatar', async () => {
    await page.route('**/avatars/emil/*', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await page.getByTestId('characters').getByText('Emil').click();
    await page.locator('[data-testid=problem][data-code=missing]').waitFor(PATIENCE);
    expect(await page.evaluate(() => window.attuneAvatars?.view.shown?.name)).toBe('Mira');
    // The browser itself reports the answer 404.
    expect(errors.splice(0).filter((text) => !text.includes('404'))).toEqual([]);
  });

  it('sent nothing away and hid no error', () => {
    expect(watched.offences).toEqual([]);
    expect(errors).toEqual([]);
  });
});
