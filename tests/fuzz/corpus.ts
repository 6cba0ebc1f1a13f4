import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** Something that was found once, and must never be a fault again. */
export interface Found {
  readonly file: string;
  /** What went wrong with it, in one line. */
  readonly why: string;
  readonly input: unknown;
}

const FOLDER = fileURLToPath(new URL('./corpus', import.meta.url));

/** What was found of a target, out of `corpus/NAME/*.json`. */
export function corpusOf(name: string): readonly Found[] {
  const folder = join(FOLDER, name);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((file) => file.endsWith('.json')).toSorted().map((file) => {
    const { why, input } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Omit<Found, 'file'>;
    return { file, why, input };
  });
}
