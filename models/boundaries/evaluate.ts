/**
 * `npm run evaluate -- boundaries [--data FILE.csv | --dev] [--json]`: how often what asks for a boundary is heard, and how often harmless lines are taken for it: on the third that blind
 * authors' lines were held out, the test half of the repo's own set and ordinary lines, on what was learnt from, or on a table of one's own.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BOUNDARIES, LANGUAGES } from '../../src/index.ts';
import { type Evaluation, evaluationLine } from '../../src/learn/evaluation.ts';
import { writeReport } from '../../src/learn/report/write-report.ts';
import { describe } from '../../scripts/statistics.ts';
import { ROOT } from '../../scripts/run.ts';
import { ordinaryToTest } from '../safety/ordinary-lines.ts';
import { boundaryCard, type Counted, type PerThousand } from './card.ts';
import { type Ears, EARS, listenTo, loadBoundaryNet, timeListening } from './listen.ts';
import { type BoundaryFigures, measureBoundaries } from './measure.ts';
import { type BoundaryLine, readAuthorsLines, readBoundaryLines, readSetLines } from './read-lines.ts';

const { values: flags } = parseArgs({ options: { data: { type: 'string' }, dev: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } });

const evaluation = await evaluate();
if (flags.json) console.log(evaluationLine(evaluation));

async function evaluate(): Promise<Evaluation> {
  if (flags.data !== undefined) return measureAll(readBoundaryLines(flags.data), flags.data, 'all lines of the table');
  if (flags.dev) return measureAll(readSetLines('dev'), 'tests/sets/boundaries.csv, dev half', 'the even half by FNV-1a, which led the rules and was learnt from');
  const held = await measureAll(readAuthorsLines('held-out'), 'models/boundaries/held-out-*.csv', 'a third by FNV-1a, scored for each net that was reported; learnt from the rest of the same authors’ lines');
  const set = await measureAll(readSetLines('test'), 'tests/sets/boundaries.csv, test half', 'the odd half by FNV-1a, scored likewise; another author, whose even half was learnt from');
  const byLanguage = Object.fromEntries(await Promise.all(LANGUAGES.map(async (language) => [language, (await measureAll(readAuthorsLines('held-out').filter((line) => line.language === language), `held-out-${language}.csv`, 'the same')).metrics] as const)));
  const metrics = { ...held.metrics, byLanguage, ordinary: await countFalseAlarms() };
  const whole: Evaluation = { ...held, metrics };
  await writeReport(join(ROOT, 'models/boundaries'), whole, { title: 'What asks for a boundary', also: [{ evaluation: set }], card: boundaryCard(whole, set, loadBoundaryNet().settings['counted'] as Counted) });
  return whole;
}

/** What ships is the full size; the others stand beside it. */
async function measureAll(lines: readonly BoundaryLine[], data: string, split: string): Promise<Evaluation> {
  const heard = await listenTo(lines.map(({ text }) => text));
  const figures = Object.fromEntries(EARS.map((ears) => [ears, measureBoundaries(lines, heard[ears])])) as Record<Ears, BoundaryFigures>;
  for (const ears of EARS) tell(`${data}, ${ears}`, lines.length, figures[ears]);
  const { p50, p95 } = describe(timeListening(lines.map(({ text }) => text)));
  return { model: 'boundaries', data, n: lines.length, split, metrics: { ...figures.full, light: figures.light, rules: figures.rules }, milliseconds: { median: p50, p95 } };
}

/** Of a thousand lines that people said or wrote on ordinary days: how many are taken for a boundary, by whom. Some of them do ask for one. */
async function countFalseAlarms(): Promise<Record<string, PerThousand>> {
  const counted: Record<string, PerThousand> = {};
  for (const { name, language, texts } of ordinaryToTest()) {
    const heard = await listenTo(texts);
    const perThousand = (ears: Ears, of: readonly string[] = BOUNDARIES): number => (1000 * heard[ears].filter((each) => each !== null && of.includes(each)).length) / texts.length;
    const each = { lines: texts.length, full: perThousand('full'), light: perThousand('light'), rules: perThousand('rules'), ...Object.fromEntries(BOUNDARIES.map((boundary) => [boundary, perThousand('full', [boundary])])) };
    counted[`${name}, ${language}`] = each;
    console.log(`${name}, ${language}, ${texts.length} ordinary lines, taken for a boundary of a thousand: ${EARS.map((ears) => `${ears} ${each[ears].toFixed(1)}`).join(', ')}; full by boundary: ${BOUNDARIES.map((boundary) => `${boundary} ${perThousand('full', [boundary]).toFixed(1)}`).join(', ')}`);
  }
  return counted;
}

function tell(name: string, lines: number, { perClass, macroF1, falseAlarms, intervals }: BoundaryFigures): void {
  const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
  const between = (interval: unknown): string => (Array.isArray(interval) ? `(${(interval as number[]).map(percent).join(' to ')})` : '');
  console.log(`${name}, ${lines} lines: ${percent(falseAlarms)} ${between(intervals.falseAlarms)} of the harmless taken for a boundary, macro-F1 ${percent(macroF1)} ${between(intervals['macroF1'])}`);
  const bounds = intervals['perClass'] as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  for (const [boundary, { precision, recall, f1, support }] of Object.entries(perClass)) {
    console.log(`  ${boundary}, ${support}: recall ${percent(recall)} ${between(bounds[boundary]?.['recall'])}, precision ${percent(precision)} ${between(bounds[boundary]?.['precision'])}, F1 ${percent(f1)} ${between(bounds[boundary]?.['f1'])}`);
  }
}
