import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { CDPSession, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/run.ts';
import type { Served } from '../../scripts/server.ts';
import { openPage, serveWatched } from './open-page.ts';
import './mounts/handle.ts';

/** How often an agent comes and goes, and each how many of them sees and hears, too. */
const MOUNTS = 50;
const WITH_SENSES = 10;
/** What is compiled and cached at the first few is no growth. */
const WARM_UP = 10;

let site: Served;
beforeAll(async () => {
  await build({
    configFile: false, root: fileURLToPath(new URL('./mounts', import.meta.url)), base: './', publicDir: false, logLevel: 'warn', plugins: [react()], worker: { format: 'es' },
    resolve: { conditions: ['@attune/source', 'module', 'browser', 'development|production'], dedupe: ['three', 'react', 'react-dom'] },
    define: { 'process.env.NODE_ENV': '"development"' },
    build: { outDir: join(ROOT, 'build/mounts'), emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 4000 },
  });
  site = await serveWatched([join(ROOT, 'build/mounts'), join(ROOT, 'build/public')]);
});
afterAll(() => site.close());

interface Living {
  workers: number;
  contexts: number;
  tracks: MediaStreamTrack[];
}

/** Counts workers, AudioContexts and tracks as they begin and end. */
function countLiving(): void {
  const living: Living = { workers: 0, contexts: 0, tracks: [] };
  Object.assign(window, { living });
  window.Worker = class extends Worker {
    #ended = false;
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      living.workers += 1;
    }
    override terminate(): void {
      if (!this.#ended) living.workers -= 1;
      this.#ended = true;
      super.terminate();
    }
  };
  window.AudioContext = class extends AudioContext {
    constructor(options?: AudioContextOptions) {
      super(options);
      living.contexts += 1;
    }
    override async close(): Promise<void> {
      living.contexts -= 1;
      await super.close();
    }
  };
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await open(constraints);
    living.tracks.push(...stream.getTracks());
    return stream;
  };
}

const left = (page: Page) => page.evaluate(() => {
  const { workers, contexts, tracks } = (window as unknown as { living: Living }).living;
  return { workers, contexts, tracks: tracks.filter(({ readyState }) => readyState === 'live').length };
});

/** Bytes of JavaScript's heap that are still reachable. */
async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

describe('<Agent/> with all of its own, in a strict tree', () => {
  it(`leaves nothing behind when it was mounted and unmounted ${MOUNTS} times`, async () => {
    const { page, offences, close } = await openPage(site.url);
    try {
      await page.addInitScript(countLiving);
      await page.goto(site.url);
      await page.waitForFunction(() => typeof window.mount === 'function');
      await page.mouse.click(20, 20);
      const session = await page.context().newCDPSession(page);
      await page.waitForTimeout(500);
      const begun = await page.evaluate(() => window.drawn());
      let warm = 0;
      const most = { workers: 0, contexts: 0, tracks: 0 };
      for (let mount = 0; mount < WARM_UP + MOUNTS; mount += 1) {
        await page.evaluate((senses) => window.mount(senses), mount % WITH_SENSES === 0);
        for (const [part, count] of Object.entries(await left(page))) most[part as keyof typeof most] = Math.max(most[part as keyof typeof most], count);
        await page.evaluate(() => window.unmount());
        await expect.poll(() => left(page), { timeout: 20_000 }).toEqual({ workers: 0, contexts: 0, tracks: 0 });
        if (mount === WARM_UP - 1) warm = await heap(session);
      }
      await expect.poll(() => page.evaluate(() => window.drawn()), { timeout: 20_000 }).toEqual(begun);
      const grown = (await heap(session) - warm) / 1e6;
      const made = await page.evaluate(() => window.mounts);
      console.log(`${MOUNTS} mounts after ${WARM_UP}: the heap grew by ${grown.toFixed(2)} MB (bar: 5); drawn ${JSON.stringify(begun)} before and after; at the most ${JSON.stringify(most)}, none left; ${JSON.stringify(made)}`);
      // Otherwise nothing would have been there to be left.
      expect(most.workers).toBeGreaterThanOrEqual(4);
      expect(most.contexts).toBe(1);
      expect(most.tracks).toBe(2);
      expect(made.agents).toBe(WARM_UP + MOUNTS);
      expect(made.fallbacks).toBeGreaterThanOrEqual(WARM_UP + MOUNTS);
      expect(grown).toBeLessThan(5);

      // A page that is left waits for nothing. Who comes back to one that the browser kept finds another agent, with what was allowed.
      await page.evaluate(() => window.mount(true));
      expect(await page.evaluate(() => {
        dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
        const { workers, contexts, tracks: opened } = (window as unknown as { living: Living }).living;
        return { workers, contexts, tracks: opened.filter(({ readyState }) => readyState === 'live').length };
      })).toEqual({ workers: 0, contexts: 0, tracks: 0 });
      await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
      await expect.poll(() => left(page), { timeout: 20_000 }).toMatchObject({ contexts: 1, tracks: 2 });
      await page.evaluate(() => window.unmount());
      await expect.poll(() => left(page), { timeout: 20_000 }).toEqual({ workers: 0, contexts: 0, tracks: 0 });
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  }, 1_200_000);
});
