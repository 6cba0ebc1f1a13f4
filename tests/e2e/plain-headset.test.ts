import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/run.ts';
import type { Served } from '../../scripts/server.ts';
import { emulateHeadset, meetInAr, meetInVr } from './emulate-headset.ts';
import { openPage, serveWatched } from './open-page.ts';

const OUT = join(ROOT, 'build/plain-headset');

let site: Served;
beforeAll(async () => {
  await build({
    root: join(ROOT, 'tests/e2e/plain-headset'), base: './', configFile: false, logLevel: 'error', publicDir: false,
    resolve: { conditions: ['@attune/source', 'module', 'browser', 'development|production'], dedupe: ['three'] },
    worker: { format: 'es' }, build: { outDir: OUT, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 1600 },
  });
  site = await serveWatched([OUT, join(ROOT, 'build/public')]);
});
afterAll(() => site?.close());

describe('a headset in plain three.js', () => {
  it('meets the same agent by the same few lines', async () => {
    const { page, offences, close } = await openPage(site.url);
    try {
      await emulateHeadset(page);
      await page.setViewportSize({ width: 480, height: 300 });
      await page.goto(site.url);
      await page.waitForFunction(() => window.attuneXr !== undefined, undefined, { timeout: 120_000 });
      const press = (way: 'vr' | 'ar') => () => page.locator(`#${way}`).click();
      await meetInVr(page, press('vr'));
      await meetInAr(page, press('ar'));
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });
});
