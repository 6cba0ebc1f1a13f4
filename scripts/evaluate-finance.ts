/**
 * `npm run evaluate -- finance [--data FILE.csv | --dev] [--json]`: how often the light and the full reader tell what financial news is for an investor, beside two
 * lexica whose bounds were chosen on the dev half of our own set: on its test half, on its dev half, or on a table with the columns `text` and `sentiment`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EMBEDDING } from '../src/browser/text/encoder/embedding.ts';
import { type Evaluation, evaluationLine, type Metrics } from '../src/learn/evaluation.ts';
import { writeReport } from '../src/learn/report/write-report.ts';
import { createFinanceReader, createFullFinanceReader, type FinanceReader, type FinanceReading, type FullFinanceReader } from '../src/monitor/finance/index.ts';
import { FINANCE_CLASSES } from '../src/monitor/finance/finance-head.ts';
import { financeCard } from '../models/finance/card.ts';
import { aboveBy, certainOf, measureAnswers, type Told } from './finance/measure.ts';
import { type FinanceRow, readFinanceRows, readOwnRows } from './finance/read-rows.ts';
import { fitRivals } from './finance/rivals.ts';
import { textsPerSecond } from './finance/speed.ts';
import { ROOT } from './run.ts';
import { describe } from './statistics.ts';
import { embedTexts } from './texts/embeddings.ts';
import { vaderCompound } from './texts/sentiment-baselines.ts';

const { values: flags } = parseArgs({ options: { data: { type: 'string' }, dev: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } });
const weights = readFileSync(join(ROOT, 'models/finance/net.json'), 'utf8');
const light: FinanceReader = createFinanceReader(weights);
const full: FullFinanceReader = createFullFinanceReader(weights);

try {
  const evaluation = await evaluate();
  if (flags.json) console.log(evaluationLine(evaluation));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

async function evaluate(): Promise<Evaluation> {
  if (flags.data !== undefined) return measureRows(readFinanceRows(flags.data), flags.data, 'all rows of the table');
  if (flags.dev) return measureRows(readOwnRows('dev'), 'tests/sets/finance.csv, dev half', 'the even half by FNV-1a, which the lists of cues were mended by');
  const evaluation = await measureRows(readOwnRows('test'), 'tests/sets/finance.csv, test half', 'the odd half by FNV-1a, scored for each net that was reported; learnt from other lines');
  await writeReport(join(ROOT, 'models/finance'), evaluation, { title: 'Sentiment of financial news', card: financeCard(evaluation, taughtBy(weights)) });
  return evaluation;
}

/** What the weights were learnt from, as the training wrote it down. */
function taughtBy(text: string): Parameters<typeof financeCard>[1] {
  const { taught, tone } = (JSON.parse(text) as { settings: { taught: { written: number; made: number }; tone: number } }).settings;
  return { ...taught, tone };
}

