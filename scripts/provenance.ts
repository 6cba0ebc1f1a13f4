import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.ts';

/** What a model learnt from, or a file was made of. */
export interface Origin {
  readonly what: string;
  /** The licence of that, in the words of whoever wrote it down. */
  readonly licence: string;
}

/** A file of our own that ships beside the code: weights, an avatar, lines. */
export interface ShippedFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly kind: 'model' | 'avatar' | 'lines';
  readonly bytes: number;
  readonly sha256: string;
  /** As an SPDX identifier, out of the LICENSE beside it; null where that states none. */
  readonly licence: string | null;
  readonly from: readonly Origin[];
  /** The command that makes it again; null where people wrote it. */
  readonly made: string | null;
}

const read = (...path: string[]): string => (existsSync(join(ROOT, ...path)) ? readFileSync(join(ROOT, ...path), 'utf8') : '');

/** Every model, avatar and set of lines that `package.json` lets ship, with where it came from. */
export function shippedFiles(): readonly ShippedFile[] {
  const models = foldersOf('models').flatMap((id) => filesOf('models', id, /^net\.json$/).map((path) => describe(path, 'model', read('models', id, 'LICENSE'), learntFrom(read('models', id, 'CARD.md')))));
  const lines = foldersOf('models').flatMap((id) => filesOf('models', id, /^(requests-.*\.json|glosses-.*\.tsv)$/).map((path) => describe(path, 'lines', read('models', id, 'LICENSE'), { from: [{ what: 'our own lines', licence: 'MIT' }], made: null })));
  const avatars = foldersOf('avatars').flatMap((id) => filesOf('avatars', id, /\.vrm$/).map((path) => describe(path, 'avatar', read('avatars', id, 'LICENSE'), {
    from: [{ what: `avatars/${id}/recipe.ts and avatars/kit, our own code`, licence: 'CC0-1.0, MIT' }], made: `npx tsx avatars/build.ts ${id}`,
  })));
  return [...models, ...lines, ...avatars];
}

const foldersOf = (folder: string): string[] => readdirSync(join(ROOT, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).toSorted();
const filesOf = (folder: string, id: string, which: RegExp): string[] => readdirSync(join(ROOT, folder, id)).filter((name) => which.test(name)).toSorted().map((name) => `${folder}/${id}/${name}`);

function describe(path: string, kind: ShippedFile['kind'], terms: string, origin: Pick<ShippedFile, 'from' | 'made'>): ShippedFile {
  const bytes = readFileSync(join(ROOT, path));
  return { path, kind, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), licence: /^SPDX-License-Identifier: (\S+)$/m.exec(terms)?.[1] ?? null, ...origin };
}

/** What a card says that its model learnt from, beside what it was only tested on, and how it is made again. */
function learntFrom(card: string): Pick<ShippedFile, 'from' | 'made'> {
  const rows = /^## Data\n\n(?:\|.*\n){2}((?:\|.*\n)+)/m.exec(card)?.[1]?.trim().split('\n') ?? [];
  const cells = rows.map((row) => row.split('|').slice(1, -1).map((cell) => cell.trim()));
  const from = cells.filter(([, , use]) => !use?.startsWith('testing')).map(([what = '', licence = '']) => ({ what, licence }));
  return { from, made: /^## Made by\n\n`([^`]+)`/m.exec(card)?.[1] ?? null };
}
