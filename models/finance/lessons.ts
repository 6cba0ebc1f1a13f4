import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { countFeatures, toneBy } from '../../src/monitor/finance/create-finance-reader.ts';
import { type FinanceFeatures, hashGram } from '../../src/monitor/finance/features.ts';
import type { FinanceLanguage } from '../../src/monitor/finance/find-cues.ts';
import { FINANCE_CLASSES } from '../../src/monitor/finance/finance-head.ts';
import { ROOT } from '../../scripts/run.ts';
import { makeLines } from './make-lines.ts';

/** A text that is learnt from. */
export interface Lesson {
  readonly text: string;
  readonly language: FinanceLanguage;
  /** Index in FINANCE_CLASSES. */
  readonly sentiment: number;
  /** Which list it is from; lists are held out whole. */
  readonly list: string;
  readonly features: FinanceFeatures;
}

const FOLDER = join(ROOT, 'models/finance');

/** The lines that were written by hand, and sentences that are made by rules. */
export function readLessons(): Lesson[] {
  const toneOf = toneBy(readTone());
  const written = ([['lines-en.csv', 'en'], ['lines-zh.csv', 'zh']] as const).flatMap(([file, language]) => {
    const rows = parse(readFileSync(join(FOLDER, file), 'utf8'), { columns: true, bom: true, skip_empty_lines: true }) as { text: string; sentiment: (typeof FINANCE_CLASSES)[number]; list: string }[];
    return rows.map(({ text, sentiment, list }) => ({ text, language, sentiment: FINANCE_CLASSES.indexOf(sentiment), list }));
  });
  return [...written, ...makeLines()].map((line) => Object.assign(line, { features: countFeatures(line.text, line.language, null, toneOf) }));
}

/** VADER's lexicon (Hutto and Gilbert 2014), as the package vader-sentiment carries it: ratings from -4 to 4 by what stands for a word. */
export function readTone(): Map<number, number> {
  const path = join(dirname(createRequire(import.meta.url).resolve('vader-sentiment/package.json')), 'vader_lexicon.txt');
  if (!existsSync(path)) throw new Error(`Expected VADER's lexicon at ${path}, but it is not there. Run npm install.`);
  const rows = readFileSync(path, 'utf8').split('\n').map((line) => line.split('\t'));
  return new Map(rows.filter(([word = '']) => /^[a-z][a-z']+$/.test(word)).map(([word, rating]) => [hashGram(word!), Number(rating)]));
}
