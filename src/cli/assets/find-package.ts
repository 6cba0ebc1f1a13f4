import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface FoundPackage {
  readonly folder: string;
  readonly version: string;
}

/** The folder of this very file: where the packages that attune itself depends on are found. */
export const ownFolder = dirname(fileURLToPath(import.meta.url));

/**
 * Finds an installed package as Node would from each of the folders in turn.
 *
 * It looks for the package's folder, not for one of its modules, because many packages hide
 * their package.json and their data files behind `exports`.
 */
export function findPackage(name: string, from: readonly string[]): FoundPackage | null {
  for (const start of from) {
    const folders = createRequire(join(start, 'anything.js')).resolve.paths(name) ?? [];
    for (const folder of folders) {
      const file = join(folder, name, 'package.json');
      if (!existsSync(file)) continue;
      const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown };
      return { folder: dirname(file), version: typeof version === 'string' ? version : 'none' };
    }
  }
  return null;
}

/**
 * The folder of the attune package: the nearest one above that has its package.json, from
 * src/cli as well as from dist/cli.
 */
export function findOwnPackage(from: string = ownFolder): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: unknown }).name === 'attune') {
      return folder;
    }
    if (folder === dirname(folder)) {
      throw new Error(`Expected the package.json of attune in a folder above ${from}, but there is none; reinstall attune.`);
    }
  }
}