async function measureRows(rows: readonly FinanceRow[], data: string, split: string): Promise<Evaluation> {
  const answersOf = (readings: readonly FinanceReading[]): Told => measureAnswers(rows, readings.map((reading) => FINANCE_CLASSES.map((name) => reading[name])));
  const embeddings = await embedTexts(rows.map(({ text, language }) => (language === 'en' ? text : '')));
  const ours = {
    light: answersOf(rows.map(({ text, language }) => light.read(text, language, null))),
    full: answersOf(rows.map(({ text, language }, i) => full.read(text, language, null, embeddings.subarray(i * EMBEDDING, (i + 1) * EMBEDDING)))),
  };
  console.log(`${data}: ${rows.length} texts, ${FINANCE_CLASSES.map((name, c) => `${rows.filter(({ sentiment }) => sentiment === c).length} ${name}`).join(', ')}`);
  tell('light', ours.light.metrics);
  tell('full', ours.full.metrics);
  const englishRows = rows.filter(({ language }) => language === 'en');
  const inEnglish = englishRows.length === rows.length || englishRows.length === 0 ? null : englishRows;
  const peers = Object.fromEntries(fitRivals(readOwnRows('dev')).map(({ name, bounds, tell: told }) => {
    const beside = measureAnswers(rows, rows.map(({ text }) => certainOf(told(text))));
    const lightAbove = aboveBy(ours.light.judged, beside.judged);
    const fullAbove = aboveBy(ours.full.judged, beside.judged);
    tell(name, beside.metrics);
    console.log(`  bounds ${bounds.map((bound) => bound.toFixed(4)).join(' and ')}; light is above it by ${between(lightAbove.accuracy)} in accuracy and ${between(lightAbove.macroF1)} in macro-F1, full by ${between(fullAbove.accuracy)} and ${between(fullAbove.macroF1)} (95%)`);
    const { accuracy, macroF1, uar, perClass, confusion, intervals } = beside.metrics;
    return [name, {
      accuracy: accuracy!, macroF1: macroF1!, uar: uar!, perClass, confusion, intervals, bounds, lightAbove, fullAbove,
      ...(inEnglish && { english: shortly(measureAnswers(inEnglish, inEnglish.map(({ text }) => certainOf(told(text)))).metrics) }),
    }];
  }));
  const english = inEnglish && shortly(measureAnswers(inEnglish, inEnglish.map(({ text }) => FINANCE_CLASSES.map((name) => light.read(text, 'en', null)[name]))).metrics);
  if (english) console.log(`English alone, ${inEnglish.length} texts: light ${english.accuracy.toFixed(3)} and ${english.macroF1.toFixed(3)}; ${Object.entries(peers).map(([name, peer]) => `${name} ${peer.english?.accuracy.toFixed(3)} and ${peer.english?.macroF1.toFixed(3)}`).join('; ')}`);
  const timedRows = rows.slice(0, 2000);
  const textsPerSecondOf = { light: textsPerSecond(timedRows, ({ text, language }) => light.read(text, language, null)), 'vader-sentiment': textsPerSecond(timedRows, ({ text }) => vaderCompound(text)) };
  console.log(`texts in a second of processor time: light ${textsPerSecondOf.light.toFixed(0)}, vader-sentiment ${textsPerSecondOf['vader-sentiment'].toFixed(0)}`);
  return {
    model: 'finance', data, n: rows.length, split,
    metrics: { ...ours.light.metrics, full: ours.full.metrics, ...(english && { english }), textsPerSecond: textsPerSecondOf },
    peers, milliseconds: timed(rows),
  };
}

function shortly({ accuracy, macroF1 }: Metrics): { readonly accuracy: number; readonly macroF1: number } {
  return { accuracy: accuracy!, macroF1: macroF1! };
}

function tell(name: string, { accuracy, macroF1, perClass, confusion, intervals }: Metrics): void {
  const bounded = (value: number | undefined, key: 'accuracy' | 'macroF1'): string => `${value?.toFixed(3)} (${between(intervals?.[key] as readonly number[] | undefined)})`;
  console.log(`${name}: accuracy ${bounded(accuracy, 'accuracy')}, macro-F1 ${bounded(macroF1, 'macroF1')}`);
  FINANCE_CLASSES.forEach((each, c) => {
    const scores = perClass?.[each];
    if (scores) console.log(`  ${each}: precision ${scores.precision.toFixed(3)}, recall ${scores.recall.toFixed(3)}, F1 ${scores.f1.toFixed(3)}; told ${FINANCE_CLASSES.map((told, i) => `${told} ${confusion?.[c]?.[i]}`).join(', ')}`);
  });
}

function between(interval: readonly number[] | undefined): string {
  return interval?.map((bound) => bound.toFixed(3)).join(' to ') ?? 'no interval';
}

function timed(rows: readonly FinanceRow[]): { median: number; p95: number } {
  const { p50, p95 } = describe(rows.map(({ text, language }) => {
    const began = performance.now();
    light.read(text, language, null);
    return performance.now() - began;
  }));
  return { median: p50, p95 };
}
