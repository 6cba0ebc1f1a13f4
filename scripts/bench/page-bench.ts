import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { PageFigures } from '../../tests/bench/long-tasks.ts';
import { type Crop, writeFilm } from '../../tests/e2e/fake-camera.ts';
import { writeSpeech } from '../../tests/e2e/fake-microphone.ts';
import { openPage } from '../../tests/e2e/open-page.ts';
import { ensureBrowser } from '../find-browser.ts';
import { mustRun, ROOT } from '../run.ts';
import { serve } from '../server.ts';

/** What the pages of a bench need beside themselves. */
export interface BenchSite {
  /** Folders that are served at the pages' own root; the prepared assets lie at `attune/` when asked for. */
  readonly folders?: readonly string[];
  readonly assets?: boolean;
  /** Whose face the fake camera shows; an empty room without one. */
  readonly face?: Crop;
  /** What the fake microphone says, and how long its film of sound is, in seconds. */
  readonly speech?: readonly [text: string, duration: number];
  /** Writes another sound for the fake microphone, instead. */
  readonly writeSound?: (path: string) => Promise<void>;
  /** How long a page is waited for, in seconds. */
  readonly patience?: number;
}

/**
 * Builds and serves the pages in tests/bench with a fake camera and microphone, and takes all away again.
 *
 * @param run is given a function that opens one of the pages and waits for its figures
 * @throws {Error} when there is no browser on this machine, or a page breaks a promise of Attune's
 */
export async function withBenchPages({ folders = [], assets = false, face, speech = ['Hello.', 1], writeSound, patience = 300 }: BenchSite, run: (figuresOf: (page: string) => Promise<PageFigures>) => Promise<void>): Promise<void> {
  const browser = ensureBrowser();
  if (!browser) throw new Error('Expected Chromium, Chrome or Edge for this bench, but found none. Install one, or name it in CHROME_PATH.');
  process.env.CHROME_PATH = browser;
  if (assets) await mustRun('tsx', ['src/cli/main.ts', 'assets', '--out', 'build/public/attune']);
  await build({ configFile: join(ROOT, 'tests/bench/vite.config.ts') });
  const temporary = mkdtempSync(join(tmpdir(), 'attune-bench-'));
  const media = { film: join(temporary, 'film.y4m'), sound: join(temporary, 'speech.wav') };
  writeFilm(media.film, face ?? null);
  if (writeSound) await writeSound(media.sound);
  else await writeSpeech(media.sound, ...speech);
  const site = await serve({ folders: [join(ROOT, 'build/bench'), ...(assets ? [join(ROOT, 'build/public')] : []), ...folders], port: 0, host: '127.0.0.1' });
  try {
    await run((page) => figuresOf(site.url, page, media, patience));
  } finally {
    await site.close();
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function figuresOf(origin: string, page: string, media: { film: string; sound: string }, patience: number): Promise<PageFigures> {
  const watched = await openPage(origin, media);
  try {
    const broken = new Promise<never>((_, reject) => watched.page.once('pageerror', reject));
    await watched.page.goto(`${origin}${page}`);
    await Promise.race([broken, watched.page.waitForFunction(() => window.figures !== undefined, undefined, { timeout: patience * 1000 })]);
    if (watched.offences.length > 0) throw new Error(`Expected a clean run, but there was: ${watched.offences.join('; ')}`);
    const figures = await watched.page.evaluate(() => window.figures);
    if (!figures) throw new Error('Expected the page to tell its figures, but it told none.');
    return figures;
  } finally {
    await watched.close();
  }
}
