import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../scripts/run.ts';

/** A user's folder outside of the repository, with Attune installed as `npm pack` made it. */
export interface OutsideProject {
  readonly folder: string;
  write(name: string, text: string): void;
  run(command: string, args: readonly string[]): string;
  remove(): void;
}

/** A block of code in one of the repository's own pages, by its language and something that it contains. */
export function blockOf(page: string, language: string, containing: string): string {
  const blocks = [...readFileSync(join(ROOT, page), 'utf8').matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)];
  const found = blocks.find(([, marked, code]) => marked === language && code?.includes(containing));
  if (!found?.[2]) throw new Error(`Expected a block of ${language} with "${containing}" in ${page}, but there is none.`);
  return found[2];
}

/** The packages that a block of shell commands installs, apart from Attune itself. */
export function packagesIn(shell: string): string[] {
  return [...shell.replaceAll('\\\n', ' ').matchAll(/^npm install (.*)$/gm)]
    .flatMap(([, line]) => line!.split(/\s+/))
    .filter((word) => word !== '' && !word.startsWith('-') && !word.endsWith('.tgz'))
    .map((word) => word.replace(/(?<=.)@.*$/, ''));
}

/** Installs with npm itself, offline: what a registry would send comes from the repository's own node_modules. */
export function makeOutsideProject(packages: readonly string[]): OutsideProject {
  const folder = mkdtempSync(join(tmpdir(), 'attune-game-'));
  const run = (command: string, args: readonly string[]): string => execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, npm_config_update_notifier: 'false' } });
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  write('package.json', '{ "name": "your-game", "private": true, "type": "module" }');
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: ROOT, stdio: 'ignore' });
  const packed = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  const links = [...packages, 'valibot'].map((name) => `file:${join(ROOT, 'node_modules', name)}`);
  run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', `./${packed}`, ...links]);
  return { folder, write, run, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
