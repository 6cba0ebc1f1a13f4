import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectToShip, type InstalledPackage, mayShip, readPackage } from '../../../scripts/may-ship.ts';
import { ROOT } from '../../../scripts/run.ts';

interface PackageFile {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const jsonAt = (path: string): PackageFile => JSON.parse(readFileSync(path, 'utf8')) as PackageFile;

/** Packages that a source file names. Whatever of them is used is in a build. */
function importsOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(tsx?|css)$/.test(name)).flatMap((name) => (
    [...readFileSync(join(ROOT, folder, name), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'((?:@[a-z][^'/]*\/)?[a-z][^'/:]*)(?:\/[^']*)?'/g)].map(([, found]) => found!)
  ));
}

/** Where Node finds a package that another one needs; null for an optional one that is not there. */
function find(name: string, from: string): string | null {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  return dirname(from) === from ? null : find(name, dirname(from));
}

/** Everything that ships, or is installed with what ships: what is imported, what package.json asks users for, and what those need. */
function shipped(): ReadonlyMap<string, InstalledPackage> {
  const found = new Map<string, InstalledPackage>();
  const visit = (name: string, from: string): void => {
    const folder = find(name, from);
    if (folder === null || found.has(folder)) return;
    found.set(folder, readPackage(folder));
    for (const next of Object.keys(jsonAt(join(folder, 'package.json')).dependencies ?? {})) visit(next, folder);
  };
  const { dependencies, peerDependencies } = jsonAt(join(ROOT, 'package.json'));
  for (const name of [...Object.keys({ ...dependencies, ...peerDependencies }), ...['src', 'scenes', 'starters'].flatMap(importsOf)]) visit(name, ROOT);
  return found;
}

describe('what ships', () => {
  const all = shipped();

  it('is under licences that let others ship it under MIT', () => {
    const names = new Set([...all.values()].map(({ name }) => name));
    // Packages of every way in: bundled, installed beside it, and needed by those.
    for (const name of ['three', 'valibot', 'tone', 'hono', '@pmndrs/msdfonts', '@mediapipe/tasks-vision', '@fontsource-variable/nunito-sans', 'scheduler']) expect(names).toContain(name);
    expect(() => expectToShip([...all.values()])).not.toThrow();
  });

  it.each(['GPL-3.0-only', 'AGPL-3.0-or-later', 'LGPL-2.1-only', 'MIT AND GPL-2.0-only', 'CC-BY-NC-4.0', 'SEE LICENSE IN LICENSE', 'UNLICENSED', 'unstated', ''])('would be refused under "%s"', (licence) => {
    expect(() => expectToShip([...all.values(), { name: 'planted', version: '1.0.0', licence, text: null }])).toThrow(`planted 1.0.0 (${licence})`);
  });

  it.each(['MIT', '(MIT OR GPL-3.0-only)', 'Apache-2.0 AND MIT', '(AFL-2.1 OR BSD-3-Clause)'])('would be accepted under "%s"', (licence) => {
    expect(mayShip({ name: 'planted', licence })).toBe(true);
  });

  it('is read from the package itself', () => {
    const folder = mkdtempSync(join(tmpdir(), 'attune-licence-'));
    try {
      writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'planted', version: '2.0.0', license: 'GPL-3.0-only' }));
      writeFileSync(join(folder, 'COPYING'), 'Terms\n');
      expect(readPackage(folder)).toEqual({ name: 'planted', version: '2.0.0', licence: 'GPL-3.0-only', text: 'Terms' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
