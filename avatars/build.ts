import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AvatarRecipe, Level } from './kit/assemble.ts';
import { customs, presets, visemeNames } from './kit/expressions.ts';

/** Rebuilds avatars from their recipes: `npx tsx avatars/build.ts [id…]`. The same sources give the same bytes. */

const here = import.meta.dirname;
const levels: readonly [Level, string][] = [['full', 'avatar.vrm'], ['light', 'avatar.light.vrm']];

export const avatarIds = (): string[] => readdirSync(here).filter((d) => existsSync(join(here, d, 'recipe.ts'))).sort();

export async function loadRecipe(id: string): Promise<AvatarRecipe> {
  if (!avatarIds().includes(id)) throw new Error(`No avatar named "${id}"; there are: ${avatarIds().join(', ')}`);
  const module = (await import(`./${id}/recipe.ts`)) as { recipe: AvatarRecipe };
  return module.recipe;
}

/** SHA-256 over the kit's and the avatar's .ts sources: for each file, in name order, its path from avatars/, a zero byte, its text, a zero byte. */
export function recipeHash(id: string): string {
  const hash = createHash('sha256');
  for (const folder of ['kit', id]) {
    for (const file of readdirSync(join(here, folder)).filter((f) => f.endsWith('.ts')).sort()) {
      hash.update(`${folder}/${file}\0`).update(readFileSync(join(here, folder, file), 'utf8').replaceAll('\r\n', '\n')).update('\0');
    }
  }
  return hash.digest('hex');
}

export function manifestOf(recipe: AvatarRecipe, files: Readonly<Record<Level, Uint8Array>>): object {
  const level = (name: Level, file: string): object => ({
    file,
    triangles: recipe.count(name)['total'],
    bytes: files[name].length,
    sha256: createHash('sha256').update(files[name]).digest('hex'),
  });
  const { gaze } = recipe;
  return {
    id: recipe.id,
    name: recipe.name,
    licence: 'CC0-1.0',
    heightMetres: recipe.heightMetres,
    eyeHeightMetres: recipe.eyeHeightMetres,
    gazeLimitsRadians: { left: gaze.horizontal, right: gaze.horizontal, up: gaze.up, down: gaze.down },
    expressions: { preset: Object.keys(presets), custom: Object.keys(customs).filter((n) => !n.startsWith('viseme_')) },
    visemes: visemeNames,
    levels: { full: level('full', 'avatar.vrm'), light: level('light', 'avatar.light.vrm') },
    recipeHash: recipeHash(recipe.id),
  };
}

const isMain = process.argv[1] !== undefined && import.meta.filename === process.argv[1];
if (isMain) {
  const asked = process.argv.slice(2);
  for (const id of asked.length ? asked : avatarIds()) {
    const recipe = await loadRecipe(id);
    const files = {} as Record<Level, Uint8Array>;
    mkdirSync(join(here, id), { recursive: true });
    for (const [level, file] of levels) {
      files[level] = recipe.build(level);
      writeFileSync(join(here, id, file), files[level]);
      console.log(`${id}/${file}: ${files[level].length} bytes`, JSON.stringify(recipe.count(level)));
    }
    writeFileSync(join(here, id, 'manifest.json'), `${JSON.stringify(manifestOf(recipe, files), null, 2)}\n`);
  }
}
