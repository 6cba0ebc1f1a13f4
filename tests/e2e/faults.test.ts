import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Served } from '../../scripts/server.ts';
import { openPage, serveSite, type WatchedPage } from './open-page.ts';

let site: Served;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

/** Opens the playground with something broken, waits for the note about it, and checks that one can still talk. */
async function meet(breakIt: (page: Page) => Promise<unknown>, senses: readonly ('camera' | 'microphone')[], check: (watched: WatchedPage) => Promise<void>): Promise<void> {
  const watched = await openPage(site.url);
  const { page, offences, close } = watched;
  try {
    await breakIt(page);
    await page.goto(`${site.url}playground/?quality=low`);
    for (const sense of senses) await page.getByTestId(`consent-${sense}`).check({ force: true });
    await page.getByTestId('consent-continue').click();
    await check(watched);
    await page.getByTestId('composer').fill('hello');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => window.attune?.agent.captions.at(-1)?.speaker), { timeout: 60_000 }).toBe('agent');
    expect(offences).toEqual([]);
  } finally {
    await close();
  }
}

async function noteAbout(page: Page, code: string): Promise<string> {
  const note = page.locator(`[data-testid="problem"][data-code="${code}"]`).first();
  await note.waitFor({ timeout: 120_000 });
  return note.innerText();
}

describe('when something is broken, one sentence says so and the rest goes on', () => {
  it('a missing asset', () => meet(
    (page) => page.route('**/attune/face/face_landmarker.task', (route) => route.fulfill({ status: 404, body: 'gone' })),
    ['camera'],
    async ({ page }) => expect((await noteAbout(page, 'asset-missing')).length).toBeGreaterThan(20),
  ));

  it('a page in place of an asset', () => meet(
    (page) => page.route('**/attune/face/face_landmarker.task', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<html></html>' })),
    ['camera'],
    async ({ page }) => expect((await noteAbout(page, 'asset-wrong')).length).toBeGreaterThan(20),
  ));

  it('a camera that another program uses', () => meet(
    (page) => page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('Could not start video source', 'NotReadableError'));
    }),
    ['camera'],
    async ({ page }) => expect((await noteAbout(page, 'device-busy')).length).toBeGreaterThan(20),
  ));

  it('no WebGL', () => meet(
    (page) => page.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.startsWith('webgl') ? null : Reflect.apply(original, this, [kind, ...rest]);
      } as typeof original;
    }),
    [],
    async ({ page }) => expect((await noteAbout(page, 'webgl-missing')).length).toBeGreaterThan(20),
  ));

  it('a corrupt VRM as the first avatar', () => meet(
    (page) => page.route('**/avatars/**/*.vrm', (route) => route.fulfill({ status: 200, contentType: 'model/gltf-binary', body: Buffer.from('glTF\u0002\u0000\u0000\u0000nonsense') })),
    [],
    async ({ page }) => expect((await noteAbout(page, 'avatar-first')).length).toBeGreaterThan(20),
  ));
});
