import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
// Brings the type of window.attuneKiosk.
import '../../scenes/kiosk/handle.ts';
import { textIn, watchHeap } from '../../scripts/kiosk/heap.ts';
import { expectNone } from './axe.ts';
import { openPage, serveSite } from './open-page.ts';

let site: Served;

beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

const BASE = { characters: ['mira'], quality: 'low', fullScreen: false, presence: { channel: 'barrier' }, operator: { pin: '2580' } };

/** The kiosk under a configuration of the test's: not beside the page, where its service worker would fetch it. */
async function openKiosk(page: Page, config: unknown, query = ''): Promise<void> {
  await page.unrouteAll();
  await page.route(({ pathname }) => pathname === '/test.json', (route) => route.fulfill({ contentType: 'application/json', body: typeof config === 'string' ? config : JSON.stringify(config) }));
  await page.goto(`${site.url}kiosk/?config=../test.json&${query}`);
}

const captionsOf = (page: Page): Promise<string[] | undefined> => page.evaluate(() => window.attuneKiosk?.agent.captions.map(({ speaker }) => speaker));

describe('a kiosk', () => {
  it('is visited by the keyboard alone, is readable in every state, and keeps nothing of the visitor', async () => {
    const { page, offences, close } = await openPage(site.url);
    try {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await openKiosk(page, BASE, 'lang=en');
      await page.getByTestId('attract').waitFor();
      await expectNone(page);
      expect(await page.evaluate(() => window.attuneKiosk?.agent.state.senses.face.status)).toBe('off');
      await page.keyboard.press('Enter');
      await page.getByTestId('consent').waitFor();
      await expectNone(page);
      for (let tabs = 0; tabs < 8 && !(await page.getByTestId('consent-neither').evaluate((button) => button === document.activeElement)); tabs += 1) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByTestId('visit').waitFor();
      // It greets, and what it says is always written.
      await expect.poll(() => captionsOf(page), { timeout: 60_000 }).toEqual(['agent']);
      await expect.poll(() => page.getByTestId('caption').innerText()).toMatch(/Mira\s+\S/);
      await expectNone(page);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect.poll(() => captionsOf(page), { timeout: 60_000 }).toEqual(['agent', 'player', 'agent']);
      await page.getByTestId('composer').focus();
      await page.keyboard.type('My name is Quillonbert and my dog Zwackelmann died.');
      await page.keyboard.press('Enter');
      await expect.poll(() => captionsOf(page), { timeout: 60_000 }).toEqual(['agent', 'player', 'agent', 'player', 'agent']);
      await expectNone(page);
      // Reduced motion reaches the avatar.
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
      const words = ['Quillonbert', 'Zwackelmann'];
      const heap = await watchHeap(page);
      expect(await textIn(page)).toContain('Quillonbert');
      expect((await heap.look(words)).found).toEqual(words);
      for (let tabs = 0; tabs < 8 && !(await page.getByTestId('leave').evaluate((button) => button === document.activeElement)); tabs += 1) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByTestId('farewell').waitFor();
      await expectNone(page);
      await page.getByTestId('attract').waitFor({ timeout: 30_000 });
      const left = await textIn(page);
      expect(words.filter((word) => left.includes(word))).toEqual([]);
      expect((await heap.look(words)).found).toEqual([]);
      expect(await page.evaluate(() => window.attuneKiosk?.health.days[0]?.visits)).toBe(1);
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });

  it('wakes by a sensor, begins nothing by itself, and forgets whoever has gone', async () => {
    const { page, offences, close } = await openPage(site.url);
    try {
      await openKiosk(page, { ...BASE, idle: { ask: 20, grace: 20, farewell: 4, absent: 5 } });
      await page.getByTestId('attract').waitFor();
      const tell = (present: boolean): Promise<void> => page.evaluate((there) => {
        const channel = new BroadcastChannel('barrier');
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no such argument
        for (const message of ['nonsense', { present: there }]) channel.postMessage(message);
        channel.close();
      }, present);
      await tell(true);
      await page.getByTestId('consent').waitFor();
      await tell(false);
      await page.getByTestId('attract').waitFor();
      await tell(true);
      await page.getByTestId('language-zh').click();
      await page.getByTestId('consent-neither').click();
      await page.getByTestId('composer').waitFor();
      await tell(false);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans');
      await page.getByTestId('asking').waitFor();
      await page.getByTestId('stay').click();
      await page.getByTestId('asking').waitFor({ state: 'detached' });
      await page.getByTestId('asking').waitFor();
      await expectNone(page);
      await page.getByTestId('farewell').waitFor();
      await page.getByTestId('attract').waitFor();
      // The next visitor finds the first language again.
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
      expect(await page.evaluate(() => window.attuneKiosk?.kiosk.visits)).toBe(1);
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });

  it('is dark in quiet hours, tells its operator how it is, and says on the screen what is wrong with its configuration', async () => {
    const { page, offences, close } = await openPage(site.url);
    try {
      await openKiosk(page, { ...BASE, quietHours: [{ from: '00:00', to: '00:00' }] });
      await page.getByTestId('closed').waitFor();
      await expectNone(page);
      await page.keyboard.press('Enter');
      await page.mouse.click(200, 200);
      expect(await page.evaluate(() => window.attuneKiosk?.kiosk.stage)).toBe('closed');

      await openKiosk(page, BASE, 'health');
      await page.getByTestId('pin').fill('1234');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      await page.getByTestId('pin').fill('2580');
      await page.keyboard.press('Enter');
      await page.getByTestId('figures').waitFor();
      // It survives a reload: both pages are in it.
      expect(await page.getByTestId('entries').locator('li').count()).toBe(2);
      await expectNone(page);
      await page.getByTestId('health-close').click();
      await page.getByTestId('attract').waitFor();
      await page.mouse.move(20, 20);
      await page.mouse.down();
      await page.waitForTimeout(5500);
      await page.mouse.up();
      await page.getByTestId('pin').waitFor();

      const errors: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await openKiosk(page, { ...BASE, languages: ['fr'], idle: { ask: 'soon' } });
      await page.getByTestId('fault').waitFor();
      expect(await page.getByTestId('fault').innerText()).toMatch(/languages\.0: expected one of en, zh, but got "fr"\nidle\.ask: expected a number of seconds from 5 to 3600, but got "soon"/);
      expect(errors.join()).toContain('languages.0');
      await expectNone(page);
      await openKiosk(page, '{ "languages": ["en"], }');
      await expect.poll(() => page.getByTestId('fault').innerText()).toContain('Expected test.json to be JSON');
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });
});
