import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import '../../scenes/game-three/handle.ts';
import { ROOT } from '../../scripts/run.ts';
import type { Served } from '../../scripts/server.ts';
import type { Signal } from '../../src/core/index.ts';
import { fakeFace, fakeVoice } from '../../src/testing/index.ts';
import { openPage, serveSite } from './open-page.ts';
import { playFirefliesUntil } from './play-fireflies.ts';

const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

let site: Served;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

/** What axe finds serious or critical. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    interface Violation { readonly id: string; readonly impact: string; readonly nodes: readonly { readonly failureSummary: string }[] }
    const { violations: all } = await (window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe.run();
    return all.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.failureSummary}`);
  });
}

/** Lets the agent observe the same again and again, ten times a second, as a camera or a microphone would tell it. */
function observeAlways(page: Page, signals: readonly Signal[]): Promise<void> {
  return page.evaluate((always) => {
    const holder = window as unknown as { observing?: ReturnType<typeof setInterval> };
    clearInterval(holder.observing);
    holder.observing = setInterval(() => {
      const { agent } = window.attuneGame!;
      for (const signal of always) agent.dispatch({ type: 'signal', at: agent.state.at, signal: { ...signal, at: agent.state.at } });
    }, 100);
  }, signals);
}

const difficulty = (page: Page): Promise<number> => page.evaluate(() => window.attuneGame!.difficulty);

async function openGame(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 480, height: 320 });
  await page.goto(`${site.url}game-three/?quality=low&lang=en`);
  await page.waitForFunction(() => window.attuneGame, undefined, { timeout: 120_000 });
}

describe('Pip’s fireflies', () => {
  it('is played by keys alone, and becomes faster for a bored player and slower for an angry one', async () => {
    const { page, offences, close } = await openPage(site.url);
    try {
      await openGame(page);
      expect(await violations(page)).toEqual([]);
      const start = await difficulty(page);
      await page.getByTestId('consent-without').focus();
      await page.keyboard.press('Enter');

      await observeAlways(page, [fakeFace(0)]);
      await playFirefliesUntil(page, () => window.attuneGame!.night.caught >= 4);
      expect(await page.getByTestId('figures').textContent()).toMatch(/[4-9] of 10 lights/);

      // A flat, quiet voice and a face that nothing moves, while nothing is missed.
      await observeAlways(page, [fakeFace(0, { eyeOpen: -0.3 }), fakeVoice(0, { loudness: -44, pitch: 130, pitchRange: 1.2 })]);
      await playFirefliesUntil(page, () => window.attuneGame!.mood.boredom > 0.3 && window.attuneGame!.difficulty > 0.42);
      const fast = await difficulty(page);
      expect(fast).toBeGreaterThan(start + 0.05);

      await observeAlways(page, [fakeFace(0, { browLower: 0.9, smile: -0.4, eyeOpen: 0.2 })]);
      await playFirefliesUntil(page, () => window.attuneGame!.mood.frustration > 0.4);
      const turned = await difficulty(page);
      await page.waitForFunction((from) => window.attuneGame!.playing ? window.attuneGame!.difficulty < from - 0.05 : document.querySelector<HTMLButtonElement>('#go-on')?.click(), turned, { timeout: 120_000 });
      expect(await page.evaluate(() => window.attuneGame!.agent.state.affect.category)).toBe('anger');
      await expect.poll(() => page.getByTestId('figures').textContent()).toContain('slower, as it seems hard');
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });

  it('pauses, talks, and answers what happens in it, with no camera or microphone', async () => {
    const { page, offences, close } = await openPage(site.url);
    try {
      await page.addInitScript(() => {
        const holder = window as unknown as { captures: number };
        holder.captures = 0;
        navigator.mediaDevices.getUserMedia = () => {
          holder.captures += 1;
          return Promise.reject(new DOMException('none here', 'NotAllowedError'));
        };
      });
      await openGame(page);
      await page.evaluate(() => {
        const holder = window as unknown as { reasons: string[] };
        holder.reasons = [];
        window.attuneGame!.agent.on('plan', (plan) => holder.reasons.push(...plan.reasons));
      });
      await page.getByTestId('consent-without').click();
      await page.keyboard.press('KeyP');
      await page.getByTestId('go-on').waitFor();
      expect(await violations(page)).toEqual([]);
      const paused = await page.evaluate(() => window.attuneGame!.night);
      await page.waitForTimeout(800);
      expect(await page.evaluate(() => window.attuneGame!.night)).toEqual(paused);
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => window.attuneGame!.playing);

      // The night waits while one writes, and the letter P belongs to the text.
      await page.getByTestId('say').fill('Hello Pip!');
      await page.getByTestId('say').press('p');
      const waiting = await page.evaluate(() => window.attuneGame!.night);
      await page.waitForTimeout(500);
      expect(await page.evaluate(() => [window.attuneGame!.playing, window.attuneGame!.night])).toEqual([true, waiting]);
      await page.getByTestId('say').press('Enter');
      await expect.poll(() => page.getByTestId('caption').textContent(), { timeout: 60_000 }).toMatch(/^Pip: /);

      // Nobody moves, so the night is lost, and Pip has something to say about that.
      await page.mouse.move(5, 200);
      await page.waitForFunction(() => window.attuneGame!.night.stage === 'lost', undefined, { timeout: 240_000 });
      await expect.poll(() => page.evaluate(() => (window as unknown as { reasons: string[] }).reasons), { timeout: 30_000 }).toContain('lost');
      expect(await page.getByTestId('between').textContent()).toContain('Try this night again');
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => (window as unknown as { captures: number }).captures)).toBe(0);
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });

  it('opens the camera only where it was allowed, and closes it on request', async () => {
    const { page, offences, close } = await openPage(site.url);
    try {
      await openGame(page);
      await page.getByTestId('consent-camera').check();
      expect(await page.evaluate(() => window.attuneGame!.agent.state.senses.face.status)).toBe('off');
      await page.getByTestId('consent-continue').click();
      await page.waitForFunction(() => window.attuneGame!.agent.state.senses.face.status === 'live', undefined, { timeout: 120_000 });
      expect(await page.evaluate(() => window.attuneGame!.agent.state.senses.voice.status)).toBe('off');
      await page.getByTestId('pause').click();
      expect(await page.getByTestId('allow-camera').isChecked()).toBe(true);
      await page.getByTestId('allow-camera').uncheck();
      await page.waitForFunction(() => window.attuneGame!.agent.state.senses.face.status === 'off', undefined, { timeout: 60_000 });
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });
});
