import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
import { FACE_CROPS } from './face-crops.ts';
import { writeFilm } from './fake-camera.ts';
import { writeSpeech } from './fake-microphone.ts';
import { followUtterance, spyOnSound } from './follow-utterance.ts';
import { openPage, serveSite } from './open-page.ts';

let site: Served;
let folder: string;

beforeAll(async () => {
  site = await serveSite();
  folder = mkdtempSync(join(tmpdir(), 'attune-talk-'));
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a conversation', () => {
  it('hears speech begin and end, answers a typed sentence aloud, and stops everything', async () => {
    const film = join(folder, 'film.y4m');
    const sound = join(folder, 'speech.wav');
    const [crop] = FACE_CROPS;
    if (!crop) throw new Error('Expected at least one crop in face-crops.ts.');
    writeFilm(film, crop);
    const speech = await writeSpeech(sound, 'Hello there. I had a very long day, and I would like to tell you about it.', 5);
    const { page, offences, close } = await openPage(site.url, { film, sound });
    try {
      await spyOnSound(page);
      await page.goto(`${site.url}playground/?quality=low`);
      await page.getByTestId('consent-camera').check({ force: true });
      await page.getByTestId('consent-microphone').check({ force: true });
      await page.getByTestId('consent-continue').click();

      const heard = await page.evaluate(async () => {
        const patience = performance.now() + 120_000;
        let begins: number | null = null;
        let pitch: number | null = null;
        while (performance.now() < patience) {
          await new Promise((resolve) => setTimeout(resolve, 30));
          const state = window.attune?.agent.state;
          const since = state?.conversation.playerSpeaksSince ?? null;
          const voice = state?.signals.voice;
          if (voice?.kind === 'voice' && voice.pitch !== null) pitch = voice.pitch;
          if (begins === null) begins = since;
          else if (since === null && state) return { begins, ends: state.at, pitch };
        }
        return null;
      });
      console.log(`speech of ${(speech.ends - speech.begins).toFixed(2)} s, heard: ${JSON.stringify(heard)}`);
      expect(heard).not.toBeNull();
      expect(heard?.pitch).toBeGreaterThan(120);
      expect(heard?.pitch).toBeLessThan(280);

      // The player falls silent, and whatever the agent said about the voice ends first.
      await page.getByTestId('toggle-voice').click();
      await page.waitForFunction(() => window.attune?.agent.state.conversation.utterance === null, undefined, { timeout: 60_000 });
      // Longer than the tap remembers.
      await page.waitForTimeout(1500);
      const following = followUtterance(page);
      await page.getByTestId('composer').fill('I feel lonely and sad today');
      await page.getByTestId('send').click();
      const utterance = await following;
      console.log(`utterance: ${JSON.stringify(utterance)}`);
      expect(utterance.rms).toBeGreaterThan(0.01);
      expect(utterance.openings).toBeGreaterThan(1);
      // The mouth opened somewhere between two looks at it; the nearest moment counts.
      const [closedAt, openAt] = utterance.mouth;
      const apart = Math.max(0, closedAt - utterance.sound, utterance.sound - openAt);
      expect(apart).toBeLessThan(0.08);
      const caption = await page.getByTestId('caption').first().innerText();
      expect(caption.length).toBeGreaterThan(10);

      await page.getByTestId('toggle-voice').click();
      await expect.poll(() => page.evaluate(() => window.attune?.agent.state.senses.voice.status), { timeout: 120_000 }).toBe('live');
      expect(page.workers().length).toBeGreaterThanOrEqual(3);
      await page.getByTestId('stop').click();
      await page.waitForFunction(() => window.made?.contexts.every(({ state }) => state === 'closed'), undefined, { timeout: 30_000 });
      const left = await page.evaluate(() => ({
        tracks: window.made?.tracks.map(({ readyState }) => readyState), contexts: window.made?.contexts.map(({ state }) => state),
      }));
      expect(left.tracks?.length).toBeGreaterThanOrEqual(2);
      expect(new Set(left.tracks)).toEqual(new Set(['ended']));
      expect(new Set(left.contexts)).toEqual(new Set(['closed']));
      await expect.poll(() => page.workers().length, { timeout: 30_000 }).toBe(0);
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });

  it('goes on in writing when camera and microphone are denied', async () => {
    const { page, offences, close } = await openPage(site.url, { grant: false });
    try {
      await page.goto(`${site.url}playground/?quality=low`);
      await page.getByTestId('consent-camera').check({ force: true });
      await page.getByTestId('consent-microphone').check({ force: true });
      await page.getByTestId('consent-continue').click();
      await page.getByTestId('problem').first().waitFor({ timeout: 60_000 });
      await expect.poll(() => page.evaluate(() => [window.attune?.agent.state.senses.face.status, window.attune?.agent.state.senses.voice.status]), { timeout: 60_000 })
        .toEqual(['refused', 'refused']);
      await page.getByTestId('composer').fill('hello');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate(() => window.attune?.agent.captions.map(({ speaker }) => speaker)), { timeout: 60_000 }).toEqual(['player', 'agent']);
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });

  it('answers in Chinese in writing, without a Chinese voice', async () => {
    const { page, offences, close } = await openPage(site.url);
    try {
      await page.goto(`${site.url}playground/?quality=low&lang=zh`);
      await page.getByTestId('consent-without').click();
      await page.getByTestId('composer').fill('我今天很难过');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate(() => window.attune?.agent.captions.at(-1)), { timeout: 60_000 }).toMatchObject({ speaker: 'agent', text: expect.stringMatching(/\p{Script=Han}/u) });
      // Debian's Chromium has no Chinese voice: one clear notice, and the captions go on.
      const notes = page.locator('[data-testid=problem][data-code=voice-missing]');
      await notes.waitFor({ timeout: 60_000 });
      expect(await notes.innerText()).toContain('没有会说这种语言的声音');
      await page.getByTestId('composer').fill('我也很累');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate(() => window.attune?.agent.captions.filter(({ speaker }) => speaker === 'agent').length), { timeout: 60_000 }).toBeGreaterThanOrEqual(2);
      expect(await notes.count()).toBe(1);
      expect(await page.evaluate(() => document.documentElement.lang)).toMatch(/^zh/);
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });

  it('joins face and voice by the net, or as the player chooses', async () => {
    const { page, offences, close } = await openPage(site.url);
    try {
      await page.goto(`${site.url}playground/?quality=low`);
      await page.getByTestId('consent-without').click();
      const choice = () => page.evaluate(() => window.attune?.agent.state.fusion);
      await expect.poll(choice, { timeout: 60_000 }).toEqual({ method: 'auto', net: expect.stringMatching(/^fusion-[0-9a-f]{8}$/) });
      await page.getByTestId('composer').fill('I am so happy today');
      await page.keyboard.press('Enter');
      await page.getByTestId('drawer-open').click();
      await page.getByTestId('tab-state').click();
      await expect.poll(() => page.getByTestId('fused-by').innerText(), { timeout: 60_000 }).toMatch(/do not both tell/);
      await page.getByTestId('tab-settings').click();
      await page.getByTestId('fusion').click();
      await page.getByRole('option', { name: 'By weights', exact: true }).click();
      await expect.poll(choice).toMatchObject({ method: 'weighted' });
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });
});
