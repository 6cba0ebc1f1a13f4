import '../scenes/microphone/handle.ts';
import { readFileSync } from 'node:fs';
import { openPage, serveSite } from '../tests/e2e/open-page.ts';
const site = await serveSite();
const { page, offences, close } = await openPage(site.url, {});
page.on('console', (m) => console.log('console:', m.type(), m.text().slice(0, 300)));
const R = '/work/shared/data/ravdess/audio/Actor_01/';
await page.setViewportSize({ width: 1280, height: 800 });
await page.emulateMedia({ colorScheme: 'light' });
await page.goto(`${site.url}microphone/?lang=en`);
await page.getByTestId('consent-without').waitFor();
await page.screenshot({ path: '/tmp/vp/consent.png' });
await page.getByTestId('consent-without').click();
await page.getByTestId('choose').waitFor();
await page.waitForTimeout(800);
await page.screenshot({ path: '/tmp/vp/empty-1280-en.png', fullPage: true });
await page.getByTestId('file').setInputFiles([
  { name: 'angry.opus', mimeType: 'audio/ogg', buffer: readFileSync(`${R}03-01-05-02-01-01-01.opus`) },
  { name: 'sad.opus', mimeType: 'audio/ogg', buffer: readFileSync(`${R}03-01-04-02-01-01-01.opus`) },
  { name: 'a file that has a rather long name and is no sound at all.flac', mimeType: 'audio/flac', buffer: Buffer.from('no sound') },
  { name: 'Berlin.flac', mimeType: 'audio/flac', buffer: readFileSync('/work/shared/data/emodb/audio/03a01Fa.flac') },
]);
await page.waitForFunction(() => document.querySelector('[data-testid=file-row][data-state=playing]'), undefined, { timeout: 60000 });
await page.waitForTimeout(3300);
await page.screenshot({ path: '/tmp/vp/playing-1280-en.png', fullPage: true });
await page.waitForFunction(() => [...document.querySelectorAll('[data-testid=file-row]')].every((e) => ['read', 'failed'].includes(e.getAttribute('data-state')!)), undefined, { timeout: 90000 });
await page.waitForTimeout(500);
await page.screenshot({ path: '/tmp/vp/done-1280-en.png', fullPage: true });
await page.evaluate(() => { document.querySelector<HTMLElement>('[aria-label="English"], input[value=zh]')?.click(); });
await page.waitForTimeout(800);
await page.screenshot({ path: '/tmp/vp/done-1280-zh.png', fullPage: true });
await page.evaluate(() => { document.querySelector<HTMLElement>('input[value=en]')?.click(); });
await page.emulateMedia({ colorScheme: 'dark' });
await page.setViewportSize({ width: 360, height: 780 });
await page.waitForTimeout(1200);
await page.screenshot({ path: '/tmp/vp/done-360-dark.png', fullPage: true });
console.log('scrollWidth', await page.evaluate(() => document.documentElement.scrollWidth));
await page.setViewportSize({ width: 1920, height: 1080 });
await page.waitForTimeout(1200);
await page.screenshot({ path: '/tmp/vp/done-1920-dark.png' });
console.log(await page.evaluate(() => { const m = window.attuneMicrophone!.measurements; return JSON.stringify({ hops: m.hops.length, utt: m.utterances.map((u) => [u.from, u.to, u.signals.length]), readings: m.readings.length, noise: m.hops.slice(0, 8).map((h) => h.stats?.noiseFloor) }); }));
console.log('offences', offences);
await close(); await site.close();
