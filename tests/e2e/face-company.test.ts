import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
import { writeFilm } from './fake-camera.ts';
import { openPage, serveSite } from './open-page.ts';

/** Two people side by side; one is nearer the middle. */
const TWO_PEOPLE = { file: 'sample4.jpg', x: 850, y: 60, width: 720, height: 540 } as const;

let site: Served;
let folder: string;

beforeAll(async () => {
  site = await serveSite();
  folder = mkdtempSync(join(tmpdir(), 'attune-company-'));
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('two people before the camera', () => {
  it('follows one of them, counts the other, and takes a resting face on request', async () => {
    const film = join(folder, 'film.y4m');
    writeFilm(film, TWO_PEOPLE);
    const { page, offences, close } = await openPage(site.url, { film });
    try {
      await page.goto(`${site.url}playground/?quality=low`);
      await page.getByTestId('consent-camera').check({ force: true });
      await page.getByTestId('consent-continue').click();
      const places = await page.evaluate(async () => {
        const seen: { x: number; others: number }[] = [];
        let last = -1;
        while (seen.length < 15) {
          await new Promise((resolve) => setTimeout(resolve, 50));
          const face = window.attune?.agent.state.signals.face;
          if (face?.kind !== 'face' || !face.present || face.at === last) continue;
          last = face.at;
          seen.push({ x: face.place?.x ?? Number.NaN, others: face.others });
        }
        return seen;
      });
      expect(places.every(({ others }) => others === 1)).toBe(true);
      const xs = places.map(({ x }) => x);
      expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan(0.1);

      await page.getByTestId('drawer-open').click();
      await page.getByTestId('calibrate').click();
      await page.waitForFunction(() => document.querySelector('[data-testid=resting-face]')?.getAttribute('data-state') === 'taken', undefined, { timeout: 120_000 });
      const face = await page.evaluate(() => window.attune?.agent.state.signals.face);
      expect(face).toMatchObject({ present: true, neutral: 1 });
      await page.getByTestId('relearn').click();
      await page.waitForFunction(() => {
        const now = window.attune?.agent.state.signals.face;
        return now?.kind === 'face' && now.neutral < 0.5;
      });
      expect(offences).toEqual([]);
    } finally {
      await close();
    }
  }, 300_000);
});
