import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
// Brings the type of window.attuneMicrophone.
import '../../scenes/microphone/handle.ts';
import { dropFile } from './drop-file.ts';
import { writeSpeech } from './fake-microphone.ts';
import { openPage, serveSite, type WatchedPage } from './open-page.ts';

const PATIENCE = { timeout: 60_000 };
const folder = mkdtempSync(join(tmpdir(), 'attune-microphone-'));
const sound = join(folder, 'hello.wav');

let site: Served;
let watched: WatchedPage;
let page: Page;
let speech: { begins: number; ends: number };

beforeAll(async () => {
  speech = await writeSpeech(sound, 'I really did not think that this would work so well today.', 1);
  site = await serveSite();
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

const measured = () => page.evaluate(() => {
  const { hops, readings, utterances } = window.attuneMicrophone!.measurements;
  const pitches = hops.flatMap(({ stats }) => stats?.pitch ?? []).sort((a, b) => a - b);
  return {
    hops: hops.length, readings: readings.length, utterances: utterances.length,
    spoken: utterances.reduce((sum, { from, to }) => sum + (to ?? from) - from, 0), pitch: pitches[Math.floor(pitches.length / 2)] ?? 0,
  };
});

/** How many points of the pitch chart have the colour of its line, or nearly. */
const drawnPitch = (): Promise<number> => page.getByTestId('attune-pitch').locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
  const [red = 0, green = 0, blue = 0] = [0xa8, 0x6f, 0x00];
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  let drawn = 0;
  for (let i = 0; i < data.length; i += 4) {
    const distance = Math.abs(data[i]! - red) + Math.abs(data[i + 1]! - green) + Math.abs(data[i + 2]! - blue);
    if (data[i + 3]! > 200 && distance < 40) drawn += 1;
  }
  return drawn;
});

/** One page for all: each test goes on from where the one before it left what was measured. */
describe('the microphone page without a microphone', () => {
  beforeAll(async () => {
    watched = await openPage(site.url);
    page = watched.page;
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${site.url}microphone/?lang=en`);
    await page.getByTestId('consent-without').click();
    await page.getByTestId('choose').waitFor();
  });
  afterAll(() => watched.close());

  it('finds the speech in a dropped file, and draws its pitch', async () => {
    expect(await page.getByTestId('export').isDisabled()).toBe(true);
    expect(await drawnPitch()).toBe(0);
    await dropFile(page, 'hello.wav', readFileSync(sound));
    await expect.poll(() => page.getByTestId('file-row').getAttribute('data-state'), PATIENCE).toBe('read');
    const { spoken, pitch, readings } = await measured();
    expect(spoken).toBeGreaterThan(0.7 * (speech.ends - speech.begins));
    expect(spoken).toBeLessThan(1.2 * (speech.ends - speech.begins));
    // It was synthesised around 190 Hz.
    expect(pitch).toBeGreaterThan(150);
    expect(pitch).toBeLessThan(240);
    expect(readings).toBeGreaterThan(4);
    await expect.poll(drawnPitch, PATIENCE).toBeGreaterThan(30);
    expect(await page.getByTestId('heard').getAttribute('data-heard')).toBe('nothing');
    expect(await page.getByTestId('utterance').innerText()).toContain('Hz');
  });

  it('exports a row for each signal, in figures only', async () => {
    const download = page.waitForEvent('download');
    await page.getByTestId('export').click();
    const rows = parse(readFileSync(await (await download).path(), 'utf8'), { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength((await measured()).readings);
    const speaking = rows.filter((row) => row['speaking'] === '1');
    expect(speaking.length).toBeGreaterThan(3);
    for (const row of speaking) {
      expect(row['source']).toBe('hello.wav');
      expect(Number(row['level_db'])).toBeLessThan(0);
      expect(Number(row['arousal_variance'])).toBeGreaterThan(0);
      expect(['neutral', 'happiness', 'surprise', 'sadness', 'anger', 'disgust', 'fear', 'contempt'].reduce((sum, emotion) => sum + Number(row[emotion]), 0)).toBeCloseTo(1, 2);
    }
    const { source: _, ...figures } = rows[0]!;
    for (const cell of Object.values(figures)) expect(cell).toMatch(/^(-?\d+(\.\d+)?)?$/);
  });

  it('names a file that is no sound', async () => {
    await dropFile(page, 'notes.flac', Buffer.from('just some notes'));
    const row = page.locator('[data-testid=file-row][data-state=failed]');
    await row.waitFor(PATIENCE);
    expect(await row.getByRole('alert').innerText()).toContain('notes.flac');
  });

  it('forgets everything on request', async () => {
    await page.getByTestId('delete').click();
    await expect.poll(measured, PATIENCE).toEqual({ hops: 0, readings: 0, utterances: 0, spoken: 0, pitch: 0 });
    await expect.poll(() => page.getByTestId('file-row').count()).toBe(0);
    await expect.poll(() => page.getByTestId('export').isDisabled()).toBe(true);
    await expect.poll(drawnPitch, PATIENCE).toBe(0);
    expect(watched.offences).toEqual([]);
  });
});

describe('the microphone page with a microphone', () => {
  it('asks first, says that it listens, and lets go of the microphone at one tap', async () => {
    watched = await openPage(site.url, { sound });
    page = watched.page;
    try {
      await page.addInitScript(() => {
        const media = navigator.mediaDevices;
        const open = media.getUserMedia.bind(media);
        const opened: MediaStreamTrack[] = [];
        media.getUserMedia = async (constraints) => {
          const stream = await open(constraints);
          opened.push(...stream.getTracks());
          return stream;
        };
        Object.assign(window, { opened });
      });
      const tracks = (): Promise<string[]> => page.evaluate(() => (window as unknown as { opened: MediaStreamTrack[] }).opened.map(({ readyState }) => readyState));
      await page.goto(`${site.url}microphone/?lang=en`);
      await page.getByTestId('consent-microphone').check({ force: true });
      expect(await tracks()).toEqual([]);
      await page.getByTestId('consent-continue').click();
      await expect.poll(async () => (await measured()).utterances, PATIENCE).toBeGreaterThan(0);
      expect(await page.getByTestId('heard').innerText()).toBe('Microphone on');
      expect(await tracks()).toEqual(['live']);
      await page.getByTestId('stop').click();
      await expect.poll(tracks, PATIENCE).toEqual(['ended']);
      await expect.poll(() => page.getByTestId('heard').getAttribute('data-heard')).toBe('nothing');
      expect((await measured()).hops).toBeGreaterThan(0);
      expect(watched.offences).toEqual([]);
    } finally {
      await watched.close();
    }
  });
});
