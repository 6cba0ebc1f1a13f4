/**
 * `npm run evaluate -- safety [--data FILE.csv | --dev] [--json]`: how many crises are heard, and how often harmless lines alarm: on the halves of the
 * repo's own set and on ordinary lines, on the dev half alone, or on a table of one's own.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isCrisis } from '../../src/index.ts';
import { type Evaluation, evaluationLine } from '../../src/learn/evaluation.ts';
import { writeReport } from '../../src/learn/report/write-report.ts';
import { describe } from '../../scripts/statistics.ts';
import { ROOT } from '../../scripts/run.ts';
import type { Half } from '../../scripts/texts/intent-corpora.ts';
import { safetyCard, type Taught } from './card.ts';
import { type Ears, EARS, listenTo, loadSafetyNet, timeListening } from './listen.ts';
import { measureBoundaries, measureSafety, type SafetyFigures } from './measure.ts';
import { ordinaryToTest } from './ordinary-lines.ts';
import { readOwnBoundaryLines, readOwnSafetyLines, readSafetyLines, readShortLines, type SafetyLine } from './read-lines.ts';

const { values: flags } = parseArgs({ options: { data: { type: 'string' }, dev: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } });

const evaluation = await (flags.data === undefined ? evaluateOwn(flags.dev) : evaluateTable(flags.data));
if (flags.json) console.log(evaluationLine(evaluation));

async function evaluateTable(path: string): Promise<Evaluation> {
  const lines = readSafetyLines(path);
  const figures = await measureAll(path, lines);
  return { model: 'safety', data: path, n: lines.length, split: 'all lines of the table', metrics: metricsOf(figures), milliseconds: timed(lines) };
}

/** The dev half led the rules and was learnt from, so only the test half says how good they are; it is left alone with `--dev`. */
async function evaluateOwn(devAlone: boolean): Promise<Evaluation> {
  const dev = await measureHalf('dev', 'which led the rules and was learnt from');
  if (devAlone) return { ...dev, metrics: { ...dev.metrics, boundaries: { dev: tellBoundaries('dev') } } };
  const test = await measureHalf('test', 'scored once; learnt from other authors and the even half, on which thresholds were chosen');
  const metrics = { ...test.metrics, dev: dev.metrics, boundaries: { dev: tellBoundaries('dev'), test: tellBoundaries('test') }, short: metricsOf(await measureAll('lines of a few words', readShortLines())), ordinary: await countFalseAlarms() };
  await writeReport(join(ROOT, 'models/safety'), { ...test, metrics }, { title: 'Danger in words', card: safetyCard({ ...test, metrics }, readTaught()) });
  return { ...test, metrics };
}

/** What the net was learnt from, as the training wrote it down. */
function readTaught(): Taught {
  return loadSafetyNet().settings['taught'] as Taught;
}

async function measureHalf(half: Half, note: string): Promise<Evaluation> {
  const lines = readOwnSafetyLines(half);
  const figures = await measureAll(`tests/sets/safety.csv, ${half} half`, lines);
  return { model: 'safety', data: `tests/sets/safety.csv, ${half} half`, n: lines.length, split: `the ${half === 'dev' ? 'even' : 'odd'} half by FNV-1a, ${note}`, metrics: metricsOf(figures), milliseconds: timed(lines) };
}

function tellBoundaries(half: Half): ReturnType<typeof measureBoundaries> {
  const tally = measureBoundaries(readOwnBoundaryLines(half));
  console.log(`tests/sets/boundaries.csv, ${half} half: ${Object.entries(tally).map(([name, { right, of }]) => `${name} ${right}/${of}`).join(', ')}`);
  return tally;
}

async function measureAll(name: string, lines: readonly SafetyLine[]): Promise<Record<Ears, SafetyFigures>> {
  const all = {} as Record<Ears, SafetyFigures>;
  const heard = await listenTo(lines.map(({ text }) => text));
  for (const ears of EARS) {
    all[ears] = measureSafety(lines, heard[ears]);
    tell(`${name}, ${ears}`, all[ears]);
  }
  return all;
}

/** What ships is the full size; the others stand beside it. */
function metricsOf({ full, light, rules }: Record<Ears, SafetyFigures>): Evaluation['metrics'] {
  return { uar: (full.crisisRecall + 1 - full.falseAlarms) / 2, ...full, light, rules };
}

/** Of a thousand lines that people said or wrote on ordinary days: how many alarm, and after how many the agent asks. */
async function countFalseAlarms(): Promise<Record<string, Record<'lines' | 'alarmsPerThousand' | 'questionsPerThousand' | 'alarmsOfRulesPerThousand', number>>> {
  const counted: Record<string, Record<'lines' | 'alarmsPerThousand' | 'questionsPerThousand' | 'alarmsOfRulesPerThousand', number>> = {};
  for (const { name: source, language, texts } of ordinaryToTest()) {
    const name = `${source}, ${language}`;
    const { full: told, rules } = await listenTo(texts);
    const perThousand = (count: number): number => (1000 * count) / texts.length;
    counted[name] = {
      lines: texts.length, alarmsPerThousand: perThousand(told.filter((risk) => isCrisis(risk)).length), questionsPerThousand: perThousand(told.filter((risk) => risk === 'unsure').length),
      alarmsOfRulesPerThousand: perThousand(rules.filter((risk) => isCrisis(risk)).length),
    };
    console.log(`${name}, ${texts.length} ordinary lines, of a thousand: ${counted[name].alarmsPerThousand.toFixed(1)} alarms, ${counted[name].questionsPerThousand.toFixed(1)} questions; rules alone ${counted[name].alarmsOfRulesPerThousand.toFixed(1)} alarms`);
  }
  return counted;
}

function timed(lines: readonly SafetyLine[]): { median: number; p95: number } {
  const { p50, p95 } = describe(timeListening(lines.map(({ text }) => text)));
  return { median: p50, p95 };
}

function tell(name: string, { crisisLines, harmlessLines, intervals, byLanguage, byKind, ...shares }: SafetyFigures): void {
  const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
  const between = (key: keyof typeof intervals): string => `${percent(shares[key])} (${intervals[key]?.map(percent).join(' to ') ?? 'no interval'})`;
  console.log(`${name}: ${between('crisisRecall')} of ${crisisLines} crises heard, alarmed by ${between('falseAlarms')} of ${harmlessLines} harmless lines; heard or asked about: ${between('heardOrAsked')} and ${between('askedOrAlarmed')}`);
  for (const [language, each] of Object.entries(byLanguage)) console.log(`  ${language}: ${percent(each.crisisRecall)} heard, ${percent(each.falseAlarms)} false alarms; with questions ${percent(each.heardOrAsked)} and ${percent(each.askedOrAlarmed)}`);
  console.log(`  ${Object.entries(byKind).map(([kind, { right, of }]) => `${kind} ${right}/${of}`).join(', ')}`);
}
