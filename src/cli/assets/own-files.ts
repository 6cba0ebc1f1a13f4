import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AssetGroup } from './groups.ts';

/** A file of an avatar or a model that comes with attune. */
export interface OwnFile {
  /** Below the prepared folder, with forward slashes: avatars/<id>/<file>, models/<id>.json. */
  readonly path: string;
  readonly source: string;
}

/** A folder of the package that holds a folder for each thing. */
interface Shelf {
  readonly name: 'avatars' | 'models';
  readonly groupOf: (id: string) => AssetGroup;
  /** Without such a file the thing has not been made yet, and there is nothing to copy. */
  readonly essential: RegExp;
  /** The path of a file that is to be copied; null for all others. */
  readonly pathOf: (id: string, file: string) => string | null;
}

/** Examples of what people want, from which intents are learnt while a program runs. */
const REQUESTS = /^requests-\w+\.json$/;

/** Words of one language with what stands for them in English. */
const GLOSSES = /^glosses-\w+\.tsv$/;

/** Models of words beside those whose names say so. */
const OF_WORDS: readonly string[] = ['intent', 'replies', 'safety', 'boundaries', 'glosses'];

const MODEL_FILES: Readonly<Record<string, string>> = { 'net.json': 'json', LICENSE: 'LICENSE' };

const SHELVES: readonly Shelf[] = [
  {
    // What joins face and voice is of no use without a face, and comes with it.
    name: 'models', groupOf: (id) => (id === 'voice' ? 'voice' : id.startsWith('text') || OF_WORDS.includes(id) ? 'text' : 'face'), essential: /^((net|requests-\w+)\.json|glosses-\w+\.tsv)$/,
    pathOf: (id, file) => (REQUESTS.test(file) || GLOSSES.test(file) ? `models/${file}` : MODEL_FILES[file] === undefined ? null : `models/${id}.${MODEL_FILES[file]}`),
  },
  {
    name: 'avatars', groupOf: () => 'avatars', essential: /\.vrm$/,
    pathOf: (id, file) => (/^(avatar.*\.vrm|manifest\.json|character\.json|LICENSE)$/.test(file) ? `avatars/${id}/${file}` : null),
  },
];

/**
 * Lists the avatars and models that come with attune, each with its licence. They are its own work, so
 * nothing pins them: what is in the package is what is copied.
 *
 * @param root the folder of the attune package; one without avatars or models gives fewer files
 */
export async function listOwnFiles(root: string, only: readonly AssetGroup[]): Promise<OwnFile[]> {
  return (await Promise.all(SHELVES.map((shelf) => listShelf(join(root, shelf.name), shelf, only)))).flat();
}

async function listShelf(folder: string, { groupOf, essential, pathOf }: Shelf, only: readonly AssetGroup[]): Promise<OwnFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files: OwnFile[] = [];
  for (const id of entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort()) {
    if (!only.includes(groupOf(id))) continue;
    const present = (await readdir(join(folder, id))).sort();
    if (!present.some((file) => essential.test(file))) continue;
    for (const file of present) {
      const path = pathOf(id, file);
      if (path !== null) files.push({ path, source: join(folder, id, file) });
    }
  }
  return files;
}
