import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { detectLanguage, LANGUAGES } from '../../src/index.ts';
import { fnv1a } from '../../src/learn/splits.ts';
import { FINANCE_CLASSES } from '../../src/monitor/finance/finance-head.ts';
import type { FinanceLanguage } from '../../src/monitor/finance/index.ts';
import { ROOT } from '../run.ts';
import type { Half } from '../texts/intent-corpora.ts';

/** A text and what it is for an investor. */
export interface FinanceRow {
  readonly text: string;
  readonly language: FinanceLanguage;
  /** Index in FINANCE_CLASSES. */
  readonly sentiment: number;
}

/** Half of our own set: which half a row is in follows from its text, as tests/sets/README.md says. */
export function readOwnRows(half: Half): FinanceRow[] {
  return readFinanceRows(join(ROOT, 'tests/sets/finance.csv')).filter(({ text }) => fnv1a(text) % 2 === (half === 'dev' ? 0 : 1));
}

/**
 * Reads a table with the columns `text`, `sentiment` (positive, neutral or negative) and, where the language is not plain from the characters, `language`
 * (en or zh), in any order; other columns are left alone.
 *
 * @throws {Error} naming the line and the field of the first fault
 */
export function readFinanceRows(path: string): FinanceRow[] {
  if (!existsSync(path)) throw new Error(`Expected a table of texts at ${path}, but there is no such file. Check the path.`);
  const rows = parseTable(path);
  const [head, ...body] = rows;
  const columns = (head?.record ?? []).map((name) => name.trim().toLowerCase());
  const [textAt, sentimentAt, languageAt] = ['text', 'sentiment', 'language'].map((name) => columns.indexOf(name)) as [number, number, number];
  const missing = ['text', 'sentiment'].filter((name) => !columns.includes(name));
  if (missing.length > 0) throw new Error(`Expected ${path} to name the columns "text" and "sentiment" in its first line, but ${missing.map((name) => `"${name}"`).join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing; it has ${columns.map((name) => `"${name}"`).join(', ') || 'none'}. Rename them.`);
  if (body.length === 0) throw new Error(`Expected ${path} to hold texts below its first line, but there is none.`);
  return body.map(({ record, line }): FinanceRow => {
    const fault = (field: string, expected: string, came: string): Error => new Error(`Expected ${expected} in ${path}, line ${line}, field "${field}", but got ${came}. Correct that line.`);
    const text = (record[textAt] ?? '').trim();
    if (text === '') throw fault('text', 'a text', 'nothing');
    const word = (record[sentimentAt] ?? '').trim().toLowerCase();
    const sentiment = FINANCE_CLASSES.findIndex((name) => name === word);
    if (sentiment < 0) throw fault('sentiment', 'positive, neutral or negative', word === '' ? 'nothing' : `"${word}"`);
    const named = languageAt < 0 ? '' : (record[languageAt] ?? '').trim().toLowerCase();
    const language = named === '' ? detectLanguage(text) : LANGUAGES.find((each) => each === named);
    if (!language) throw fault('language', `${LANGUAGES.join(' or ')}, or nothing`, `"${named}"`);
    return { text, language, sentiment };
  });
}

/** The records of a table, each with the line that it begins on. */
function parseTable(path: string): { readonly record: readonly string[]; readonly line: number }[] {
  try {
    const parsed = parse(readFileSync(path), { bom: true, info: true, skip_empty_lines: true, relax_column_count: true }) as unknown as { record: string[]; info: { lines: number } }[];
    return parsed.map(({ record, info }) => ({ record, line: info.lines - (record.join('').match(/\n/g)?.length ?? 0) }));
  } catch (error) {
    throw new Error(`Expected ${path} to be a table of comma-separated values, quoted by RFC 4180, but ${error instanceof Error ? error.message : String(error)}. Correct that line.`, { cause: error });
  }
}
