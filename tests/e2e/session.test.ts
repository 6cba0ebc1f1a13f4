import { readFileSync } from 'node:fs';
import { netsOf, parseLog } from 'attune/record';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
import { checkEmotionML } from '../unit/record/check-emotionml.ts';
import { openPage, serveSite } from './open-page.ts';

let site: Served;

beforeAll(async () => {
  site = await serveSite();
});

afterAll(async () => {
  await site.close();
});

describe('a meeting on record', () => {
  it('is taken along in every format, and nothing leaves the page', async () => {
    const { page, offences, close } = await openPage(site.url, { grant: false });
    await page.goto(`${site.url}playground/?quality=low`);
    await page.getByTestId('consent-continue').click();
    await page.getByTestId('composer').waitFor();
    if (!(await page.getByTestId('panel').isVisible())) await page.getByTestId('drawer-open').click();
    await page.getByTestId('tab-memory').click();
    await page.getByTestId('record').check({ force: true });
    await page.getByTestId('record-words').check({ force: true });
    await page.getByTestId('composer').fill('I am so happy, everything is wonderful today');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByTestId('export').isDisabled()).toBe(false);
    await page.waitForTimeout(3000);
    const save = async (format: string): Promise<{ readonly name: string; readonly text: string }> => {
      await page.getByTestId('export').click();
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId(`export-${format}`).click()]);
      return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
    };
    const [jsonl, csv, json, emotionml] = [await save('jsonl'), await save('csv'), await save('json'), await save('emotionml')];
    expect([jsonl, csv, json, emotionml].map(({ name }) => name)).toEqual(['attune-session.jsonl', 'attune-session.csv', 'attune-session.json', 'attune-session.xml']);
    const log = parseLog(jsonl.text);
    expect(log.words.map(({ text }) => text)).toContain('I am so happy, everything is wonderful today');
    expect(log.cues.length).toBeGreaterThan(0);
    // Chosen before the recording began; without it the other formats could not be written.
    expect(netsOf(log)).toHaveLength(1);
    expect(csv.text).toMatch(/^\u{FEFF}time_s,event,[^\n]*\r\n/u);
    expect(csv.text).toContain('player: I am so happy');
    expect(JSON.parse(json.text)).toMatchObject({ attune: 'trace', summary: { player: { messages: 1 } } });
    expect(checkEmotionML(emotionml.text).breaches).toEqual([]);
    expect(offences).toEqual([]);
    await close();
  });
});
