import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
// Brings the type of window.attuneText.
import '../../scenes/text/handle.ts';
import { dropFile } from './drop-file.ts';
import { openPage, serveSite, type WatchedPage } from './open-page.ts';

const PATIENCE = { timeout: 60_000 };
const EMOTIONS = ['neutral', 'happiness', 'surprise', 'sadness', 'anger', 'disgust', 'fear', 'contempt'];

let site: Served;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  site = await serveSite();
  watched = await openPage(site.url);
  page = watched.page;
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${site.url}text/?lang=en`);
  await page.getByTestId('lines').waitFor();
});
afterAll(async () => {
  await watched.close();
  await site.close();
});

const view = () => page.evaluate(() => {
  const { size, lines, table } = window.attuneText!;
  return { size, busy: lines.busy, lines: lines.lines.map(({ read }) => read), leftOut: lines.leftOut, state: table.state, done: table.done, results: table.results.filter((result) => result !== null).length };
});
const write = async (text: string): Promise<void> => {
  await page.getByTestId('lines').fill(text);
  await expect.poll(async () => {
    const { busy, lines } = await view();
    return !busy && lines.every((read) => read !== null) && (await page.getByTestId('read-card').count()) > 0;
  }, PATIENCE).toBe(true);
};

/** What a test clicks must be on the tab that it means. */
const showTab = (tab: 'lines' | 'table'): Promise<void> => page.getByTestId(`tab-${tab}`).click();

async function saved(button: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByTestId(button).click();
  return readFileSync(await (await download).path(), 'utf8');
}

const table = (rows: number): string => `id,text,lang,note\n${Array.from({ length: rows }, (_, i) => `${i},"I am so glad, thank you for number ${i}!",${i % 5 === 4 ? 'fi' : 'en'},"=SUM(A${i})"`).join('\n')}\n`;

/** One page for all: each test goes on from where the one before it left it. */
describe('the text page', () => {
  it('fetches nothing before the first text', async () => {
    expect((await view()).size).toBe('nothing');
    expect(await page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/attune/')))).toBe(false);
  });

  it('reads each line, and shows which words say so', async () => {
    await write('I am so happy and grateful, what a wonderful day!\n我好难过，一直在哭。\n<img src=x onerror="document.title=\'broken\'"> <b>furious</b>');
    const cards = page.getByTestId('read-card');
    expect(await cards.count()).toBe(3);
    expect(await cards.nth(0).getByTestId('appears').innerText()).toContain('happy');
    expect(await cards.nth(1).getByTestId('appears').innerText()).toContain('sad');
    expect(await cards.nth(0).locator('mark[data-evidence=for]').allInnerTexts()).toContain('happy');
    expect(await cards.nth(2).getByTestId('marked-text').innerText()).toContain('<b>furious</b>');
    expect(await cards.nth(2).locator('img, b').count()).toBe(0);
    expect(await page.title()).not.toContain('broken');
  });

  it('tells what a word did to whoever comes by the keyboard', async () => {
    await page.locator('mark[data-evidence=for]').first().focus();
    expect(await page.getByRole('tooltip').innerText()).toMatch(/^for happy, odds × [\d.,]+$/);
  });

  it('calls unknown what it does not know', async () => {
    await write('qwrtz plmkn vbxcy');
    expect(await page.getByTestId('appears').innerText()).toContain('Unknown');
    expect((await view()).lines[0]?.known).toBe(0);
  });

  it('finds the intents that a visitor made up by examples', async () => {
    await page.getByTestId('intent-examples').click();
    await expect.poll(() => page.getByTestId('intents-state').getAttribute('data-state'), PATIENCE).toBe('learnt');
    await write('My package has still not arrived.\nWhat a lovely sunset');
    const own = page.getByTestId('read-card');
    expect(await own.nth(0).getByTestId('own-intent').innerText()).toContain('Where is my parcel');
    expect(await own.nth(1).getByTestId('own-intent').innerText()).toBe('None of yours');
  });

  it('takes a paste of 100 kB as one line, and says how much of it was read', async () => {
    await write('This is a long and tiresome story. '.repeat(2900));
    expect((await view()).lines[0]?.read).toBe(4000);
    expect(await page.getByTestId('cut').innerText()).toContain('4000');
    await page.getByTestId('lines').fill('again\n'.repeat(1200));
    await expect.poll(async () => (await view()).leftOut).toBe(200);
  });

  it('reads a dropped table, keeps its columns and leaves out what it cannot read', async () => {
    await dropFile(page, 'notes.csv', Buffer.from(table(50)));
    await expect.poll(async () => (await view()).state, PATIENCE).toBe('read');
    expect(await view()).toMatchObject({ done: 50, results: 40 });
    expect(await page.getByTestId('summary').innerText()).toContain('40');
    const rows = parse(await saved('table-csv'), { columns: true, bom: true }) as Record<string, string>[];
    expect(rows).toHaveLength(50);
    expect(rows[3]).toMatchObject({ id: '3', lang: 'en', note: "'=SUM(A3)", attune_emotion: 'happiness', attune_language: 'en' });
    expect(EMOTIONS.reduce((sum, emotion) => sum + Number(rows[3]![`attune_${emotion}_probability`]), 0)).toBeCloseTo(1, 2);
    expect(rows[4]).toMatchObject({ id: '4', lang: 'fi', attune_emotion: '', attune_valence: '' });
    const json = JSON.parse(await saved('table-json')) as { row: Record<string, string>; reading: { intent: string } | null }[];
    expect(json[4]!.reading).toBeNull();
    expect(json[3]!.row['note']).toBe('=SUM(A3)');
  });

  it('guesses which column holds the texts, and takes another one on request', async () => {
    await dropFile(page, 'two.csv', Buffer.from('id,author,said\n1,I am so sad,I am so happy about the garden today!\n'));
    const emotion = async (): Promise<string | undefined> => (parse(await saved('table-csv'), { columns: true, bom: true }) as Record<string, string>[])[0]!['attune_emotion'];
    await expect.poll(async () => (await view()).state, PATIENCE).toBe('read');
    expect(await page.getByTestId('file-column').inputValue()).toBe('said');
    expect(await emotion()).toBe('happiness');
    await page.getByTestId('file-column').click();
    await page.getByRole('option', { name: 'author' }).click();
    await expect.poll(async () => (await view()).state, PATIENCE).toBe('read');
    expect(await emotion()).toBe('sadness');
  });

  it('reads a file with the small model alone where that is wished for', async () => {
    await page.getByTestId('file-size').click();
    await page.getByRole('option', { name: 'The small model only' }).click();
    const modelOf = async (): Promise<string | undefined> => (parse(await saved('table-csv'), { columns: true, bom: true }) as Record<string, string>[])[0]!['attune_model'];
    await expect.poll(async () => (await view()).state, PATIENCE).toBe('read');
    expect(await modelOf()).toBe('light');
    await page.getByTestId('file-size').click();
    await page.getByRole('option', { name: 'The best model' }).click();
    await expect.poll(async () => (await view()).state, PATIENCE).toBe('read');
  });

  it('says what a table lacks', async () => {
    await dropFile(page, 'people.csv', Buffer.from('name,age\nAda,36\n'));
    await expect.poll(() => page.getByTestId('table-failure').innerText(), PATIENCE).toMatch(/“name” and “age”/);
  });

  it('keeps what is done when it is cancelled', async () => {
    await dropFile(page, 'many.csv', Buffer.from(table(40_000)));
    await expect.poll(async () => (await view()).results, PATIENCE).toBeGreaterThan(0);
    await page.getByTestId('cancel').click();
    await expect.poll(async () => (await view()).state, PATIENCE).toBe('cancelled');
    const { results, done } = await view();
    expect(results).toBeGreaterThan(0);
    expect(done).toBeLessThan(40_000);
    expect(await page.getByTestId('table-csv').isEnabled()).toBe(true);
    // The reader goes on with other texts at once.
    await showTab('lines');
    await write('Goodbye, see you tomorrow!');
  });

  it('forgets everything on request', async () => {
    await page.getByTestId('delete').click();
    await expect.poll(view, PATIENCE).toMatchObject({ lines: [], state: 'empty', done: 0, results: 0 });
    expect(await page.getByTestId('lines').inputValue()).toBe('');
    expect(watched.offences).toEqual([]);
  });
});

it('says what is missing when there is no model, and reads once it is there', async () => {
  const other = await openPage(site.url);
  try {
    await other.page.route('**/models/text.json', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await other.page.goto(`${site.url}text/?lang=en`);
    await other.page.getByTestId('lines').fill('I am so happy today!');
    const problem = other.page.getByTestId('problem');
    await problem.waitFor(PATIENCE);
    expect(await problem.innerText()).toContain('npm run assets');
    expect(await other.page.getByTestId('read-card').getAttribute('data-read')).toBe('unread');
    await dropFile(other.page, 'notes.csv', Buffer.from(table(20)));
    await expect.poll(() => other.page.getByTestId('table').getAttribute('data-state'), PATIENCE).toBe('cancelled');
    await other.page.unroute('**/models/text.json');
    await problem.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => other.page.getByTestId('table').getAttribute('data-state'), PATIENCE).toBe('read');
    await other.page.getByTestId('tab-lines').click();
    await expect.poll(() => other.page.getByTestId('read-card').getAttribute('data-read'), PATIENCE).toMatch(/light|full/);
    expect(await problem.count()).toBe(0);
    expect(other.offences).toEqual([]);
  } finally {
    await other.close();
  }
});
