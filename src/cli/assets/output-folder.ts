import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../usage-error.ts';

/** A folder whose files appear whole or not at all. */
export interface OutputFolder {
  readonly path: string;
  /** The SHA-256 of a file in it, in hexadecimal, or null where there is none. */
  hash(path: string): Promise<string | null>;
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Removes what an interrupted write left behind. */
  close(): Promise<void>;
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Opens a folder for writing, making it where it is missing.
 *
 * Files are first written to `.partial/`, on the same file system, and then renamed. The names
 * there carry the process id and a token, so that two runs at once keep out of each other's way
 * and a later run can sweep up after one that was killed.
 *
 * @throws UsageError where the path is a file, or cannot be written to.
 */
export async function openOutputFolder(out: string): Promise<OutputFolder> {
  const path = resolve(out);
  const partial = join(path, '.partial');
  const own = `${process.pid}-${randomUUID()}`;
  const existing = await stat(path).catch(() => null);
  if (existing !== null && !existing.isDirectory()) {
    throw new UsageError(`Expected --out to be a folder, but ${path} is a file; name another folder.`);
  }
  try {
    await makeFolder(partial);
    // Making a folder that is there already succeeds even where nothing may be written into it.
    await writeFile(join(partial, own), '');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UsageError(`Expected --out to be a folder that can be written to, but ${path} gave ${code}; name another folder or change its permissions.`);
  }
  await sweep(partial, (name) => !isRunning(Number.parseInt(name, 10)));

  let written = 0;
  return {
    path,
    async hash(file) {
      try {
        return sha256(await readFile(join(path, file)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    async write(file, bytes) {
      const target = join(path, file);
      const temporary = join(partial, `${own}-${written++}`);
      await mkdir(dirname(target), { recursive: true });
      await mkdir(partial, { recursive: true });
      await writeFile(temporary, bytes);
      await rename(temporary, target);
    },
    async close() {
      await sweep(partial, (name) => name.startsWith(own));
      // Fails where another run is still writing; that run removes it.
      await rmdir(partial).catch(() => {});
    },
  };
}

/**
 * Makes a folder and those above it. Node's own `recursive` never returns where a file system
 * answers ENOENT for a new folder in an existing one, as /proc does.
 */
async function makeFolder(path: string): Promise<void> {
  const isFolder = async (folder: string) => (await stat(folder).catch(() => null))?.isDirectory() ?? false;
  try {
    await mkdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && (await isFolder(path))) return;
    if (code !== 'ENOENT' || (await isFolder(dirname(path)))) throw error;
    await makeFolder(dirname(path));
    await makeFolder(path);
  }
}

async function sweep(folder: string, mayRemove: (name: string) => boolean): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (mayRemove(name)) await rm(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
