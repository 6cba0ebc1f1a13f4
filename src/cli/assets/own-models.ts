import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of a model that comes with attune. */
export interface ModelFile {
  /** Below the prepared folder, with forward slashes: models/<id>.json, models/<id>.LICENSE. */
  readonly path: string;
  readonly source: string;
}

const names = { 'net.json': 'json', LICENSE: 'LICENSE' } as const;

/**
 * Lists the weights of the models that come with attune, each with its licence. They are its own
 * work, so nothing pins them: what is in the package is what is copied.
 *
 * @param root the folder of the attune package; one without models gives an empty list.
 */
export async function listOwnModels(root: string): Promise<ModelFile[]> {
  const folder = join(root, 'models');
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files: ModelFile[] = [];
  for (const id of entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort()) {
    const present = await readdir(join(folder, id));
    // A model that has not been trained yet has nothing to load.
    if (!present.includes('net.json')) continue;
    for (const [name, ending] of Object.entries(names)) {
      if (present.includes(name)) files.push({ path: `models/${id}.${ending}`, source: join(folder, id, name) });
    }
  }
  return files;
}
