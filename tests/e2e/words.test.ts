import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
// Bring the types of window.attune and window.attuneMicrophone.
import '../../scenes/microphone/handle.ts';
import '../../scenes/playground/handle.ts';
import { writeSpeech } from './fake-microphone.ts';
import { openPage, serveSite } from './open-page.ts';

const PATIENCE = { timeout: 120_000 };
const SAID = 'My grandmother is ill, and I feel very sad today.';
const folder = mkdtempSync(join(tmpdir(), 'attune-words-'));
const sound = join(folder, 'speech.wav');
let site: Served;

beforeAll(async () => {
  await writeSpeech(sound, SAID, 4);
  site = await serveSite();
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Begins in a page whose microphone says the sentence again and again. */
async function listen(page: Page, path: string): Promise<void> {
  await page.goto(`${site.url}${path}`);
  await page.getByTestId('consent-microphone').check({ force: true });
  await page.getByTestId('consent-continue').click();
}

/** How many of the words that were said are in the text. */
const right = (text: string): number => {
  const heard = new Set(text.toLowerCase().match(/[a-z]+/g));
  const said = SAID.toLowerCase().match(/[a-z]+/g)!;
  return said.filter((word) => heard.has(word)).length / said.length;
};

describe('spoken words', () => {
  it('are shown while they are said, answered when they are over, and can be put right by typing', async () => {
    const { page, offences, close } = await openPage(site.url, { sound });
    try {
      const fetched: string[] = [];
      page.context().on('request', (request) => fetched.push(request.url()));
      await page.goto(`${site.url}playground/?quality=low&lang=en`);
      await page.getByTestId('consent-microphone').check({ force: true });
      expect(fetched.filter((url) => url.includes('/hearing/'))).toEqual([]);
      await page.getByTestId('consent-continue').click();
      // Guesses are shown, and some of them are words that were said.
      await page.waitForFunction(() => window.attune?.agent.captions.some(({ heard, text }) => heard?.final === false && /grandmother|ill|feel|sad/i.test(text)), undefined, PATIENCE);
      await page.getByTestId('heard').first().waitFor(PATIENCE);
      const heard = await page.evaluate(() => window.attune!.agent.captions.find(({ heard: how }) => how?.final)!);
      console.log(`heard: ${heard.text} (${heard.heard?.confidence.toFixed(2)})`);
      expect(right(heard.text)).toBeGreaterThanOrEqual(0.7);
      expect(heard.heard?.confidence).toBeGreaterThan(0.4);
      await page.waitForFunction(() => window.attune?.agent.captions.some(({ speaker }) => speaker === 'agent'), undefined, PATIENCE);
      // The agent may have begun to speak of itself before the words were read.
      await expect.poll(() => page.evaluate(() => window.attune!.agent.state.signals.text), PATIENCE).toMatchObject({ kind: 'text', source: 'moonshine', language: 'en' });

      // With the microphone off nothing more comes, and what was heard stays to be corrected.
      await page.getByTestId('toggle-voice').click();
      await expect.poll(() => page.evaluate(() => window.attune?.agent.state.senses.voice.status), PATIENCE).toBe('off');
      expect(await page.evaluate(() => window.attune!.agent.captions.filter(({ heard: how }) => how?.final === false))).toEqual([]);
      await page.waitForFunction(() => window.attune?.agent.state.conversation.utterance === null, undefined, PATIENCE);
      const last = page.getByTestId('heard').last();
      await last.click();
      const id = await page.evaluate(() => window.attune!.agent.captions.findLast(({ heard: how }) => how?.final)!.id);
      expect(await page.getByTestId('composer').inputValue()).toBe(await page.evaluate((each) => window.attune!.agent.captions.find((caption) => caption.id === each)!.text, id));
      await page.getByTestId('composer').fill('My grandmother is here');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate((each) => window.attune!.agent.captions.find((caption) => caption.id === each), id), PATIENCE).toMatchObject({ text: 'My grandmother is here', heard: null });
      expect(await page.getByTestId('composer').inputValue()).toBe('');
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });

  it('stand on the microphone page, with how sure they are, until they are switched off', async () => {
    const { page, offences, close } = await openPage(site.url, { sound });
    try {
      await listen(page, 'microphone/?lang=en');
      await page.locator('[data-testid=spoken][data-final=true]').first().waitFor(PATIENCE);
      const line = await page.locator('[data-testid=spoken][data-final=true]').first().innerText();
      expect(right(line)).toBeGreaterThanOrEqual(0.7);
      expect(line).toMatch(/\d+ ?%/);
      await page.getByTestId('words-on').uncheck({ force: true });
      await expect.poll(() => page.workers().filter((worker) => worker.url().includes('hearing')).length, PATIENCE).toBe(0);
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });
});
