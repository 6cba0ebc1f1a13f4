import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
// Brings the type of window.attune.
import '../../scenes/playground/handle.ts';
import { openPage, serveSite } from './open-page.ts';

let site: Served;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

/** Says something in writing and opens the panel that explains it. */
async function say(page: Page, language: string, text: string): Promise<void> {
  await page.goto(`${site.url}playground/?quality=low&lang=${language}`);
  await page.getByTestId('consent-without').click();
  await page.getByTestId('composer').fill(text);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.attune?.agent.state.affect.mixed !== null && window.attune !== undefined, undefined, { timeout: 60_000 });
  if (!(await page.getByTestId('panel').isVisible())) await page.getByTestId('drawer-open').click();
  await page.getByTestId('tab-why').click();
}

describe('why', () => {
  it.each([
    ['en', 'I am so happy for you, but I am scared of the dark.', /^You seem .* at once/, /speak of both/, /camera and the microphone are off/, /happy and afraid/],
    ['zh', '我考上了大学，太高兴了，可是又很害怕离开家。', /^你似乎既.*又/, /这两种感受/, /摄像头关着；麦克风关着/, /高兴和害怕/],
  ] as const)('is told in plain sentences first, signs and figures on demand (%s)', async (language, text, feeling, both, missing, names) => {
    const { page, offences, close } = await openPage(site.url);
    try {
      await say(page, language, text);
      const told = page.getByTestId('plain-words');
      await expect.poll(() => told.innerText()).toMatch(feeling);
      expect(await told.innerText()).toMatch(both);
      expect(await told.innerText()).toMatch(missing);
      expect(await told.innerText()).not.toContain(text.slice(0, 4));
      const figures = page.getByTestId('why-figures');
      expect(await figures.getAttribute('aria-expanded')).toBe('false');
      await figures.click();
      expect(await figures.getAttribute('aria-expanded')).toBe('true');
      await page.getByTestId('tab-state').click();
      await expect.poll(() => page.getByTestId('mixed').innerText()).toMatch(names);
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });
});
