import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
import { expectNone } from './axe.ts';
import { openPage, serveSite } from './open-page.ts';

let site: Served;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it('every page can be read and reached, also on a phone and by the keyboard alone', async () => {
    const { page, offences, close } = await openPage(site.url);
    try {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width: 360, height: 780 });
      await page.goto(site.url);
      await page.getByRole('link', { name: /playground/i }).first().waitFor();
      await expectNone(page);

      await page.goto(`${site.url}avatars/?quality=low`);
      await page.getByTestId('dock-feelings').waitFor();
      await expectNone(page);
      await page.getByTestId('label-toggle').focus();
      await page.keyboard.press('Enter');
      await page.getByTestId('avatar-licence').waitFor({ timeout: 60_000 });
      await expectNone(page);
      await page.getByTestId('dock-feelings').focus();
      await page.keyboard.press('Enter');
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        await expectNone(page);
      }
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

      await page.goto(`${site.url}microphone/`);
      await page.getByTestId('consent-without').waitFor();
      await expectNone(page);
      await page.getByTestId('consent-without').focus();
      await page.keyboard.press('Enter');
      await page.getByTestId('choose').waitFor();
      await page.getByTestId('file').setInputFiles({ name: 'notes.flac', mimeType: 'audio/flac', buffer: Buffer.from('no sound') });
      await page.locator('[data-testid=file-row][data-state=failed]').waitFor({ timeout: 60_000 });
      await expectNone(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

      await page.goto(`${site.url}xr/?quality=low`);
      await page.getByTestId('consent-without').waitFor();
      await expectNone(page);
      await page.getByTestId('consent-without').focus();
      await page.keyboard.press('Enter');
      await page.getByTestId('why-not').waitFor({ timeout: 120_000 });
      await expectNone(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

      await page.goto(`${site.url}text/`);
      await page.getByTestId('lines').fill('I love it!\nNot at all.');
      await page.getByTestId('details').waitFor({ timeout: 60_000 });
      await page.getByTestId('intent-add').focus();
      await page.keyboard.press('Enter');
      await page.getByTestId('intents-state').waitFor();
      await expectNone(page);
      await page.getByTestId('file').setInputFiles({ name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from('text,lang\nso glad,en\n真难过,zh\nbonjour,fr\n') });
      await page.locator('[data-testid=table][data-state=read]').waitFor({ timeout: 60_000 });
      await page.getByTestId('rows').getByRole('button').first().focus();
      await page.keyboard.press('Enter');
      await page.getByTestId('details').waitFor();
      await expectNone(page);
      await page.getByTestId('file').setInputFiles({ name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from('a\n1\n') });
      await page.getByTestId('table-failure').waitFor({ timeout: 60_000 });
      await expectNone(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

      await page.goto(`${site.url}speech/?quality=low&lang=en`);
      await page.getByTestId('sentence').focus();
      await page.keyboard.press('Enter');
      await page.getByTestId('picture').waitFor({ timeout: 60_000 });
      await expectNone(page);
      await page.getByTestId('sentence').fill('你好');
      await page.keyboard.press('Enter');
      await page.getByTestId('note').waitFor({ timeout: 60_000 });
      await expectNone(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

      await page.goto(`${site.url}replay/?sample=2`);
      await page.getByTestId('now-words').waitFor({ timeout: 60_000 });
      await page.getByTestId('overview').focus();
      await page.keyboard.press('n');
      await page.getByTestId('note-label').waitFor();
      await expectNone(page);
      await page.getByTestId('lanes').focus();
      await page.keyboard.press('Enter');
      await page.getByTestId('show-pitch').waitFor();
      await expectNone(page);
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

      await page.goto(`${site.url}playground/?quality=low`);
      await page.getByTestId('consent-without').waitFor();
      await expectNone(page);
      await page.getByTestId('consent-without').focus();
      await page.keyboard.press('Enter');
      await page.getByTestId('composer').focus();
      await page.keyboard.type('hello');
      await page.keyboard.press('Enter');
      await page.getByTestId('caption').first().waitFor({ timeout: 60_000 });
      await expectNone(page);
      await page.getByTestId('transcript-open').focus();
      await page.keyboard.press('Enter');
      // The sheet takes the focus once it is there.
      await expect.poll(() => page.evaluate(() => document.querySelector('[data-testid=transcript]')?.contains(document.activeElement))).toBe(true);
      await page.getByTestId('turn-why').first().focus();
      await page.keyboard.press('Enter');
      await page.getByTestId('turn-reasons').first().waitFor();
      await expectNone(page);
      await page.keyboard.press('Escape');
      await page.getByTestId('transcript').waitFor({ state: 'detached' });
      await page.getByTestId('drawer-open').focus();
      await page.keyboard.press('Enter');
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        await expectNone(page);
      }
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await page.getByTestId('stop').focus();
      await page.keyboard.press('Enter');
      await page.getByTestId('delete').waitFor({ timeout: 60_000 });
      await expectNone(page);
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });
});
