import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headerLine, eventLine, DEFAULT_CHARACTER } from '../../src/index.ts';
import { fakeFace } from '../../src/testing/index.ts';
import type { Served } from '../../scripts/server.ts';
// Brings the type of window.attuneReplay.
import '../../scenes/replay/handle.ts';
import { dropFile } from './drop-file.ts';
import { openPage, serveSite, type WatchedPage } from './open-page.ts';

const PATIENCE = { timeout: 60_000 };

let site: Served;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  site = await serveSite();
  watched = await openPage(site.url);
  page = watched.page;
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${site.url}replay/?lang=en`);
  await page.getByTestId('choose').waitFor();
});
afterAll(async () => {
  await watched.close();
  await site.close();
});

const shown = () => page.evaluate(() => ({ ...window.attuneReplay! }));
const timeline = async () => (await shown()).timeline;

async function saved(...buttons: readonly string[]): Promise<string> {
  for (const button of buttons.slice(0, -1)) await page.getByTestId(button).click();
  const download = page.waitForEvent('download');
  await page.getByTestId(buttons.at(-1)!).click();
  return readFileSync(await (await download).path(), 'utf8');
}

/** A face that smiles in the second half, ten times a second. */
const session = (seconds: number): string => `${[
  headerLine({ seed: 3, language: 'en', character: DEFAULT_CHARACTER }),
  ...Array.from({ length: seconds * 10 }, (_, i) => [
    eventLine({ type: 'signal', at: i / 10, signal: fakeFace(i / 10, { smile: i / 10 > seconds / 2 ? 0.9 : 0 }) }), eventLine({ type: 'tick', at: i / 10 }),
  ]).flat(),
].join('\n')}\n`;

/** One page for all: each test goes on from where the one before it left it. */
describe('the replay page', () => {
  it('says which line of a file is wrong', async () => {
    const lines = session(2).split('\n');
    lines[5] = '{"type":"tick","at":"noon"}';
    await dropFile(page, 'broken.jsonl', Buffer.from(lines.join('\n')));
    await page.getByTestId('session-failure').waitFor(PATIENCE);
    expect(await page.getByTestId('session-failure').innerText()).toContain('Line 6');
    expect((await shown()).first).toBe('failed');
  });

  it('shows a dropped session, with values in words at the cursor', async () => {
    await dropFile(page, 'smile.jsonl', Buffer.from(session(60)));
    await expect.poll(async () => (await shown()).first, PATIENCE).toBe('shown');
    expect((await shown()).updates).toBe(1200);
    const overview = page.getByTestId('overview');
    await overview.focus();
    await page.keyboard.press('End');
    await expect.poll(() => overview.getAttribute('aria-valuetext'), PATIENCE).toMatch(/happy/);
    await expect.poll(() => page.getByTestId('now-words').innerText(), PATIENCE).toMatch(/happy/);
    const valence = page.getByTestId('lane-valence').locator('dd');
    await expect.poll(async () => Number.parseFloat(await valence.last().innerText()), PATIENCE).toBeGreaterThan(0.2);
  });

  it('draws the lanes: more than one colour stands where the face smiles', async () => {
    const colours = await page.getByTestId('lane-valence').locator('canvas').evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(width >> 1, 0, width >> 1, height);
      return new Set(new Uint32Array(data.buffer)).size;
    });
    expect(colours).toBeGreaterThan(10);
  });

  it('zooms by wheel, pans by dragging and follows keys', async () => {
    const canvas = page.getByTestId('lane-valence').locator('canvas');
    await canvas.scrollIntoViewIfNeeded();
    const { x, y, width } = (await canvas.boundingBox())!;
    await page.mouse.move(x + width / 2, y + 40);
    for (let i = 0; i < 8; i += 1) await page.mouse.wheel(0, -100);
    await expect.poll(async () => {
      const { window } = await timeline();
      return window.to - window.from;
    }, PATIENCE).toBeLessThan(20);
    const before = (await timeline()).window;
    await page.mouse.down();
    await page.mouse.move(x + width / 2 - 200, y + 40, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => (await timeline()).window.from, PATIENCE).toBeGreaterThan(before.from);
    await page.mouse.click(x + 10, y + 40);
    const { cursor, window } = await timeline();
    expect(cursor).toBeGreaterThan(window.from);
    expect(cursor).toBeLessThan(window.from + 0.1 * (window.to - window.from));
    await page.keyboard.press('0');
    await expect.poll(async () => (await timeline()).window.from, PATIENCE).toBe(0);
  });

  it('plays', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.press(' ');
    await expect.poll(async () => (await timeline()).cursor, PATIENCE).toBeGreaterThan(1);
    await page.getByTestId('play').click();
    await expect.poll(async () => (await shown()).playing, PATIENCE).toBe(false);
  });

  it('hides a lane and brings it back', async () => {
    await page.getByTestId('hide-dominance').click();
    expect(await page.getByTestId('lane-dominance').count()).toBe(0);
    await page.getByTestId('lanes').click();
    await page.getByTestId('show-dominance').click();
    await page.keyboard.press('Escape');
    expect(await page.getByTestId('lane-dominance').count()).toBe(1);
  });

  it('keeps notes by key and by hand, and saves them', async () => {
    await page.getByTestId('overview').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('[');
    for (let i = 0; i < 5; i += 1) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press(']');
    await page.getByTestId('note-label').fill('at rest, "calm"');
    await page.getByTestId('note-text').fill('=looks away');
    const rows = parse(await saved('notes-export', 'notes-csv'), { columns: true, bom: true }) as Record<string, string>[];
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ from_s: '0', label: 'at rest, "calm"', note: "'=looks away" });
    expect(Number(rows[0]!['to_s'])).toBeGreaterThan(10);
    const json = JSON.parse(await saved('notes-export', 'notes-json')) as { session: string; annotations: { label: string }[] };
    expect(json.session).toBe('smile.jsonl');
    expect(json.annotations[0]!.label).toBe('at rest, "calm"');
  });

  it('shows saved notes again, once, and says what is wrong with others', async () => {
    const json = await saved('notes-export', 'notes-json');
    await dropFile(page, 'smile.jsonl', Buffer.from(session(60)));
    await expect.poll(async () => (await shown()).first, PATIENCE).toBe('shown');
    expect((await shown()).notes).toEqual([]);
    const opened = page.getByTestId('notes-opened');
    for (let times = 0; times < 2; times += 1) {
      await dropFile(page, 'mine.json', Buffer.from(json));
      await expect.poll(() => opened.getAttribute('data-state'), PATIENCE).toBe('shown');
      await expect.poll(async () => (await shown()).notes.length, PATIENCE).toBe(1);
    }
    expect((await shown()).notes[0]).toMatchObject({ from: 0, label: 'at rest, "calm"', text: '=looks away' });
    expect(await page.getByTestId('note-label').inputValue()).toBe('at rest, "calm"');
    await dropFile(page, 'other.json', Buffer.from(json.replace('smile.jsonl', 'frown.jsonl')));
    await expect.poll(() => opened.innerText(), PATIENCE).toContain('“frown.jsonl”');
    await dropFile(page, 'broken.json', Buffer.from(json.replace('"to_s"', '"until"').replace('"label"', '"name"')));
    await expect.poll(() => opened.getAttribute('data-state'), PATIENCE).toBe('failed');
    expect(await opened.innerText()).toContain('note 1');
    expect((await shown()).first).toBe('shown');
    await opened.getByRole('button').click();
  });

  it('compares with a sample that is moved in time', async () => {
    await page.getByTestId('compare-sample').click();
    await expect.poll(async () => (await shown()).second, PATIENCE).toBe('shown');
    await page.getByTestId('shift').fill('5');
    await expect.poll(async () => (await shown()).shift, PATIENCE).toBe(5);
    await page.getByTestId('compare-end').click();
    await expect.poll(async () => (await shown()).second, PATIENCE).toBe('empty');
  });

  it('saves the session as CSV', async () => {
    const rows = parse(await saved('export', 'export-csv'), { columns: true, bom: true }) as Record<string, string>[];
    expect(rows).toHaveLength(1200);
    expect(rows[0]).toHaveProperty('time_s');
  });

  it('forgets everything on request', async () => {
    await page.getByTestId('delete').click();
    await expect.poll(async () => (await shown()).first, PATIENCE).toBe('empty');
    expect((await shown()).notes).toEqual([]);
    expect(await page.getByTestId('timeline').count()).toBe(0);
    expect(watched.offences).toEqual([]);
  });

  it('keeps notes that were opened first for the session that is opened then, and takes both at once', async () => {
    const csv = Buffer.from('\uFEFFfrom_s,to_s,label,note\n3,5,first,\n70,80,late,\n');
    await dropFile(page, 'mine.csv', csv);
    const opened = page.getByTestId('notes-opened');
    await expect.poll(() => opened.getAttribute('data-state'), PATIENCE).toBe('waiting');
    await dropFile(page, 'smile.jsonl', Buffer.from(session(60)));
    await expect.poll(async () => (await shown()).notes.length, PATIENCE).toBe(2);
    expect(await opened.innerText()).toContain('outside of this session: 1');
    await page.getByTestId('file').setInputFiles([{ name: 'mine.csv', mimeType: 'text/csv', buffer: csv }, { name: 'smile.jsonl', mimeType: 'text/plain', buffer: Buffer.from(session(30)) }]);
    await expect.poll(async () => (await shown()).timeline.whole.to, PATIENCE).toBeLessThan(31);
    await expect.poll(async () => (await shown()).notes.length, PATIENCE).toBe(2);
    // Too many at once: nothing is opened, which is said until something is.
    const files = Array.from({ length: 4 }, (_, i) => ({ name: `${i}.jsonl`, mimeType: 'text/plain', buffer: Buffer.from(session(90)) }));
    await page.getByTestId('file').setInputFiles(files);
    await expect.poll(() => page.getByTestId('too-many').innerText(), PATIENCE).toContain('4 files are too many');
    // Opening one would take some hundredths of a second.
    await page.waitForTimeout(1000);
    expect((await shown()).timeline.whole.to).toBeLessThan(31);
    await page.getByTestId('file').setInputFiles(files.slice(0, 1));
    await expect.poll(async () => (await shown()).timeline.whole.to, PATIENCE).toBeGreaterThan(60);
    expect(await page.getByTestId('too-many').count()).toBe(0);
    expect(watched.offences).toEqual([]);
  });
});
