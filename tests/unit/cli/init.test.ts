import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ROOT } from '../../../scripts/run.ts';
import { copyStarter, TEMPLATES } from '../../../src/cli/init/copy-starter.ts';
import { runCli } from '../../../src/cli/run-cli.ts';
import { temporaryFolder } from '../../assets/temporary-folder.ts';

interface PackageFile {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

const packageOf = (folder: string): PackageFile => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile;

afterEach(() => {
  vi.restoreAllMocks();
});

describe('attune init', () => {
  it('copies a starter into a new folder, and into one where only git has been', async () => {
    const folder = join(temporaryFolder(), 'a', 'game');
    expect(await copyStarter(folder, 'three')).toEqual(['README.md', 'index.html', 'main.js', 'package.json', 'vite.config.js']);
    expect(readdirSync(folder)).toHaveLength(5);
    const repository = temporaryFolder();
    mkdirSync(join(repository, '.git'));
    expect(await copyStarter(repository, 'react')).toContain('app.jsx');
  });

  it('writes nothing where anything lies, and says what does', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'my-game.js'), 'mine');
    await expect(copyStarter(folder, 'three')).rejects.toThrow(/empty, but it holds my-game\.js\. Nothing was written/);
    expect(readdirSync(folder)).toEqual(['my-game.js']);
    await expect(copyStarter(join(folder, 'my-game.js'), 'three')).rejects.toThrow(/to be a folder.*ENOTDIR/);
    await expect(copyStarter(' ', 'react')).rejects.toThrow(/it is empty/);
  });

  it.each([['--template', 'react'], ['--template=react'], ['-t', 'react']])('takes the template by %s %s', async (...option) => {
    vi.spyOn(console, 'log').mockImplementation(() => {});
    const folder = join(temporaryFolder(), 'game');
    expect(await runCli(['init', folder, ...option])).toBe(0);
    expect(readdirSync(folder)).toEqual(['README.md', 'app.jsx', 'index.html', 'main.jsx', 'package.json', 'vite.config.js']);
  });

  it.each([
    [['--template', 'vue'], /^attune: Expected --template to be three or react, but got "vue"/],
    [['--template'], /^attune: Expected --template to be three or react, but got ""/],
    [['--react'], /^attune: Expected one folder and no option but --template, but got "--react"/],
    [['other'], /^attune: Expected one folder and no option but --template, but got "other"/],
  ])('writes nothing for %j, and says what it takes', async (args, told) => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
    const folder = join(temporaryFolder(), 'game');
    expect(await runCli(['init', folder, ...args])).toBe(2);
    expect(errors.mock.calls).toEqual([[expect.stringMatching(told)]]);
    expect(existsSync(folder)).toBe(false);
  });

  it.each(TEMPLATES)('asks for what this version of Attune asks for: %s', (template) => {
    const { dependencies, devDependencies } = packageOf(join(ROOT, 'starters', template));
    const { peerDependencies } = packageOf(ROOT);
    // What the game brings of its own: its bundler, and what draws React into a page.
    const own = ['vite', '@vitejs/plugin-react', 'react-dom'];
    const asked = Object.fromEntries(Object.entries({ ...dependencies, ...devDependencies }).filter(([name]) => !own.includes(name)));
    expect(asked).toEqual(Object.fromEntries(Object.keys(asked).map((name) => [name, peerDependencies[name]])));
  });
});
