import { cp, mkdir, readdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../usage-error.ts';

/** The starters that there are, each a folder of `starters/`. */
export const TEMPLATES = ['three', 'react'] as const;
export type Template = (typeof TEMPLATES)[number];

/** A folder with nothing of somebody's in it: what a repository or a system puts there by itself may stay. */
const MAY_STAY: ReadonlySet<string> = new Set(['.git', '.gitignore', '.DS_Store', 'LICENSE', 'node_modules']);

/**
 * Copies a starter into a folder, which is made where it is missing.
 *
 * @returns the names of the files
 * @throws {UsageError} when there is something in the folder, naming it; nothing is written then
 */
export async function copyStarter(folder: string, template: Template): Promise<readonly string[]> {
  if (folder.trim() === '') throw new UsageError('Expected the name of a folder, but it is empty; see: attune init --help');
  const there = await readdir(folder).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return [];
    throw new UsageError(`Expected ${folder} to be a folder, or nothing yet, but it is something else (${thrown.code}). Name another.`);
  });
  const taken = there.filter((name) => !MAY_STAY.has(name));
  if (taken.length > 0) throw new UsageError(`Expected ${folder} to be empty, but it holds ${taken.slice(0, 3).join(', ')}${taken.length > 3 ? ` and ${taken.length - 3} more` : ''}. Nothing was written; name a new folder.`);
  const starter = findStarter(template);
  await mkdir(folder, { recursive: true });
  await cp(starter, folder, { recursive: true });
  return (await readdir(starter)).toSorted();
}

/** Beside the package's own files, whether this is run from its source or as it was built. */
function findStarter(template: Template): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); at !== dirname(at); at = dirname(at)) {
    const starter = join(at, 'starters', template);
    if (existsSync(starter)) return starter;
  }
  throw new Error('Expected the starter among the files of the package, but it is missing. Install attune again.');
}
