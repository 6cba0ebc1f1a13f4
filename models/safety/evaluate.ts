/**
 * `npm run evaluate -- safety [--data FILE.csv] [--json]`: how many crises the screen of words hears, and how often it is
 * alarmed by harmless lines: on the repo's own sets, dev and test apart, or on a table of one's own.
 */
import { parseArgs } from 'node:util';
import { describe } from '../../scripts/statistics.ts';
import { type Evaluation, evaluationLine } from '../../src/learn/evaluation.ts';
import { measureBoundaries, measureSafety, type SafetyFigures, timeScreen } from './measure.ts';
import { readOwnBoundaryLines, readOwnSafetyLines, readSafetyLines, type SafetyLine } from './read-lines.ts';

const { values: flags } = parseArgs({ options: { data: { type: 'string' }, json: { type: 'boolean', default: false } } });

const evaluation = flags.data === undefined ? evaluateOwn() : evaluateTable(flags.data);
if (flags.json) console.log(evaluationLine(evaluation));

function evaluateTable(path: string): Evaluation {
  const lines = readSafetyLines(path);
  const figures = measureSafety(lines);
  tell(path, figures);
  return { model: 'safety', data: path, n: lines.length, split: 'all lines of the table', metrics: { ...figures }, milliseconds: timed(lines) };
}

/** The dev half led the rules, so only the test half says how good they are. */
function evaluateOwn(): Evaluation {
  const [dev, test] = [readOwnSafetyLines('dev'), readOwnSafetyLines('test')];
  const [devFigures, figures] = [measureSafety(dev), measureSafety(test)];
  const boundaries = { dev: measureBoundaries(readOwnBoundaryLines('dev')), test: measureBoundaries(readOwnBoundaryLines('test')) };
  tell('tests/sets/safety.csv, dev half (the rules were made with it)', devFigures);
  tell('tests/sets/safety.csv, test half', figures);
  for (const [half, tally] of Object.entries(boundaries)) {
    console.log(`tests/sets/boundaries.csv, ${half} half: ${Object.entries(tally).map(([name, { right, of }]) => `${name} ${right}/${of}`).join(', ')}`);
  }
  return {
    model: 'safety', data: 'tests/sets/safety.csv', n: test.length, split: 'the odd half by FNV-1a; the even half led the rules, and is under metrics.dev',
    metrics: { ...figures, dev: devFigures, boundaries }, milliseconds: timed(test),
  };
}

function timed(lines: readonly SafetyLine[]): { median: number; p95: number } {
  const { p50, p95 } = describe(timeScreen(lines.map(({ text }) => text)));
  return { median: p50, p95 };
}

function tell(name: string, { crisisRecall, falseAlarms, crisisLines, harmlessLines, byLanguage, byKind }: SafetyFigures): void {
  const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
  console.log(`${name}: ${percent(crisisRecall)} of ${crisisLines} crises heard, alarmed by ${percent(falseAlarms)} of ${harmlessLines} harmless lines`);
  for (const [language, each] of Object.entries(byLanguage)) console.log(`  ${language}: ${percent(each.crisisRecall)} heard, ${percent(each.falseAlarms)} false alarms`);
  for (const [kind, { right, of }] of Object.entries(byKind)) console.log(`  ${kind}: ${right} of ${of} right`);
}
