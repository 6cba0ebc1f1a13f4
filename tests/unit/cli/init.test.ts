import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/run.ts';
import { copyStarter } from '../../../src/cli/init/copy-starter.ts';
import { temporaryFolder } from '../../assets/temporary-folder.ts';

interface PackageFile {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

const packageOf = (folder: string): PackageFile => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile;

describe('attune init', () => {
  it('copies a starter into a new folder, and into one where only git has been', async () => {
    const folder = join(temporaryFolder(), 'a', 'game');
    expect(await copyStarter(folder)).toEqual(['README.md', 'index.html', 'main.js', 'package.json', 'vite.config.js']);
    expect(readdirSync(folder)).toHaveLength(5);
    const repository = temporaryFolder();
    mkdirSync(join(repository, '.git'));
    expect(await copyStarter(repository)).toContain('main.js');
  });

  it('writes nothing where anything lies, and says what does', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'my-game.js'), 'mine');
    await expect(copyStarter(folder)).rejects.toThrow(/empty, but it holds my-game\.js\. Nothing was written/);
    expect(readdirSync(folder)).toEqual(['my-game.js']);
    await expect(copyStarter(join(folder, 'my-game.js'))).rejects.toThrow(/to be a folder.*ENOTDIR/);
    await expect(copyStarter(' ')).rejects.toThrow(/it is empty/);
  });

  it('asks for what this version of Attune asks for', async () => {
    const { dependencies, devDependencies } = packageOf(join(ROOT, 'starters/three'));
    const { peerDependencies } = packageOf(ROOT);
    const asked = Object.fromEntries(Object.entries({ ...dependencies, ...devDependencies }).filter(([name]) => name !== 'vite'));
    expect(asked).toEqual(Object.fromEntries(Object.keys(asked).map((name) => [name, peerDependencies[name]])));
  });
});
