import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { ROOT } from '../../scripts/run.ts';
import type { Half } from '../../scripts/texts/intent-corpora.ts';
import { LANGUAGES, RISKS, type Risk } from '../../src/index.ts';
import { fnv1a } from '../../src/learn/splits.ts';

/** A message, and whether its writer, or somebody beside them, may be in danger now. */
export interface SafetyLine {
  readonly text: string;
  readonly label: 'crisis' | 'harmless';
  readonly language: string;
  readonly kind: string;
}

/** A message that asks for a boundary; null for a harmless neighbour of one. */
export interface BoundaryLine {
  readonly text: string;
  readonly language: string;
  readonly boundary: Risk | null;
}

/**
 * Reads a table with the columns `text` and `label` (crisis or harmless), and if they are there `language` and `kind`.
 *
 * @throws {Error} when the file or a column is missing, or a label is another
 */
export function readSafetyLines(path: string): SafetyLine[] {
  return table(path).map(({ text, label, language = '', kind = '' }, i) => {
    const plain = label?.trim().toLowerCase();
    if (text === undefined || (plain !== 'crisis' && plain !== 'harmless')) throw new Error(`Expected ${path} to have the columns "text" and "label" (crisis or harmless), but row ${i + 2} has the label ${label === undefined ? 'of no such column' : `"${label}"`}. Correct it.`);
    return { text, label: plain, language, kind };
  });
}

export function readOwnSafetyLines(half: Half): SafetyLine[] {
  return readSafetyLines(join(ROOT, 'tests/sets/safety.csv')).filter(({ text }) => isOf(half, text));
}

/** Half of the lines of a few words by two blind authors; the other half is for training. */
export function readShortLines(): SafetyLine[] {
  return LANGUAGES.flatMap((language) => readSafetyLines(join(ROOT, `models/safety/short-${language}-test.csv`)).map((line) => Object.assign(line, { language })));
}

export function readOwnBoundaryLines(half: Half): BoundaryLine[] {
  return table(join(ROOT, 'tests/sets/boundaries.csv'))
    .map(({ text = '', language = '', category }) => ({ text, language, boundary: RISKS.find((risk) => risk === category) ?? null }))
    .filter(({ text }) => isOf(half, text));
}

function isOf(half: Half, text: string): boolean {
  return fnv1a(text) % 2 === (half === 'dev' ? 0 : 1);
}

function table(path: string): Partial<Record<string, string>>[] {
  if (!existsSync(path)) throw new Error(`Expected a table of messages at ${path}, but it is not there. Give the path of a CSV file.`);
  return parse(readFileSync(path, 'utf8'), { columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()), bom: true, skip_empty_lines: true, relax_quotes: true });
}
