import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { LANGUAGES } from '../../src/index.ts';
import { createRandom } from '../../src/learn/random.ts';
import { fnv1a } from '../../src/learn/splits.ts';
import { ROOT } from '../../scripts/run.ts';
import { type BoundaryLine, boundaryOf } from './read-lines.ts';

/** Of each pattern so many sentences are made at most. */
const MOST = 6;
const SLOT = /\[([^\]]*)\]/g;

/** Sentences by our own patterns, in which `[this|that]` stands for either: what changes and does not matter (an age, a school year, a medicine) is learnt from as many words. */
export function readPatternLines(): BoundaryLine[] {
  return LANGUAGES.flatMap((language) => {
    const rows = parse(readFileSync(join(ROOT, `models/boundaries/patterns-${language}.csv`), 'utf8'), { columns: true }) as { pattern: string; label: string }[];
    return rows.flatMap(({ pattern, label }) => sentencesOf(pattern).map((text) => ({ text, language, boundary: boundaryOf(label) })));
  });
}

/** Different sentences of a pattern, drawn by its own hash. */
export function sentencesOf(pattern: string): string[] {
  const random = createRandom(fnv1a(pattern));
  const drawn = Array.from({ length: 2 * MOST }, () => pattern.replace(SLOT, (_, choices: string) => {
    const each = choices.split('|');
    return each[random.below(each.length)]!;
  }));
  return [...new Set(drawn)].slice(0, MOST);
}
