import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const wanted = /^(avatar.*\.vrm|manifest\.json|LICENSE)$/;

/** A file of an avatar that comes with attune. */
export interface AvatarFile {
  /** Below the prepared folder, with forward slashes: avatars/<id>/<file>. */
  readonly path: string;
  readonly source: string;
}

/**
 * Lists the avatars that come with attune. They are its own work, so nothing pins them: what is
 * in the package is what is copied.
 *
 * @param root the folder of the attune package; one without avatars gives an empty list.
 */
export async function listOwnAvatars(root: string): Promise<AvatarFile[]> {
  const folder = join(root, 'avatars');
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files: AvatarFile[] = [];
  for (const id of entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort()) {
    const names = (await readdir(join(folder, id))).filter((name) => wanted.test(name)).sort();
    // A recipe whose avatar has not been built yet has nothing to show.
    if (!names.some((name) => name.endsWith('.vrm'))) continue;
    files.push(...names.map((name) => ({ path: `avatars/${id}/${name}`, source: join(folder, id, name) })));
  }
  return files;
}
