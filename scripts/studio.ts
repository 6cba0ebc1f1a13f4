import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import type { Unit } from '../src/index.ts';
import { BROWSER_FLAGS, ensureBrowser } from './find-browser.ts';
import { ROOT } from './run.ts';
import { serve } from './server.ts';
import type { PortraitView, StudioPortrait } from './studio/page.ts';

/** The weights at which every emotion is pictured. */
export const INTENSITIES: readonly Unit[] = [0.33, 0.66, 1];

/** A headless page that takes pictures of the avatars in avatars/, each as a data URL. */
export interface Studio {
  portrait(id: string, portrait: StudioPortrait): Promise<string>;
  /** A friendly face. */
  cover(id: string): Promise<string>;
  /** Eight emotions in columns, three intensities in rows. */
  faces(id: string, view: PortraitView): Promise<string>;
  /** Five poses in rows, turned about in columns. */
  turntable(id: string): Promise<string>;
  close(): Promise<void>;
}

/** Builds the studio's page and opens it in headless Chromium. */
export async function openStudio(): Promise<Studio> {
  const executablePath = ensureBrowser();
  if (executablePath === null) throw new Error('Expected Chromium, Chrome or Edge to take pictures with, but found none. Install one, or name it in CHROME_PATH.');
  await build({ configFile: join(ROOT, 'scripts/studio/vite.config.ts') });
  const site = await serve({ folders: [join(ROOT, 'build/studio'), join(ROOT, 'avatars')], port: 0, host: '127.0.0.1' });
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(`The studio's page failed: ${error.message}`));
  await page.goto(site.url);
  await page.waitForFunction(() => 'studio' in window);
  return {
    portrait: (id, portrait) => page.evaluate(([each, options]) => window.studio.portrait(each, options), [id, portrait] as const),
    cover: (id) => page.evaluate((each) => window.studio.cover(each), id),
    faces: (id, view) => page.evaluate(([each, from, weights]) => window.studio.faces(each, from, weights), [id, view, INTENSITIES] as const),
    turntable: (id) => page.evaluate((each) => window.studio.turntable(each), id),
    async close() {
      await browser.close();
      await site.close();
    },
  };
}
