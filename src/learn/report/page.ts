import type { Evaluation, Metrics } from '../evaluation.ts';
import type { Judged } from '../metrics/answers.ts';
import type { Interval } from '../metrics/bootstrap.ts';
import { calibrationError, reliabilityOf } from '../metrics/calibration.ts';
import { precisionRecallCurves } from '../metrics/precision-recall.ts';
import { confusionChart } from './confusion-chart.ts';
import { coverageChart } from './coverage-chart.ts';
import { precisionRecallCharts } from './precision-recall-charts.ts';
import { reliabilityChart } from './reliability-chart.ts';
import { STYLE } from './style.ts';
import { escape, figure } from './svg.ts';
import { bounds, classTable, comparisonTable, dimensionTable, intervalAt, numberTable } from './tables.ts';

/** One set of data that the model was measured on. */
export interface Measured {
  readonly evaluation: Evaluation;
  /** The answers themselves, for the curves; left out where the model does not classify. */
  readonly judged?: Judged | undefined;
}

const HEADS: readonly (readonly [key: keyof Metrics & string, name: string])[] = [
  ['accuracy', 'accuracy'], ['macroF1', 'macro-F1'], ['uar', 'average recall'], ['ece', 'calibration error'], ['spearman', 'rank correlation'], ['correlation', 'mean correlation'], ['mae', 'mean absolute error'],
];
/** Of more classes than these no confusion and no curves are drawn: nobody could read them. */
const MOST_DRAWN = 40;
/** Shown in their own places; whatever else a model measures gets a table. */
const KNOWN = new Set<string>([...HEADS.map(([key]) => key), 'answered', 'perClass', 'ccc', 'pearson', 'polarity', 'fourClass', 'intervals', 'coverage', 'classes', 'confusion', 'spearmanInterval']);

/** The whole report as one page of HTML: no script, nothing loaded from elsewhere. */
export function reportPage(title: string, sets: readonly Measured[]): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}: measured</title><style>${STYLE}</style></head>
<body><main><h1>${escape(title)}</h1><p class="quiet">What was measured, on data the model had not learnt from. Intervals hold 95% of 1000 bootstrap rounds.</p>
${sets.map(section).join('\n')}
</main></body></html>
`;
}

function section({ evaluation, judged }: Measured): string {
  const { data, n, split, metrics, milliseconds } = evaluation;
  const answered = typeof metrics.answered === 'number' && metrics.answered < 1 ? ` Nothing was detected in ${Math.round((1 - metrics.answered) * n)} of them; these count as wrong.` : '';
  const time = milliseconds ? ` One answer takes ${milliseconds.median} ms (median; 95th percentile ${milliseconds.p95} ms).` : '';
  return `<section class="set"><h2>${escape(data)}, ${n} items</h2><p class="quiet">Split: ${escape(split)}.${answered}${time}</p>
${headline(metrics)}<div class="grid-of-figures">${[...charts(metrics, judged), ...tables(evaluation)].join('\n')}</div></section>`;
}

function headline(metrics: Metrics): string {
  const cells = HEADS.flatMap(([key, name]) => {
    const value = metrics[key];
    return typeof value === 'number' ? [`<div><dt>${name}</dt><dd>${figure(value)}</dd><small>${bounds(intervalAt(metrics.intervals, key))}</small></div>`] : [];
  });
  return cells.length === 0 ? '' : `<dl class="heads">${cells.join('')}</dl>`;
}

function charts(metrics: Metrics, judged: Judged | undefined): string[] {
  const made: string[] = [];
  const { classes, confusion, coverage } = metrics;
  if (classes && confusion && classes.length <= MOST_DRAWN) made.push(chart('Confusion', 'Rows are the truth, columns what was read; shade is the share of the row. Hatched: undetected.', confusionChart(classes, confusion)));
  if (judged) {
    const bins = reliabilityOf(judged);
    made.push(chart('Reliability', 'How often answers of a given confidence are right. On the dashed line confidence can be taken at its word; a dot\u2019s area is its number of answers.', reliabilityChart(bins, calibrationError(bins))));
  }
  if (coverage) made.push(chart('Coverage and accuracy', 'What abstaining buys: accuracy when only the surest share is answered.', coverageChart(coverage)));
  if (judged && judged.classes.length <= MOST_DRAWN) {
    const shares = Object.fromEntries(judged.classes.map((name, index) => [name, judged.truth.filter((label) => label === index).length / judged.truth.length]));
    made.push(chart('Precision and recall', 'Precision (upwards) at each recall, one chart for each class, with its average precision; dashed, the precision of guessing.', precisionRecallCharts(precisionRecallCurves(judged), shares)));
  }
  return made;
}

function tables(evaluation: Evaluation): string[] {
  const { metrics, baselines, peers } = evaluation;
  const made: string[] = [];
  if (metrics.perClass) made.push(block('By class', classTable(metrics.perClass, metrics.intervals)));
  if (baselines || peers) made.push(block('Beside baselines and peers', comparisonTable(evaluation)));
  if (metrics.ccc) made.push(block('Dimensions', dimensionTable(metrics)));
  if (metrics.polarity) made.push(block(`Polarity${metrics.polarity.n === undefined ? '' : `, ${metrics.polarity.n} items`}`, classTable(metrics.polarity.perClass, metrics.polarity.intervals)));
  if (metrics.fourClass) made.push(block(`Four classes${metrics.fourClass.n === undefined ? '' : `, ${metrics.fourClass.n} items`}: average recall ${figure(metrics.fourClass.uar ?? Number.NaN)}`, classTable(metrics.fourClass.perClass, metrics.fourClass.intervals)));
  for (const [name, value] of Object.entries(metrics)) {
    if (KNOWN.has(name) || typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    const numbers = Object.entries(value).every(([, each]) => typeof each === 'number') ? { [name]: value } : value;
    const rows = Object.entries(numbers).filter((entry): entry is [string, Record<string, number | Interval>] => isNumbers(entry[1]));
    if (rows.length > 0) made.push(block(spaced(name), numberTable(Object.fromEntries(rows))));
  }
  const single = Object.entries(metrics).filter((entry): entry is [string, number] => !KNOWN.has(entry[0]) && typeof entry[1] === 'number');
  if (single.length > 0) made.push(block('Other figures', numberTable(Object.fromEntries(single.map(([name, value]) => [spaced(name), { value }])))));
  return made;
}

function isNumbers(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'number' || (Array.isArray(each) && each.length === 2));
}

function chart(title: string, caption: string, content: string): string {
  return `<figure><h2>${title}</h2><figcaption>${caption}</figcaption>${content}</figure>`;
}

function block(title: string, content: string): string {
  return `<section class="figure"><h2>${escape(title)}</h2>${content}</section>`;
}

/** perShape becomes "Per shape". */
function spaced(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
