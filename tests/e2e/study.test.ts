import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
import { openPage, serveSite } from './open-page.ts';

let site: Served;

beforeAll(async () => {
  site = await serveSite();
});

afterAll(() => site.close());

describe('a study', () => {
  it('lets a researcher in another tab choose what is said, offers the questionnaire afterwards, and exports both with the condition', async () => {
    const { page, offences, close } = await openPage(site.url);
    try {
      await page.goto(`${site.url}playground/?quality=low&study=mirroring,wizard,pets`);
      await page.getByTestId('consent-words').click();
      await page.getByTestId('consent-continue').click();
      await expect.poll(() => page.evaluate(() => window.attune?.agent.state.character.name), { timeout: 60_000 }).toBe('Mira');
      const desk = await page.context().newPage();
      await desk.goto(`${site.url}playground/?study=desk`);
      await desk.getByTestId('desk-decide').click();
      await expect.poll(() => page.evaluate(() => window.attune?.agent.state.operator !== null), { timeout: 60_000 }).toBe(true);

      await page.getByTestId('composer').fill('I lost my keys on the way home');
      await page.keyboard.press('Enter');
      await desk.getByTestId('desk-awaits').waitFor({ timeout: 60_000 });
      await desk.getByTestId('desk-line').first().waitFor({ timeout: 60_000 });
      const line = await desk.getByTestId('desk-line').first().innerText();
      await desk.getByTestId('desk-line').first().click();
      await desk.getByTestId('desk-say').click();
      await expect.poll(() => page.evaluate(() => window.attune?.agent.captions.at(-1)?.text), { timeout: 60_000 }).toContain(line);
      await expect.poll(() => desk.getByTestId('desk-turn').last().innerText(), { timeout: 60_000 }).toMatch(/chosen/);

      // Words that no model may say are refused, and a crisis waits for nobody.
      await desk.getByTestId('desk-words').fill('You have depression.');
      await desk.getByTestId('desk-say').click();
      await desk.getByTestId('desk-refused').waitFor();
      await page.getByTestId('composer').fill('I want to kill myself');
      await page.keyboard.press('Enter');
      await page.getByTestId('help-card').waitFor({ timeout: 60_000 });
      await desk.getByRole('alert').first().waitFor();
      await desk.close();
      await expect.poll(() => page.evaluate(() => window.attune?.agent.state.operator), { timeout: 60_000 }).toBeNull();

      await page.getByTestId('stop').click();
      await page.getByTestId('pets-open').click();
      for (const item of ['E1', 'E2', 'E3', 'E4', 'E5', 'E6']) {
        await page.getByTestId(`pets-${item}`).getByRole('slider').focus();
        await page.keyboard.press('ArrowRight');
      }
      await page.getByTestId('pets-done').click();
      await page.getByTestId('export').click();
      const downloading = page.waitForEvent('download');
      await page.getByTestId('export-json').click();
      const saved = JSON.parse(await readFile(await (await downloading).path(), 'utf8')) as { utterances: { by: string }[] };
      expect(saved).toMatchObject({ study: { condition: 'mirroring', answers: { pets: { items: { E1: 51, U1: null }, scores: { 'emotional-responsiveness': 51, 'understanding-and-trust': null } } } } });
      expect(saved.utterances.map(({ by }) => by)).toEqual(['operator', 'agent']);
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });
});
