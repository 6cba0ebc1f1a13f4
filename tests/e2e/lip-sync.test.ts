import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
import { followMouth } from './follow-mouth.ts';
import { spyOnSound } from './follow-utterance.ts';
import { openPage, serveSite } from './open-page.ts';

let site: Served;

beforeAll(async () => {
  site = await serveSite();
});

afterAll(() => site.close());

/** How much later than the sound the mouth may move; earlier is negative. */
const EARLIEST = -0.045;
const LATEST = 0.08;

describe('lips and sound', () => {
  it('go together on the audio clock, also in the sentence after one that was cut off', async () => {
    const { page, offences, close } = await openPage(site.url);
    try {
      await spyOnSound(page);
      await page.goto(`${site.url}playground/?quality=low`);
      await page.getByTestId('consent-without').click();
      const say = async (text: string): Promise<void> => {
        await page.getByTestId('composer').fill(text);
        await page.getByTestId('send').click();
      };
      const first = followMouth(page);
      await say('I feel lonely and sad today, because my sister moved away');
      const whole = await first;
      console.log(`a sentence: the mouth moves ${(whole.lag * 1000).toFixed(0)} ms after the sound, correlation ${whole.correlation.toFixed(2)}, ${whole.looks.toFixed(0)} looks a second`);
      expect(whole.correlation).toBeGreaterThan(0.3);
      expect(whole.lag).toBeGreaterThanOrEqual(EARLIEST);
      expect(whole.lag).toBeLessThanOrEqual(LATEST);

      await page.waitForFunction(() => window.attune?.agent.state.conversation.utterance === null, undefined, { timeout: 60_000 });
      await say('My boss shouted at me in front of everybody');
      await page.waitForFunction(() => window.attune?.frame().speaking, undefined, { timeout: 60_000 });
      await page.waitForTimeout(700);
      // A message cuts off whatever is being said.
      const cutOff = await page.evaluate(() => window.attune?.agent.state.conversation.utterance?.id ?? null);
      expect(cutOff).not.toBeNull();
      const next = followMouth(page, cutOff);
      await say('And then I cried in the bathroom for an hour');
      const after = await next;
      console.log(`after one that was cut off: ${(after.lag * 1000).toFixed(0)} ms, correlation ${after.correlation.toFixed(2)}`);
      expect(after.correlation).toBeGreaterThan(0.3);
      expect(after.lag).toBeGreaterThanOrEqual(EARLIEST);
      expect(after.lag).toBeLessThanOrEqual(LATEST);
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });
});
