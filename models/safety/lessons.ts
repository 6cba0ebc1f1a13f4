import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type DangerTraits, dangerTraits } from '../../src/browser/text/danger/danger-head.ts';
import { type Crisis, CRISES, type Language } from '../../src/index.ts';
import { englishRuns } from '../../src/browser/text/danger/danger-grams.ts';
import type { StoredMeaning } from '../../src/learn/nets/train-meaning-net.ts';
import { meaningsOf, toEnglish } from '../../scripts/texts/meanings.ts';
import { ROOT } from '../../scripts/run.ts';
import { readOwnSafetyLines, type SafetyLine } from './read-lines.ts';

/** A line that is learnt from, or held out. */
export interface Lesson extends DangerTraits {
  readonly text: string;
  readonly language: Language;
  /** Who wrote it; one author's lines are held out together. */
  readonly author: string;
  /** Null for harmless. */
  readonly crisis: Crisis | null;
  readonly kind: string;
  readonly meaning: StoredMeaning;
  /** Runs of words of its English. */
  readonly english: Uint32Array;
}

const FOLDER = join(ROOT, 'models/safety');
const FILE = /^training-(?<author>(?<language>en|zh)\d*)\.csv$/;
export const DEV = 'dev';
/** The kind of lines that nobody wrote to be told from danger. */
export const ORDINARY_KIND = 'ordinary';

type Line = Omit<SafetyLine, 'language'> & { readonly author: string; readonly language: Language };

/** All lines that blind authors wrote to be learnt from. */
export function readTrainingLines(): Line[] {
  return readdirSync(FOLDER).sort().flatMap((file) => {
    const { author, language } = FILE.exec(file)?.groups ?? {};
    if (author === undefined) return [];
    const rows = parse(readFileSync(join(FOLDER, file), 'utf8'), { columns: true, bom: true, skip_empty_lines: true }) as Pick<SafetyLine, 'text' | 'label' | 'kind'>[];
    return rows.map((row) => Object.assign(row, { author, language: language as Language }));
  });
}

/** All training lines, by author, and the dev half of the test set as one author more. */
export async function readLessons(): Promise<Lesson[]> {
  const dev = readOwnSafetyLines('dev').map((line) => Object.assign(line, { author: DEV, language: line.language as Language }));
  return toLessons([...readTrainingLines(), ...dev]);
}

/** Takes lines apart, once for all that learns from them. */
export async function toLessons(lines: readonly Line[]): Promise<Lesson[]> {
  const meanings = await meaningsOf(lines, 'meanings of lines');
  const english = toEnglish(lines);
  return lines.map(({ text, language, author, label, kind }, i) => Object.assign(dangerTraits(text), {
    text, language, author, kind, crisis: label === 'crisis' ? crisisOf(kind) : null, meaning: meanings[i]!, english: englishRuns(english[i]!),
  }));
}

/** Authors tell more kinds than the agent answers apart. */
function crisisOf(kind: string): Crisis {
  return CRISES.find((crisis) => crisis === kind) ?? 'self-harm';
}
