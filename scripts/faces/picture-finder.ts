import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import { isArchive, readArchive } from './read-archive.ts';

/** Gives the bytes of a picture. */
export type Bytes = () => Promise<Buffer>;

/** Finds the pictures that a table of labels names. */
export interface PictureFinder {
  /**
   * @param named a file's name or a path, relative to the folder or absolute
   * @returns null when there is no such picture
   */
  find(named: string): Bytes | null;
}

const PICTURE = /\.(png|jpe?g|webp|bmp|tiff?|gif|avif)$/i;

/** The archives of pictures that lie in a folder. */
export function archivesIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => isArchive(name)).sort().map((name) => join(folder, name));
}

/**
 * Looks where a path points, then in images/, then for a file of that name anywhere below the folder,
 * then in the archives, whose pictures are held in memory.
 */
export async function createPictureFinder(folder: string, archives: readonly string[]): Promise<PictureFinder> {
  const packed = new Map<string, Buffer>();
  for (const archive of archives) for (const [path, bytes] of await readArchive(archive)) packed.set(basename(path).toLowerCase(), bytes);
  let below: Map<string, string[]> | null = null;
  const belowBy = (name: string): readonly string[] => {
    below ??= byName(listPictures(folder));
    return below.get(name.toLowerCase()) ?? [];
  };
  return {
    find(named) {
      const path = named.replaceAll('\\', '/');
      const straight = [...(isAbsolute(path) ? [path] : []), join(folder, path), join(folder, 'images', path)].find((each) => isFile(each));
      const name = basename(path);
      const found = straight ?? likest(path, belowBy(name));
      if (found !== null) return () => readFile(found);
      const bytes = packed.get(name.toLowerCase());
      return bytes ? () => Promise.resolve(bytes) : null;
    },
  };
}

function byName(paths: readonly string[]): Map<string, string[]> {
  const grouped = new Map<string, string[]>();
  for (const path of paths) {
    const name = basename(path).toLowerCase();
    grouped.set(name, [...(grouped.get(name) ?? []), path]);
  }
  return grouped;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Of several files of one name, the one whose folders agree furthest with those that were named; null when none does better than another. */
function likest(named: string, paths: readonly string[]): string | null {
  const parts = named.toLowerCase().split('/').toReversed();
  const agreement = (path: string): number => {
    const own = path.toLowerCase().split('/').toReversed();
    const differs = parts.findIndex((part, index) => part !== own[index]);
    return differs < 0 ? parts.length : differs;
  };
  const [best, second] = paths.map((path) => ({ path, agreed: agreement(path) })).sort((a, b) => b.agreed - a.agreed);
  return best && best.agreed > (second?.agreed ?? 0) ? best.path : null;
}

function listPictures(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && PICTURE.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
}
