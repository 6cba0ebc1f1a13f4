import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
// Brings the type of window.attuneSpeech.
import '../../scenes/speech/handle.ts';
import { parseWav } from '../../src/browser/speech/parse-wav.ts';
import { followMouth } from './follow-mouth.ts';
import { spyOnSound } from './follow-utterance.ts';
import { openPage, serveSite, type WatchedPage } from './open-page.ts';

const PATIENCE = { timeout: 60_000 };
const SENTENCE = 'I really did not think that this would work so well today.';

let site: Served;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  site = await serveSite();
  watched = await openPage(site.url);
  page = watched.page;
  await spyOnSound(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${site.url}speech/?quality=low&lang=en&valence=0.75&arousal=0.6`);
  await page.locator('[data-testid=stage][data-there=shown]').waitFor(PATIENCE);
});

afterAll(async () => {
  await watched.close();
  await site.close();
});

const silent = (): Promise<unknown> => page.waitForFunction(() => window.attuneSpeech?.view.stage === 'silent', undefined, PATIENCE);
const shown = () => page.evaluate(() => {
  const { wishes, speech, pitch } = window.attuneSpeech!.view.shown!;
  const pitches = pitch.filter((each) => each !== null).sort((a, b) => a - b);
  return { wishes, length: speech.samples.length / speech.sampleRate, rate: speech.sampleRate, samples: Array.from(speech.samples), phones: speech.phones.length, pitch: pitches[pitches.length >> 1]! };
});
const mouthNow = (): Promise<number> => page.evaluate(() => Object.values(window.attuneSpeech!.frame().mouth).reduce((sum, weight) => sum + weight, 0));
async function saved(id: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId(`save-${id}`).click()]);
  return readFileSync(await download.path());
}

/** One page for all: each test goes on from what was said in the one before it. */
describe('the speech page', () => {
  it('says what was typed, with the mouth in time with the sound', async () => {
    await page.getByTestId('sentence').fill(SENTENCE);
    const following = followMouth(page);
    await page.getByTestId('say').click();
    const { lag, correlation } = await following;
    console.log(`the mouth moves ${(lag * 1000).toFixed(0)} ms after the sound, correlation ${correlation.toFixed(2)}`);
    expect(correlation).toBeGreaterThan(0.3);
    expect(lag).toBeGreaterThanOrEqual(-0.045);
    expect(lag).toBeLessThanOrEqual(0.08);
    await silent();
  });

  it('draws it, and tells what there is at any place of it', async () => {
    const { wishes, length, phones } = await shown();
    expect(wishes).toEqual({ text: SENTENCE, valence: 0.75, arousal: 0.6, voice: 'feminine' });
    expect(length).toBeGreaterThan(2);
    expect(await page.getByTestId('phone').count()).toBeGreaterThan(phones / 2);
    expect(await page.getByTestId('shape').count()).toBeGreaterThan(10);
    const cursor = page.getByTestId('cursor');
    await cursor.focus();
    await page.keyboard.press('Home');
    expect(await mouthNow()).toBe(0);
    for (let i = 0; i < 5; i += 1) await page.keyboard.press('PageUp');
    expect(await cursor.getAttribute('aria-valuenow')).toBe('0.5');
    expect(await cursor.getAttribute('aria-valuetext')).toMatch(/^0\.50 s · phone \w+ · mouth/);
    expect(await mouthNow()).toBeGreaterThan(0.2);
  });

  it('saves the sound just as it was played, and its phones', async () => {
    const { samples, length, rate } = await shown();
    const wave = parseWav(await saved('wav'));
    expect(wave.sampleRate).toBe(rate);
    expect(wave.samples.length / wave.sampleRate).toBe(length);
    expect(wave.samples.reduce((most, sample, i) => Math.max(most, Math.abs(sample - samples[i]!)), 0)).toBeLessThan(2 ** -15);
    const rows = parse(await saved('phones'), { columns: true }) as { start_s: string; end_s: string; phone: string }[];
    expect(Number(rows.at(-1)!.end_s)).toBeCloseTo(length, 1);
    expect(rows.map(({ phone }) => phone).join(' ')).toContain('r ih l iy');
    expect(parse(await saved('visemes'), { columns: true })).toHaveLength(Math.ceil(length * 100));
  });

  it('says it anew in another tone and voice, and the picture follows', async () => {
    const happy = await shown();
    await page.getByTestId('preset-sad').click();
    await page.waitForFunction(() => window.attuneSpeech?.view.stage === 'speaking', undefined, PATIENCE);
    const sad = await shown();
    expect(sad.length).toBeGreaterThan(1.1 * happy.length);
    expect(sad.pitch).toBeLessThan(0.85 * happy.pitch);
    await page.getByTestId('play').click();
    await silent();
    // A slider makes no sound, but a new picture.
    await page.getByTestId('arousal').getByRole('slider').focus();
    await page.keyboard.press('End');
    await page.waitForFunction(() => window.attuneSpeech?.view.shown?.wishes.arousal === 1, undefined, PATIENCE);
    expect(await page.evaluate(() => window.attuneSpeech!.view.stage)).toBe('silent');
    await page.getByText('Masculine').click();
    await page.waitForFunction(() => window.attuneSpeech?.view.shown?.wishes.voice === 'masculine', undefined, PATIENCE);
  });

  it('tells that no voice speaks Chinese, shows the words, and reads nothing', async () => {
    await page.getByTestId('sentence').fill('今天天气真好，我们出去走走吧。');
    await page.getByTestId('sentence').press('Enter');
    await page.locator('[data-testid=note][data-note=unspoken]').waitFor(PATIENCE);
    expect(await page.getByTestId('note').count()).toBe(1);
    expect(await page.getByTestId('caption').innerText()).toBe('今天天气真好，我们出去走走吧。');
    expect(await page.evaluate(() => [window.attuneSpeech!.view.stage, window.attuneSpeech!.view.shown])).toEqual(['silent', null]);
  });

  it('sent nothing away', () => {
    expect(watched.offences).toEqual([]);
  });
});

describe('without graphics', () => {
  it('says so, and speaks all the same', async () => {
    const blind = await openPage(site.url, { flags: ['--disable-3d-apis'] });
    try {
      await blind.page.goto(`${site.url}speech/?quality=low&lang=en&text=Hello.`);
      await blind.page.locator('[data-testid=stage][data-there=missing]').waitFor(PATIENCE);
      await blind.page.getByTestId('say').click();
      await blind.page.waitForFunction(() => (window.attuneSpeech?.at() ?? 0) > 0.1, undefined, PATIENCE);
      expect(blind.offences).toEqual([]);
    } finally {
      await blind.close();
    }
  });
});
