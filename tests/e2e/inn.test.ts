import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
// Brings the type of window.attuneInn.
import '../../scenes/game-react/handle.ts';
import { expectNone } from './axe.ts';
import { openPage, serveSite } from './open-page.ts';

let site: Served;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

type Person = 'emil' | 'mira';

const PATIENCE = { timeout: 60_000 };
const evening = (page: Page) => page.evaluate(() => window.attuneInn?.evening);
const saidBy = (page: Page, person: Person): Promise<string[]> => page.evaluate((who) => (window.attuneInn?.people[who]?.captions ?? []).filter(({ speaker }) => speaker === 'agent').map(({ text }) => text), person);

async function goIn(page: Page, query: string): Promise<void> {
  await page.goto(`${site.url}game-react/?quality=low&${query}`);
  await page.getByTestId('consent-without').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('choices').waitFor({ timeout: 120_000 });
}

/** Turns to somebody and says something by keys alone, and waits for the answer. */
async function say(page: Page, choice: string): Promise<void> {
  const person = choice.startsWith('emil') ? 'emil' : 'mira';
  await page.keyboard.press(person === 'emil' ? 'ArrowLeft' : 'ArrowRight');
  await page.getByTestId(choice).waitFor(PATIENCE);
  const offered = await page.getByTestId('choices').getByRole('button').evaluateAll((buttons) => buttons.map((button) => (button as HTMLElement).dataset['testid']));
  const before = (await saidBy(page, person)).length;
  await page.keyboard.press(String(offered.indexOf(choice) + 1));
  await expect.poll(async () => (await saidBy(page, person)).length, PATIENCE).toBeGreaterThan(before);
}

/** How many speak at once, at the most, from now on. */
const watchFloor = (page: Page): Promise<void> => page.evaluate(() => {
  const most = { speaking: 0 };
  Object.assign(window, { most });
  setInterval(() => {
    const people = Object.values(window.attuneInn?.people ?? {});
    most.speaking = Math.max(most.speaking, people.filter(({ state }) => state.conversation.utterance?.started != null).length);
  }, 20);
});

describe('an evening at the inn', () => {
  it('is played to its good end by the keyboard alone, without any sense', async () => {
    const { page, offences, close } = await openPage(site.url, { grant: false });
    try {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await goIn(page, 'lang=en');
      await watchFloor(page);
      await expectNone(page);
      await say(page, 'emil-greet');
      await say(page, 'emil-box');
      await say(page, 'mira-greet');
      // Words of one's own come to the same as what could be chosen.
      await page.getByTestId('write').focus();
      await page.keyboard.type('You must be tired. How was the road?');
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await evening(page))?.said, PATIENCE).toContain('mira-road');
      await expect.poll(async () => (await saidBy(page, 'mira')).at(-1), PATIENCE).toMatch(/nine weeks/i);
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await say(page, 'mira-spring');
      const dear = Number((await page.getByTestId('price').innerText()).match(/\d+/)?.[0]);
      await say(page, 'mira-reason');
      const cheap = Number((await page.getByTestId('price').innerText()).match(/\d+/)?.[0]);
      expect(cheap).toBeLessThan(dear);
      await say(page, 'emil-work');
      expect(await page.getByTestId('coins').innerText()).toContain('16');
      await say(page, 'mira-buy');
      await expectNone(page);
      await say(page, 'emil-give');
      await page.getByTestId('ending').waitFor({ timeout: 120_000 });
      expect(await page.getByTestId('ending').getAttribute('data-ending')).toBe('played');
      // Both have seen it, and said so one after the other.
      expect((await saidBy(page, 'emil')).at(-1)).toMatch(/every note/);
      expect((await saidBy(page, 'mira')).at(-1)).toMatch(/how it sounds/);
      expect(await page.evaluate(() => (window as unknown as { most: { speaking: number } }).most.speaking)).toBe(1);
      await expectNone(page);
      await page.getByTestId('again').focus();
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await evening(page))?.coins, PATIENCE).toBe(12);
      await page.getByTestId('leave').click();
      await page.getByTestId('consent-continue').waitFor();
      expect(await page.evaluate(() => window.attuneInn)).toBeUndefined();
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });

  it('goes wrong with hard words, and the innkeeper consoles; in Chinese on a phone', async () => {
    const { page, offences, close } = await openPage(site.url, { grant: false });
    try {
      await page.setViewportSize({ width: 360, height: 780 });
      await page.emulateMedia({ colorScheme: 'dark' });
      await goIn(page, 'lang=zh');
      await say(page, 'emil-box');
      await say(page, 'mira-spring');
      await expectNone(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      const before = (await saidBy(page, 'emil')).length;
      for (let time = 0; time < 3; time += 1) await say(page, 'mira-press');
      expect((await evening(page))?.closed).toBe('closed');
      await expect.poll(async () => (await saidBy(page, 'emil')).length, { timeout: 120_000 }).toBeGreaterThan(before);
      expect((await saidBy(page, 'emil')).at(-1)).toContain('别往心里去');
      await say(page, 'mira-sorry');
      expect((await evening(page))?.closed).toBe('open');
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });
});
