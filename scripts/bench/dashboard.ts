import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { CDPSession, Page } from 'playwright-core';
import { createChanges } from '../../src/cli/dashboard/changes.ts';
import { startDashboard } from '../../src/cli/dashboard/start-dashboard.ts';
import { createStoreView, ENTITIES_FACT, openMonitorStore } from '../../src/monitor/index.ts';
import { findAlerts } from '../../src/monitor/view/index.ts';
import { openPage } from '../../tests/e2e/open-page.ts';
import { ensureBrowser } from '../find-browser.ts';
import { mustRun } from '../run.ts';
// Brings the type of window.attuneMonitor.
import '../../scenes/monitor/handle.ts';

const ENTITIES = ['alder', 'birch', 'cedar', 'dogwood'] as const;
const MINUTES = 365 * 24 * 60;
const BEGIN = Date.UTC(2025, 0, 1);
const SECONDS = 6;
const OPENINGS = 5;
const SIZE = { width: 1280, height: 800 };

/** The page of the monitor over a year in which something was said in every minute of each of four entities: how soon it is there, and how it moves. Rendered in software. */
export async function benchDashboard(): Promise<void> {
  const browser = ensureBrowser();
  if (!browser) throw new Error('Expected Chromium, Chrome or Edge for this bench, but found none. Install one, or name it in CHROME_PATH.');
  process.env.CHROME_PATH = browser;
  await mustRun('vite', ['build', '--logLevel', 'warn']);
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'));
  const file = join(folder, 'monitor.duckdb');
  await fill(file);
  const store = await openMonitorStore(file, { readOnly: true });
  const view = createStoreView(store, false);
  const server = await startDashboard({ view, changes: createChanges(), host: '127.0.0.1', port: 0, assets: null });
  const origin = new URL(server.url).origin;
  const { page, browser: started, close, offences } = await openPage(origin);
  try {
    // The names that tsx gives to functions are made by a helper that pages lack.
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.setViewportSize(SIZE);
    console.log(`dashboard: ${ENTITIES.length} entities, ${MINUTES} minutes each, ${(await view.alerts()).length} alerts, ${SIZE.width}x${SIZE.height}, rendered in software; load of this machine ${loadavg()[0]!.toFixed(1)}`);
    const [asked, cost]: [number[], number[]] = [[], []];
    for (let i = 0; i < OPENINGS; i += 1) {
      const [begun, used] = [performance.now(), process.cpuUsage()];
      await view.series(ENTITIES, BEGIN, BEGIN + MINUTES * 60_000, 1500, { sources: [], topics: [], words: '' });
      asked.push(performance.now() - begun);
      const { user, system } = process.cpuUsage(used);
      cost.push((user + system) / 1000);
    }
    tell('the store tells a year in 1,460 stretches', asked, 'ms');
    tell('  processor time of that', cost, 'ms');
    const processes = await started.newBrowserCDPSession();
    const opened: number[] = [];
    const unopened = await processorTime(processes);
    for (let i = 0; i < OPENINGS; i += 1) opened.push(await openingOf(page, server.url));
    const done = await processorTime(processes);
    tell('opening until all charts are drawn (bar 2000)', opened, 'ms', `; processor time of an opening: page ${((1000 * (done.renderer - unopened.renderer)) / OPENINGS).toFixed(0)} ms, compositor ${((1000 * (done.GPU - unopened.GPU)) / OPENINGS).toFixed(0)} ms`);
    for (const [what, way] of [['zoom in and out', 'zoom'], ['pan with a month shown', 'pan'], ['baseline: its canvases filled with one colour', 'still']] as const) {
      const before = await processorTime(processes);
      const { times, long } = await frames(page, way, SECONDS);
      const after = await processorTime(processes);
      const ofFrame = (kind: 'renderer' | 'GPU'): string => ((1000 * (after[kind] - before[kind])) / times.length).toFixed(1);
      tell(what, times, 'ms a frame', `; ${(1000 * times.length / times.reduce((sum, each) => sum + each, 0)).toFixed(1)} frames/s (bar 30); ${long.length} tasks over 50 ms on the main thread, the longest ${Math.max(0, ...long).toFixed(0)} ms; processor time of a frame: page ${ofFrame('renderer')} ms, compositor ${ofFrame('GPU')} ms`);
    }
    if (offences.length > 0) throw new Error(`Expected a clean run, but there was: ${offences.join('; ')}`);
  } finally {
    await close();
    await server.close();
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

/** A mention or more in each minute, whose numbers follow from the minute. */
async function fill(file: string): Promise<void> {
  const empty = await openMonitorStore(file);
  await empty.setFact(ENTITIES_FACT, JSON.stringify(ENTITIES.map((id) => ({ id, name: id, aliases: [], tickers: [] }))));
  await empty.close();
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run(`insert into buckets
    with told as (
      select entity, ${BEGIN / 60_000} + minute as minute, 1 + hash(entity, minute) % 6 as volume, 0.1 + 0.5 * sin(minute / 40000.0) * (hash(minute, entity) % 1000) / 1000.0 as mean
      from (select unnest([${ENTITIES.map((id) => `'${id}'`).join(', ')}]) as entity), range(${MINUTES}) minutes(minute)
    ) select entity, minute, volume, volume, volume * mean, volume * (mean * mean + 0.1), 0, 0, 0, 0 from told`);
  connection.closeSync();
  instance.closeSync();
  const store = await openMonitorStore(file);
  const to = BEGIN + MINUTES * 60_000;
  for (const entity of ENTITIES) await store.setAlerts(entity, findAlerts(entity, await store.series(entity, BEGIN, to, 60), to));
  await store.close();
}

/** From the request of the page to the first picture with all charts in it, in milliseconds on the page's own clock. */
async function openingOf(page: Page, url: string): Promise<number> {
  await page.goto(url);
  return page.evaluate((count) => new Promise<number>((resolve) => {
    const look = (): void => {
      const drawn = document.querySelectorAll('[data-testid^=plot-] canvas').length;
      if (drawn === count && (window.attuneMonitor?.state.series.size ?? 0) === count) requestAnimationFrame(() => requestAnimationFrame((now) => resolve(now)));
      else requestAnimationFrame(look);
    };
    look();
  }), ENTITIES.length);
}

/** What the page and the process that puts it on the screen have taken of the processor so far, in seconds. */
async function processorTime(session: CDPSession): Promise<Record<'renderer' | 'GPU', number>> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sum = (kind: string): number => processInfo.reduce((all, { type, cpuTime }) => all + (type === kind ? cpuTime : 0), 0);
  return { renderer: sum('renderer'), GPU: sum('GPU') };
}

/**
 * Moves through the year by the events that a hand makes, one for each frame.
 *
 * @param way `still` moves nothing, but fills every canvas in sight: what any page pays here for pictures of that size
 * @returns how long each frame took, and each task over 50 ms, in milliseconds
 */
function frames(page: Page, way: 'zoom' | 'pan' | 'still', seconds: number): Promise<{ times: number[]; long: number[] }> {
  return page.evaluate(([how, much]) => new Promise<{ times: number[]; long: number[] }>((resolve) => {
    const chart = document.querySelector('[data-testid^=plot-]')!;
    const { left, top, width } = chart.getBoundingClientRect();
    const [middle, y] = [left + width / 2, top + 20];
    const long: number[] = [];
    const watch = new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => long.push(duration)));
    watch.observe({ type: 'longtask' });
    const pointer = (type: string, x: number): void => {
      chart.dispatchEvent(new PointerEvent(type, { pointerId: 1, pointerType: 'mouse', isPrimary: true, bubbles: true, clientX: x, clientY: y, button: type === 'pointermove' ? -1 : 0, buttons: 1 }));
    };
    const wheel = (deltaY: number): void => void chart.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, clientX: middle, clientY: y, deltaY }));
    if (how === 'pan') for (let i = 0; i < 14; i += 1) wheel(-100);
    const times: number[] = [];
    const begun = performance.now();
    let last = begun;
    let step = 0;
    if (how === 'pan') pointer('pointerdown', middle);
    const frame = (now: number): void => {
      times.push(now - last);
      last = now;
      step += 1;
      if (now - begun > much * 1000) {
        if (how === 'pan') pointer('pointercancel', middle);
        watch.disconnect();
        return resolve({ times: times.slice(1), long });
      }
      if (how === 'pan') pointer('pointermove', middle - 0.35 * width * Math.sin(step / 20));
      if (how === 'still') {
        for (const canvas of document.querySelectorAll('canvas')) {
          const { bottom, top: upper } = canvas.getBoundingClientRect();
          const context = bottom > 0 && upper < innerHeight ? canvas.getContext('2d') : null;
          if (context) context.fillStyle = step % 2 === 0 ? '#eee' : '#ddd';
          context?.fillRect(0, 0, canvas.width, canvas.height);
        }
      }
      if (how === 'zoom') wheel(step % 60 < 30 ? -100 : 100);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }), [way, seconds] as const);
}

function tell(what: string, values: readonly number[], unit: string, more = ''): void {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): string => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(1);
  console.log(`  ${what.padEnd(46)} median ${at(0.5)}, 95th percentile ${at(0.95)} ${unit}${more}`);
}
