import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
import { emulateHeadset, meetInAr, meetInVr } from './emulate-headset.ts';
import { openPage, serveSite } from './open-page.ts';

let site: Served;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

describe('the scene for headsets, in React', () => {
  it('is a meeting in virtual and in augmented reality, as often as one likes', async () => {
    const { page, offences, close } = await openPage(site.url);
    try {
      await emulateHeadset(page);
      await page.setViewportSize({ width: 480, height: 300 });
      await page.goto(`${site.url}xr/?quality=low&lang=en`);
      // By the keyboard alone.
      await page.getByTestId('consent-without').focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => window.attuneXr !== undefined, undefined, { timeout: 120_000 });
      const enter = (way: 'vr' | 'ar') => async (): Promise<void> => {
        await expect.poll(() => page.getByTestId(`enter-${way}`).isEnabled(), { timeout: 30_000 }).toBe(true);
        await page.getByTestId(`enter-${way}`).focus();
        await page.keyboard.press('Enter');
      };
      await meetInVr(page, enter('vr'));
      await meetInAr(page, enter('ar'));
      await page.getByTestId('composer').fill('Hello');
      await page.keyboard.press('Enter');
      await page.getByTestId('stop').click();
      await page.getByTestId('consent-without').waitFor();
      expect(await page.evaluate(() => window.attuneXr)).toBeUndefined();
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });
});
