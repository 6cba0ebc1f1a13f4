import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
import { openPage, serveSite } from './open-page.ts';

let site: Served;

beforeAll(async () => {
  site = await serveSite();
});

afterAll(() => site.close());

/** Says something and waits until the agent has begun to answer. */
async function say(page: Page, text: string): Promise<void> {
  const said = await page.evaluate(() => window.attune?.agent.captions.length ?? 0);
  await page.getByTestId('composer').fill(text);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => window.attune?.agent.captions.length ?? 0), { timeout: 60_000 }).toBeGreaterThanOrEqual(said + 2);
}

/** As servers that speak OpenAI's API stream an answer. */
const stream = (text: string): string => [
  `data: ${JSON.stringify({ id: '1', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta: { role: 'assistant', content: text }, finish_reason: null }] })}`,
  `data: ${JSON.stringify({ id: '1', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] })}`,
  'data: [DONE]', '',
].join('\n\n');

describe('the conversation', () => {
  it('is held with the character that was chosen, tells why on demand, and is saved with its reasons', async () => {
    const { page, offences, close } = await openPage(site.url);
    try {
      await page.goto(`${site.url}playground/?quality=low`);
      await page.getByTestId('character-emil').click();
      await page.getByText('Before you meet Emil').waitFor();
      await page.getByTestId('consent-without').click();
      await expect.poll(() => page.evaluate(() => window.attune?.agent.state.character), { timeout: 60_000 }).toMatchObject({ name: 'Emil', verbosity: 0.3 });
      await say(page, 'My grandmother is ill and I am worried about her');
      await page.getByTestId('transcript-open').click();
      await page.getByTestId('turn-why').last().click();
      const why = await page.getByTestId('turn-reasons').last().innerText();
      expect(why).toMatch(/your words sound (worried|sad)/i);
      expect(why).toMatch(/no language model/i);
      await page.getByTestId('transcript-take').click();
      const downloading = page.waitForEvent('download');
      await page.getByTestId('transcript-json').click();
      const saved = JSON.parse(await readFile(await (await downloading).path(), 'utf8')) as { character: string; turns: unknown[] };
      expect(saved.character).toBe('Emil');
      expect(saved.turns).toMatchObject([
        { speaker: 'player', text: 'My grandmother is ill and I am worried about her', at: expect.any(Number) },
        { speaker: 'agent', strategy: expect.any(String), skill: expect.any(String), reasons: [expect.any(String), ...(saved.turns[1] as { reasons: string[] }).reasons.slice(1)], words: 'written' },
      ]);

      // Somebody else is met anew, and nothing of what was said is left.
      await page.getByTestId('drawer-open').click();
      await page.getByTestId('tab-settings').click();
      await page.getByTestId('character-mira').click();
      await expect.poll(() => page.evaluate(() => window.attune?.agent.state.character.name), { timeout: 60_000 }).toBe('Mira');
      expect(await page.evaluate(() => window.attune?.agent.captions.some(({ speaker }) => speaker === 'player'))).toBe(false);
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });

  it('says whether a language model found the words, and when people\'s lines stood in', async () => {
    const { page, offences, close } = await openPage(site.url);
    let broken = false;
    try {
      await page.route('**/dialogue/local/chat/completions', (route) => route.fulfill(broken ? { status: 500, body: 'no' } : { contentType: 'text/event-stream', body: stream('The harbour sounds lovely today.') }));
      await page.goto(`${site.url}playground/?quality=low`);
      await page.getByTestId('consent-without').click();
      await expect.poll(() => page.getByTestId('words-badge').innerText()).toBe('No language model');
      await page.getByTestId('words-badge').click();
      await page.getByTestId('words').click();
      await page.getByRole('option', { name: 'A language model on a server' }).click();
      await expect.poll(() => page.getByTestId('words-badge').innerText()).toBe('No language model');
      await page.getByTestId('words-model').fill('tiny');
      await page.getByTestId('words-try').click();
      await expect.poll(() => page.getByTestId('words-tried').innerText(), { timeout: 30_000 }).toMatch(/It answered in .*harbour/s);
      await say(page, 'I went to the harbour this morning');
      await expect.poll(() => page.evaluate(() => window.attune?.agent.captions.at(-1)?.text), { timeout: 30_000 }).toMatch(/an AI.* The harbour sounds lovely today\.$/);
      await page.getByTestId('transcript-open').click();
      await page.getByTestId('turn-why').last().click();
      expect(await page.getByTestId('turn-reasons').last().innerText()).toMatch(/by the language model/i);
      expect(await page.getByTestId('words-badge').innerText()).toBe('With tiny');

      broken = true;
      await say(page, 'The boats were all out at sea');
      await expect.poll(() => page.getByTestId('words-badge').innerText(), { timeout: 30_000 }).toMatch(/tiny failed/);
      await page.getByTestId('turn-why').last().click();
      await expect.poll(() => page.getByTestId('turn-reasons').last().innerText()).toMatch(/gave none/i);

      // Another server is not asked before the player allows it.
      await page.getByTestId('drawer-open').click();
      await page.getByTestId('tab-settings').click();
      await page.getByTestId('words-url').fill('https://models.example/v1');
      await page.getByTestId('words-leaving').waitFor();
      expect(await page.getByTestId('words-try').isDisabled()).toBe(true);
      await say(page, 'They will be back at noon');
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });

  it('stays readable and quick when it is long', async () => {
    const { page, offences, close } = await openPage(site.url);
    try {
      await page.goto(`${site.url}playground/?quality=low`);
      await page.getByTestId('consent-without').click();
      await page.getByTestId('transcript-open').click();
      await page.evaluate(async () => {
        for (let i = 1; i <= 220; i += 1) {
          window.attune?.agent.say(`Line ${i} of a long story`);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      });
      // All of it is there, though an agent itself forgets what is older, and the newest is in view.
      await expect.poll(() => page.getByTestId('turn').getByText(/^Line \d+ of a long story$/).filter({ visible: true }).count(), { timeout: 90_000 }).toBe(220);
      expect(await page.evaluate(() => window.attune?.agent.captions.length)).toBeLessThan(220);
      await expect.poll(() => page.getByTestId('transcript-newest').count()).toBe(0);
      await page.getByTestId('turn').first().evaluate((turn) => turn.scrollIntoView());
      await page.getByTestId('transcript-newest').click();
      await page.getByTestId('transcript-newest').waitFor({ state: 'detached' });
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });
});
