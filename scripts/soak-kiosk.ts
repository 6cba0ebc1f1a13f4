import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { FACE_CROPS } from '../tests/e2e/face-crops.ts';
import { writeVisits } from '../tests/e2e/fake-camera.ts';
import { writeSpeech } from '../tests/e2e/fake-microphone.ts';
// Brings the type of window.attuneKiosk.
import '../scenes/kiosk/handle.ts';
import { BROWSER_FLAGS, findBrowser } from './find-browser.ts';
import { textIn, watchHeap } from './kiosk/heap.ts';
import { slopeOf } from './kiosk/slope.ts';
import { ROOT } from './run.ts';
import { serve } from './server.ts';

/**
 * `npm run soak -- kiosk [--minutes N]`: the built kiosk before a fake camera, in real time. A visitor comes, the camera's 32 by 24 points wake
 * the screen, they talk, and walk away; so it goes on. After each visit the heap is measured; every so often the visitor is looked for in it,
 * and what grew is told apart: compiled code, or anything else.
 */

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '80' } } });
const minutes = Number(values.minutes);
if (!(minutes >= 2 && minutes <= 24 * 60)) throw new Error(`Expected --minutes to be a number from 2 to 1440, but got ${values.minutes}.`);

/** Seconds: 47 visitors in an hour. */
const FILM = { empty: 28, visitor: 48, rate: 2 } as const;
/** A bar of the kiosk: at most so much more heap an hour, in MB. */
const MOST_GROWTH = 1;
/** Models load, caches fill, and the browser compiles what runs often, a little more with each visit: growth counts after this share of the time, and twenty minutes at most. */
const WARM_UP = Math.min(20, minutes * 0.25);
/** A look into all of the heap takes seconds, so it is taken after the first visit, every so many, and the last. */
const EVERY = 8;
/** What belongs to nobody after the goodbye is gone by then, in milliseconds. */
const PATIENCE = 120_000;

const CONFIG = {
  characters: ['mira'], quality: 'low', fullScreen: false, presence: { camera: true }, operator: { pin: '2580' },
  idle: { consent: 30, ask: 30, absent: 5, grace: 5, farewell: 3 },
};

let unnoticed = 0;

const WAYS = ['both', 'neither', 'voice', 'both'] as const;

const folder = join(ROOT, 'build/soak');
mkdirSync(folder, { recursive: true });
const [film, sound] = [join(folder, 'visitors.y4m'), join(folder, 'visitor.wav')];
const [crop] = FACE_CROPS;
const executablePath = findBrowser();
if (!crop || !executablePath) throw new Error('Expected a face in tests/e2e/face-crops.ts and a Chromium, Chrome or Edge. Install one, or set CHROME_PATH.');
writeVisits(film, crop, FILM);
await writeSpeech(sound, 'Hello. I walked a long way today.', 12);

