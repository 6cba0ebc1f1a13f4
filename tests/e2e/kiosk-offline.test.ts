import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// Brings the type of window.attuneKiosk.
import '../../scenes/kiosk/handle.ts';
import { FACE_CROPS } from './face-crops.ts';
import { writeFilm } from './fake-camera.ts';
import { writeSpeech } from './fake-microphone.ts';
import { openPage, serveSite } from './open-page.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-kiosk-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a kiosk that was loaded once', () => {
  it('sees, hears, understands, answers aloud and is seen after a reload without its server', async () => {
    const film = join(folder, 'film.y4m');
    const sound = join(folder, 'speech.wav');
    const [crop] = FACE_CROPS;
    if (!crop) throw new Error('Expected at least one crop in face-crops.ts.');
    writeFilm(film, crop);
    await writeSpeech(sound, 'Hello there. I had a very long day, and I would like to tell you about it.', 6);
    const site = await serveSite();
    const { page, offences, close } = await openPage(site.url, { film, sound });
    try {
      await page.setViewportSize({ width: 480, height: 480 });
      await page.goto(`${site.url}kiosk/`);
      await expect.poll(() => page.evaluate(() => window.attuneKiosk?.offline.stage), { timeout: 120_000 }).toBe('ready');
      const kept = await page.evaluate(async () => {
        const requests = await Promise.all((await caches.keys()).map(async (name) => {
          const cache = await caches.open(name);
          return Promise.all((await cache.keys()).map(async (request) => (await (await cache.match(request))?.blob())?.size ?? 0));
        }));
        return { files: requests.flat().length, bytes: requests.flat().reduce((sum, each) => sum + each, 0) };
      });
      console.log(`kept for offline use: ${kept.files} files, ${(kept.bytes / 1e6).toFixed(1)} MB`);
      await site.close();
      await page.reload();
      await page.getByTestId('begin-en').click();
      await page.getByTestId('consent-both').click();
      await page.getByTestId('visit').waitFor();
      // It greets by itself, aloud.
      await expect.poll(() => page.evaluate(() => window.attuneKiosk?.agent.captions[0]?.speaker), { timeout: 120_000 }).toBe('agent');
      await page.waitForFunction(() => (window.attuneKiosk?.agent.state.conversation.utterance?.started ?? null) !== null, undefined, { timeout: 120_000 });
      await page.waitForFunction(() => Object.values(window.attuneKiosk?.frame()?.mouth ?? {}).some((weight) => typeof weight === 'number' && weight > 0.2), undefined, { timeout: 120_000 });
      const { face, heard } = await page.evaluate(async () => {
        const patience = performance.now() + 150_000;
        const seen = { face: false, heard: '' };
        while (performance.now() < patience && !(seen.face && seen.heard)) {
          await new Promise((resolve) => setTimeout(resolve, 100));
          const { state, captions } = window.attuneKiosk?.agent ?? {};
          seen.face ||= state?.signals.face?.kind === 'face' && state.signals.face.present && state.signals.face.expression !== null;
          seen.heard ||= captions?.find(({ speaker, heard: words }) => speaker === 'player' && words?.final)?.text ?? '';
        }
        return seen;
      });
      console.log(`heard offline: ${heard}`);
      expect(face).toBe(true);
      expect(heard).toMatch(/long day|tell you/i);
      await page.getByTestId('composer').fill('I passed my exam, I am so happy');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate(() => {
        const captions = window.attuneKiosk?.agent.captions ?? [];
        const asked = captions.findIndex(({ text }) => text.includes('exam'));
        return asked >= 0 && captions.slice(asked + 1).some(({ speaker }) => speaker === 'agent');
      }), { timeout: 60_000 }).toBe(true);
      expect(await page.evaluate(() => Object.keys(window.attuneKiosk?.weights() ?? {}).length)).toBeGreaterThan(0);
      expect(offences).toEqual([]);
    } finally {
      await close();
      await site.close().catch(() => undefined);
    }
  });
});
