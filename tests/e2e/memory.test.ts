import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
import { openPage, serveSite } from './open-page.ts';

let site: Served;

beforeAll(async () => {
  site = await serveSite();
});

afterAll(async () => {
  await site.close();
});

declare global {
  interface Window {
    /** How often a database was opened or deleted, counted by the spy below. */
    databases?: { opened: number; deleted: number };
  }
}

/** Counts what the page does with IndexedDB. */
async function spy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counts = { opened: 0, deleted: 0 };
    window.databases = counts;
    const { open, deleteDatabase } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (this: IDBFactory, ...given) {
      counts.opened += 1;
      return Reflect.apply(open, this, given) as IDBOpenDBRequest;
    };
    IDBFactory.prototype.deleteDatabase = function (this: IDBFactory, ...given) {
      counts.deleted += 1;
      return Reflect.apply(deleteDatabase, this, given) as IDBOpenDBRequest;
    };
  });
}

const databases = (page: Page): Promise<(string | undefined)[]> => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
const captions = (page: Page): Promise<string[]> => page.evaluate(() => window.attune?.agent.captions.map(({ speaker, text }) => `${speaker}: ${text}`) ?? []);

async function say(page: Page, text: string): Promise<void> {
  const before = (await captions(page)).length;
  await page.getByTestId('composer').fill(text);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await captions(page)).slice(before).map((caption) => caption.split(':')[0]), { timeout: 60_000 }).toContain('agent');
}

async function openMemory(page: Page): Promise<void> {
  if (!(await page.getByTestId('panel').isVisible())) await page.getByTestId('drawer-open').click();
  await page.getByTestId('tab-memory').click();
}

describe('memory in the playground', () => {
  it('survives a reload, greets by name, can be edited, and is gone from the device after one tap', async () => {
    const { page, offences, close } = await openPage(site.url);
    try {
      await page.goto(`${site.url}playground/?quality=low`);
      await page.getByTestId('consent-memory').check({ force: true });
      await page.getByTestId('consent-continue').click();
      await say(page, 'My name is Ada and I like chess. I am nervous about my maths exam.');
      await expect.poll(() => databases(page)).toEqual(['attune-memory']);
      await openMemory(page);
      const list = page.getByTestId('remembered');
      await expect.poll(() => list.innerText()).toContain('I like chess.');
      expect(await list.innerText()).toContain('My name is Ada.');

      await page.reload();
      expect(await page.getByTestId('consent-memory').isChecked()).toBe(true);
      await page.getByTestId('consent-continue').click();
      await openMemory(page);
      await expect.poll(() => list.innerText()).toContain('I like chess.');
      expect(await list.innerText()).toContain('My name is Ada.');
      await say(page, 'Hello');
      expect((await captions(page)).at(-1)).toMatch(/Ada.*maths exam/);

      await list.getByRole('button', { name: 'Change: I like chess.' }).click();
      await list.getByRole('textbox').fill('I love chess.');
      await page.keyboard.press('Enter');
      await expect.poll(() => list.innerText()).toContain('I love chess.');
      await list.getByRole('button', { name: 'Delete: My name is Ada.' }).click();
      await expect.poll(() => list.innerText()).not.toContain('Ada');

      await page.getByTestId('memory-forget').click();
      await expect.poll(() => databases(page)).toEqual([]);
      expect(await list.count()).toBe(0);
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });

  it('is deleted with everything else, and nobody is remembered after that', async () => {
    const { page, offences, close } = await openPage(site.url);
    try {
      await page.goto(`${site.url}playground/?quality=low`);
      await page.getByTestId('consent-memory').check({ force: true });
      await page.getByTestId('consent-continue').click();
      await say(page, 'My name is Ada.');
      await expect.poll(() => databases(page)).toEqual(['attune-memory']);
      // What suits somebody is learnt only where they want it, and goes with the rest.
      await openMemory(page);
      expect(await page.getByTestId('learnt').count()).toBe(0);
      await page.getByTestId('learn').check({ force: true });
      await page.getByTestId('learnt-profile').fill('ada');
      await page.keyboard.press('Enter');
      await expect.poll(() => databases(page).then((names) => names.toSorted())).toEqual(['attune-adaptation', 'attune-memory']);
      await say(page, 'Hello');
      await page.getByTestId('learnt-rate').locator('label').nth(4).click({ force: true });
      await say(page, 'Tell me about chess');
      await expect.poll(() => page.getByTestId('learnt').innerText()).toContain('1 turn so far');
      expect(await page.evaluate(() => localStorage.getItem('attune-adaptation'))).toBe('ada');
      await page.getByTestId('panel-close').click();
      await page.getByTestId('stop').click();
      await page.getByTestId('delete').click();
      await page.getByTestId('erased').waitFor();
      await expect.poll(() => databases(page)).toEqual([]);
      expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key === 'attune-memory' || key === 'attune-adaptation'))).toEqual([]);
      await page.getByTestId('again').click();
      expect(await page.getByTestId('consent-memory').isChecked()).toBe(false);
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });

  it('costs nothing while it is off: no database is touched, and no code for it is fetched', async () => {
    const { page, offences, close } = await openPage(site.url);
    try {
      const fetched: string[] = [];
      page.on('request', (request) => fetched.push(request.url()));
      await spy(page);
      await page.goto(`${site.url}playground/?quality=low`);
      await page.getByTestId('consent-without').click();
      await say(page, 'My name is Ada and I like chess.');
      await openMemory(page);
      expect(await page.evaluate(() => window.databases)).toEqual({ opened: 0, deleted: 0 });
      expect(await databases(page)).toEqual([]);
      const before = fetched.length;
      // What is fetched once it is on is what was spared.
      await page.getByTestId('memory-span').getByText('This device').click();
      await expect.poll(() => databases(page)).toEqual(['attune-memory']);
      const spared = fetched.slice(before).filter((url) => url.endsWith('.js'));
      expect(spared.length).toBeGreaterThan(0);
      expect(spared.filter((url) => fetched.indexOf(url) < before)).toEqual([]);
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  });

  it('is not even offered where the operator turned it off', async () => {
    const { page, close } = await openPage(site.url);
    try {
      await page.goto(`${site.url}playground/?quality=low&memory=off`);
      await page.getByTestId('consent-camera').waitFor({ state: 'attached' });
      expect(await page.getByTestId('consent-memory').count()).toBe(0);
      await page.getByTestId('consent-without').click();
      await openMemory(page);
      expect(await page.getByTestId('memory-span').count()).toBe(0);
    } finally {
      await close();
    }
  });
});