const served = await serve({ folders: [join(ROOT, 'build/site'), join(ROOT, 'build/public')], port: 0, host: '127.0.0.1' });
const browser: Browser = await chromium.launch({
  executablePath, args: [...BROWSER_FLAGS, '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`, `--use-file-for-fake-audio-capture=${sound}`],
});

const stageOf = (page: Page): Promise<string | undefined> => page.evaluate(() => window.attuneKiosk?.kiosk.stage);
const reach = (page: Page, ...stages: readonly string[]): Promise<unknown> => page.waitForFunction((wanted) => wanted.includes(window.attuneKiosk?.kiosk.stage ?? ''), stages, { timeout: PATIENCE, polling: 250 });

/** Most are noticed as they come; whoever is not, as on a machine that has no time for the camera, presses a key. */
async function wake(page: Page): Promise<void> {
  try {
    await reach(page, 'consent');
  } catch {
    const told = await page.evaluate(() => window.attuneKiosk && { ...window.attuneKiosk.kiosk, pictures: window.attuneKiosk.pictures });
    console.log(`nobody was noticed for ${PATIENCE / 1000} s: ${JSON.stringify(told)}`);
    unnoticed += 1;
    await page.keyboard.press('Enter');
    await reach(page, 'consent');
  }
}

/** Processor time of the whole browser, in seconds. */
async function processorTime(): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

const say = async (page: Page, text: string): Promise<void> => {
  // The visitor may have been taken for gone meanwhile; a soak goes on.
  if (await stageOf(page) !== 'visit') return;
  await page.getByTestId('composer').fill(text);
  await page.keyboard.press('Enter');
};

try {
  const page = await (await browser.newContext({ viewport: { width: 640, height: 480 }, permissions: ['camera', 'microphone'] })).newPage();
  let loads = 0;
  const errors: string[] = [];
  page.on('load', () => (loads += 1));
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.route(({ pathname }) => pathname === '/soak.json', (route) => route.fulfill({ json: CONFIG }));
  await page.goto(`${served.url}kiosk/?config=../soak.json&lang=en`);
  const heap = await watchHeap(page);
  const began = performance.now();
  const passed = (): number => (performance.now() - began) / 60_000;
  const sizes: [number, number][] = [];
  const left: string[] = [];
  let words: string[] = [];
  let visits = 0;
  const looks: { readonly hour: number; readonly code: number; readonly data: number }[] = [];
  const processorBefore = await processorTime();

  async function lookForVisitors(): Promise<void> {
    const { found, code, data } = await heap.look(words);
    looks.push({ hour: passed() / 60, code: code / 1e6, data: data / 1e6 });
    for (const word of found) left.push(`"${word}" in the heap after visit ${visits}`);
    console.log(`${passed().toFixed(1)} min: compiled code ${(code / 1e6).toFixed(2)} MB, all else ${(data / 1e6).toFixed(2)} MB`);
    words = words.slice(-1);
  }

  while (passed() < minutes) {
    await wake(page);
    const way = WAYS[visits % WAYS.length] ?? 'both';
    const name = `Visitor${(visits * 7919 + 104_729).toString(36)}q`;
    await page.getByTestId(`consent-${way}`).click();
    await reach(page, 'visit');
    visits += 1;
    words.push(name);
    await page.waitForTimeout(4000);
    await say(page, `My name is ${name} and I am a little sad today.`);
    await page.waitForTimeout(9000);
    await say(page, `${name} is what my sister calls me.`);
    await page.waitForTimeout(6000);
    if (visits % 4 === 0 && await stageOf(page) === 'visit') await page.getByTestId('leave').click();
    await reach(page, 'attract', 'consent');
    const text = await textIn(page);
    if (text.includes(name)) left.push(`"${name}" in the page or its storage after visit ${visits}`);
    const used = await heap.used();
    sizes.push([passed() / 60, used / 1e6]);
    console.log(`${passed().toFixed(1)} min: visit ${visits} (${way}), heap ${(used / 1e6).toFixed(2)} MB`);
    if (visits === 1 || visits % EVERY === 0) await lookForVisitors();
  }
  await reach(page, 'attract', 'consent');
  await lookForVisitors();

  const health = await page.evaluate(() => window.attuneKiosk?.health);
  const restarts = (health?.days ?? []).reduce((sum, day) => sum + day.restarts, 0) + loads - 1;
  const after = sizes.filter(([hour]) => hour * 60 >= WARM_UP);
  const { slope, error } = slopeOf(after);
  const looksAfter = looks.filter(({ hour }) => hour * 60 >= WARM_UP);
  const growthOf = (what: 'code' | 'data'): string => slopeOf(looksAfter.map((look) => [look.hour, look[what]])).slope.toFixed(2);
  const share = (await processorTime() - processorBefore) / (passed() * 60);
  console.log(`\n${visits} visits in ${passed().toFixed(1)} minutes; ${restarts} restarts; ${errors.length} errors${errors.length > 0 ? `: ${[...new Set(errors)].join('; ')}` : ''}`);
  console.log(`visitors who had to press a key, because the camera did not tell of them: ${unnoticed}`);
  console.log(`heap after ${WARM_UP.toFixed(1)} minutes: ${slope.toFixed(2)} MB/h (standard error ${error.toFixed(2)}, ${after.length} visits; bar ${MOST_GROWTH})`);
  if (looksAfter.length > 2) console.log(`of that, by ${looksAfter.length} snapshots: compiled code ${growthOf('code')} MB/h, all else ${growthOf('data')} MB/h`);
  console.log(`left of visitors: ${left.length === 0 ? 'nothing' : left.join('; ')} (page and storage after each visit, the whole heap ${looks.length} times)`);
  console.log(`processor: ${(share * 100).toFixed(0)} % of one core; problems: ${(health?.days ?? []).reduce((sum, day) => sum + day.problems, 0)}`);
  const grows = slope - 2 * error > MOST_GROWTH || (minutes >= 60 && slope > MOST_GROWTH);
  if (restarts > 0 || left.length > 0 || errors.length > 0 || grows || (minutes >= 60 && visits < 40)) process.exitCode = 1;
} finally {
  await browser.close();
  await served.close();
}
