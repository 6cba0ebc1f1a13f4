import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { ROOT } from '../../scripts/run.ts';
import type { Half } from '../../scripts/texts/intent-corpora.ts';
import { BOUNDARIES, detectLanguage, type HeardBoundary, type Language } from '../../src/index.ts';
import { readOwnBoundaryLines } from '../safety/read-lines.ts';

/** A message, and the boundary that it asks for; null for harmless. */
export interface BoundaryLine {
  readonly text: string;
  readonly language: Language;
  readonly boundary: HeardBoundary;
}

const FOLDER = join(ROOT, 'models/boundaries');
const FILE = /^(?<of>training|held-out)-(?<language>en|zh)\d*\.csv$/;
const LABELS = [...BOUNDARIES, 'harmless'] as const;

/**
 * Reads a table with the columns `text` and `label` (one of the boundaries, or harmless).
 *
 * @throws {Error} when the file or a column is missing, or a label is another
 */
export function readBoundaryLines(path: string): BoundaryLine[] {
  if (!existsSync(path)) throw new Error(`Expected a table of messages at ${path}, but it is not there. Give the path of a CSV file.`);
  const rows = parse(readFileSync(path, 'utf8'), { columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()), bom: true, skip_empty_lines: true, relax_quotes: true }) as Partial<Record<'text' | 'label', string>>[];
  return rows.map(({ text, label }, i) => {
    const plain = label?.trim().toLowerCase();
    if (text === undefined || !LABELS.some((each) => each === plain)) throw new Error(`Expected ${path} to have the columns "text" and "label" (${LABELS.join(', ')}), but row ${i + 2} has ${label === undefined ? 'no label' : `the label "${label}"`}. Correct it.`);
    return { text, language: detectLanguage(text), boundary: boundaryOf(plain) };
  });
}

/** The boundary of that name; null for every other name. */
export function boundaryOf(name: string | null | undefined): HeardBoundary {
  return BOUNDARIES.find((each) => each === name) ?? null;
}

/** What blind authors wrote to be learnt from, or the third of it, by the hash of the text, that is only tested on; a file for each author. */
export function readAuthorsLines(part: 'training' | 'held-out'): BoundaryLine[] {
  return readdirSync(FOLDER).sort().flatMap((file) => {
    const { of, language } = FILE.exec(file)?.groups ?? {};
    return of === part ? readBoundaryLines(join(FOLDER, file)).map((line) => Object.assign(line, { language: language as Language })) : [];
  });
}

/** A half of tests/sets/boundaries.csv. To ask whether the agent is an AI is no boundary here: the rules answer it. */
export function readSetLines(half: Half): BoundaryLine[] {
  return readOwnBoundaryLines(half).map(({ text, language, boundary }) => ({ text, language: language as Language, boundary: boundaryOf(boundary) }));
}
