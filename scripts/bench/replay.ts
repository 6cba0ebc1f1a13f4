import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { openPage } from '../../tests/e2e/open-page.ts';
import { ensureBrowser } from '../find-browser.ts';
import { mustRun, ROOT } from '../run.ts';
import { serve } from '../server.ts';
// Brings the type of window.attuneReplay.
import '../../scenes/replay/handle.ts';

/** How long the sample session is, in minutes, and for how long each way of moving through it is measured, in seconds. */
const MINUTES = 60;
const SECONDS = 6;
const SIZE = { width: 1280, height: 800 };
const PATIENCE = 600_000;

/** Moving through an hour at 30 faces a second with every lane shown, in the built page with a browser that renders in software. */
export async function benchReplay(): Promise<void> {
  const browser = ensureBrowser();
  if (!browser) throw new Error('Expected Chromium, Chrome or Edge for this bench, but found none. Install one, or name it in CHROME_PATH.');
  process.env.CHROME_PATH = browser;
  await mustRun('vite', ['build', '--logLevel', 'warn']);
  const site = await serve({ folders: [join(ROOT, 'build/site')], port: 0, host: '127.0.0.1' });
  const { page, browser: started, close, offences } = await openPage(site.url);
  try {
    // The names that tsx gives to functions are made by a helper that pages lack.
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.setViewportSize(SIZE);
    const begun = performance.now();
    await page.goto(`${site.url}replay/?sample=${MINUTES}&lang=en`);
    await page.waitForFunction(() => window.attuneReplay?.first === 'shown', undefined, { timeout: PATIENCE });
    const took = (performance.now() - begun) / 1000;
    const updates = await page.evaluate(() => window.attuneReplay!.updates);
    const lanes = await page.locator('[data-testid^=lane-]').count();
    // The first picture of a lane works out what the next ones use.
    await page.waitForTimeout(2000);
    const processes = await started.newBrowserCDPSession();
    const measure = async (what: string, lane: string, way: 'pan' | 'zoom' | 'still'): Promise<void> => {
      const before = await processorTime(processes);
      const times = await frames(page, lane, way, SECONDS);
      const after = await processorTime(processes);
      const each = (kind: 'renderer' | 'GPU'): string => ((1000 * (after[kind] - before[kind])) / times.length).toFixed(1);
      tell(what, times, `; processor time of a frame: page ${each('renderer')} ms, compositor ${each('GPU')} ms`);
    };
    console.log(`replay: ${MINUTES} minutes, ${updates} events, ${lanes} lanes, ${SIZE.width}x${SIZE.height}, rendered in software; made up and traced in ${took.toFixed(1)} s; ${SECONDS} s each; load of this machine ${loadavg()[0]!.toFixed(1)}`);
    // The state of things, the dimensions, and the tallest lanes: what is in sight differs.
    for (const lane of ['state', 'valence', 'emotions']) {
      await page.getByTestId(`lane-${lane}`).evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await page.waitForTimeout(500);
      await measure(`${lane} in sight, zoom in and out`, lane, 'zoom');
      await page.getByTestId('zoom-all').evaluate((button) => (button as HTMLElement).click());
      for (const [shown, notches] of [['half an hour', 4], ['two minutes', 19]] as const) {
        await frames(page, lane, 'closer', notches);
        await measure(`${lane} in sight, pan with ${shown} shown`, lane, 'pan');
        await page.getByTestId('zoom-all').evaluate((button) => (button as HTMLElement).click());
      }
    }
    await measure('baseline: its canvases filled with one colour', 'valence', 'still');
    if (offences.length > 0) throw new Error(`Expected a clean run, but there was: ${offences.join('; ')}`);
  } finally {
    await close();
    await site.close();
  }
}

function tell(what: string, times: readonly number[], more: string): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(1);
  const rate = (1000 * times.length) / times.reduce((sum, each) => sum + each, 0);
  console.log(`  ${what.padEnd(46)} ${rate.toFixed(1)} frames/s (bar 30), median frame ${at(0.5)} ms, 95th percentile ${at(0.95)} ms${more}`);
}

/** What the page and the process that puts it on the screen have taken of the processor so far, in seconds. */
async function processorTime(session: CDPSession): Promise<Record<'renderer' | 'GPU', number>> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sum = (kind: string): number => processInfo.reduce((all, { type, cpuTime }) => all + (type === kind ? cpuTime : 0), 0);
  return { renderer: sum('renderer'), GPU: sum('GPU') };
}

/**
 * Moves through the session by the events that a hand makes, one for each frame, and returns how long each frame took, in milliseconds.
 *
 * @param way `still` moves nothing, but fills every canvas in sight: what any page pays here for pictures of that size
 * @param amount for `closer` how many notches of the wheel, else how many seconds
 */
function frames(page: Page, lane: string, way: 'pan' | 'zoom' | 'closer' | 'still', amount: number): Promise<number[]> {
  return page.evaluate(([name, how, much]) => new Promise<number[]>((resolve) => {
    const canvas = document.querySelector(`[data-testid=lane-${name}] canvas`)!;
    const { left, top, width } = canvas.getBoundingClientRect();
    const [middle, y] = [left + width / 2, top + 10];
    const pointer = (type: string, x: number): void => {
      canvas.dispatchEvent(new PointerEvent(type, { pointerId: 1, pointerType: 'mouse', isPrimary: true, bubbles: true, clientX: x, clientY: y, button: type === 'pointermove' ? -1 : 0, buttons: 1 }));
    };
    const times: number[] = [];
    const begun = performance.now();
    let last = begun;
    let x = middle;
    let step = 0;
    if (how === 'pan') pointer('pointerdown', x);
    const frame = (now: number): void => {
      times.push(now - last);
      last = now;
      step += 1;
      if (how === 'closer' ? step > much : now - begun > much * 1000) {
        if (how === 'pan') pointer('pointerup', x);
        return resolve(times.slice(1));
      }
      if (how === 'pan') {
        // To and fro over a good part of the lane.
        x = middle - 0.35 * width * Math.sin(step / 20);
        pointer('pointermove', x);
      } else if (how === 'still') {
        for (const each of document.querySelectorAll('canvas')) {
          const { bottom, top: upper } = each.getBoundingClientRect();
          const context = bottom > 0 && upper < innerHeight ? each.getContext('2d') : null;
          if (context) context.fillStyle = step % 2 === 0 ? '#eee' : '#ddd';
          context?.fillRect(0, 0, each.width, each.height);
        }
      } else canvas.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, clientX: middle, clientY: y, deltaY: how === 'closer' || step % 80 < 40 ? -100 : 100 }));
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }), [lane, way, amount] as const);
}
