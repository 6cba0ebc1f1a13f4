import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, serveWatched } from './open-page.ts';
import { blockOf, makeOutsideProject, type OutsideProject, packagesIn } from './outside-project.ts';

const shell = blockOf('README.md', 'sh', 'attune assets');
const program = blockOf('README.md', 'js', "from 'attune/three'");

let project: OutsideProject;
beforeAll(() => {
  project = makeOutsideProject([...packagesIn(shell), 'react', 'react-dom', '@react-three/fiber', '@vitejs/plugin-react']);
});
afterAll(() => project.remove());

/** Bundles an entry as a user would, without any configuration, and gives the scripts of the page. */
async function bundle(html: string, outDir: string): Promise<readonly { readonly name: string; readonly code: string }[]> {
  project.write('index.html', html);
  await build({ root: project.folder, configFile: false, logLevel: 'error', build: { outDir } });
  return readdirSync(join(project.folder, outDir, 'assets')).filter((name) => name.endsWith('.js'))
    .map((name) => ({ name, code: readFileSync(join(project.folder, outDir, 'assets', name), 'utf8') }));
}

/** How much two pictures differ, as the mean of all channels, from 0 to 255. */
async function difference(a: Buffer, b: Buffer): Promise<number> {
  const [one, other] = await Promise.all([a, b].map((picture) => sharp(picture).removeAlpha().raw().toBuffer()));
  let sum = 0;
  for (let at = 0; at < one!.length; at += 1) sum += Math.abs(one![at]! - other![at]!);
  return sum / one!.length;
}

describe('the integration in the README', () => {
  it('has at most twenty lines', () => {
    expect(program.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(20);
  });

  it('runs from an empty folder and what npm pack made: it is drawn, answers, and moves', async () => {
    const assets = shell.match(/^npm (exec .*attune assets.*)$/m)?.[1]?.split(' ') ?? [];
    expect(project.run('npm', assets)).toMatch(/files written/);
    project.write('main.js', program);
    const scripts = await bundle('<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A game</title></head><body><script type="module" src="./main.js"></script></body></html>', 'dist');
    // three itself warns where it is loaded twice, so each copy has this once.
    expect(scripts.flatMap(({ code }) => code.match(/Multiple instances of Three\.js/g) ?? [])).toHaveLength(1);

    const served = await serveWatched([join(project.folder, 'dist')]);
    const { page, offences, close } = await openPage(served.url);
    const told: string[] = [];
    const failed: string[] = [];
    page.on('console', (message) => told.push(message.text()));
    page.on('response', (response) => void (response.status() >= 400 && !response.url().endsWith('favicon.ico') && failed.push(response.url())));
    try {
      await page.goto(served.url);
      const field = page.locator('input');
      await field.waitFor({ timeout: 120_000 });
      const canvas = page.locator('canvas');
      await expect.poll(() => told, { timeout: 60_000 }).toContainEqual(expect.stringMatching(/^agent: .*Mira, an AI/));
      const before = await canvas.screenshot();
      const { channels } = await sharp(before).stats();
      // A white page would have no deviation at all.
      expect(Math.min(...channels.slice(0, 3).map(({ stdev }) => stdev))).toBeGreaterThan(20);

      await field.fill('I am so happy, I finally solved it!');
      await field.press('Enter');
      await expect.poll(() => told, { timeout: 60_000 }).toContain('The player appears to feel happiness');
      expect(told.filter((line) => line.startsWith('agent: ')).length).toBeGreaterThan(1);
      await expect.poll(async () => difference(before, await canvas.screenshot()), { timeout: 30_000 }).toBeGreaterThan(0.1);
      // The models that read words and the voice come after the first picture.
      await page.waitForLoadState('networkidle');
      expect(failed).toEqual([]);
      expect(offences).toEqual([]);
    } finally {
      await close();
      await served.close();
    }
  });
});

describe('a starter that attune init copies', () => {
  it.each([
    ['three', 'main.js'],
    ['react', 'app.jsx'],
  ])('runs, talks, and refuses to overwrite itself: %s', async (template, named) => {
    const init = ['exec', '--no', '--', 'attune', 'init', template, '--template', template];
    expect(project.run('npm', init)).toContain(named);
    expect(() => project.run('npm', init)).toThrow(new RegExp(`Expected ${template} to be empty, but it holds README.md, .* and \\d more`));
    const folder = join(project.folder, template);
    await build({ root: folder, logLevel: 'error' });
    const served = await serveWatched([join(folder, 'dist'), join(project.folder, 'public')]);
    const { page, offences, close } = await openPage(served.url);
    try {
      await page.goto(served.url);
      const caption = page.locator('[aria-live=polite]');
      await expect.poll(() => caption.textContent(), { timeout: 120_000 }).not.toBe('Mira is on the way.');
      await page.getByLabel('Say something').fill('I am so sad, my dog died.');
      await page.keyboard.press('Enter');
      await expect.poll(() => caption.textContent(), { timeout: 60_000 }).toMatch(/^Mira: /);
      await expect.poll(() => page.getByRole('status').textContent(), { timeout: 60_000 }).toBe('You appear to feel: sadness');
      expect(offences).toEqual([]);
    } finally {
      await close();
      await served.close();
    }
  });
});

describe('an app that only reads words with the core', () => {
  it('carries no three and no MediaPipe', async () => {
    project.write('words.js', "import { readText } from 'attune';\nconsole.log(readText('I am so happy', 'en'));\n");
    const scripts = await bundle('<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Words</title></head><body><script type="module" src="./words.js"></script></body></html>', 'words');
    const code = scripts.map((script) => script.code).join('\n');
    console.log(`An app that only reads words with the core: ${(code.length / 1000).toFixed(1)} kB, ${(gzipSync(code).length / 1000).toFixed(1)} kB gzipped, in ${scripts.length} file`);
    expect(scripts).toHaveLength(1);
    expect(code).not.toMatch(/Three\.js|__THREE__|WebGLRenderer|mediapipe|FaceLandmarker|tasks-vision|onnx/i);
    expect(gzipSync(code).length).toBeLessThan(30_000);
  });
});
