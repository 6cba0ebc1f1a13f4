import type { Comparison, Evaluation, Metrics } from '../evaluation.ts';
import { figure } from './svg.ts';
import { bounds, intervalAt } from './tables.ts';

export interface CardData {
  readonly name: string;
  readonly licence: string;
  /** What it was used for, such as "training" or "testing". */
  readonly use: string;
  /** How many items of it. */
  readonly n: number;
}

export interface CardSubgroup extends Partial<Comparison> {
  readonly name: string;
  readonly n: number;
}

export interface CardOptions {
  readonly name: string;
  /** What the model reads from what, in a sentence. */
  readonly purpose: string;
  readonly data: readonly CardData[];
  /** Who the people in the data are, and who is missing, in sentences. */
  readonly subjects: string;
  /** What was measured; all figures of the card come from here. */
  readonly metrics: readonly Evaluation[];
  /** What only this model measures: names of rows, each with the same named numbers. */
  readonly special?: { readonly title: string; readonly about: string; readonly rows: Readonly<Record<string, Readonly<Record<string, number>>>> };
  /** Results for groups of people, where the data names them. */
  readonly subgroups?: readonly CardSubgroup[];
  /** Known failures, in sentences. The weakest classes and commonest confusions are added from the metrics. */
  readonly failures: readonly string[];
  readonly intended: readonly string[];
  /** Forbidden uses beyond {@link FORBIDDEN_USES}. */
  readonly forbidden?: readonly string[];
  /** What makes the model and this card again. */
  readonly command: string;
}

/** No model of Attune may be used for these. */
export const FORBIDDEN_USES: readonly string[] = [
  'identifying or recognising anybody',
  'reading anybody covertly, or without a consent that can be withdrawn at any moment',
  'hiring, promotion, schooling, credit or insurance',
  'policing, border control, or detecting lies',
  'medical or psychological diagnosis',
];

/** A model card (Mitchell et al. 2019) in Markdown. */
export function modelCard({ name, purpose, data, subjects, metrics, special, subgroups = [], failures, intended, forbidden = [], command }: CardOptions): string {
  return `${[
    `# ${name}`,
    `${purpose} It says how somebody appears to an observer. It does not know what anybody feels.`,
    '## Data',
    markdownTable(['data', 'licence', 'use', 'items'], data.map((each) => [each.name, each.licence, each.use, String(each.n)])),
    subjects,
    '## Measured',
    ...metrics.flatMap(measured),
    ...(special ? [`## ${special.title}`, special.about, numberTable(special.rows)] : []),
    '## Groups of people',
    subgroups.length === 0
      ? 'Nothing was measured by age, gender or skin tone. Expect differences, and measure with your own people before you rely on it.'
      : markdownTable(['group', 'items', 'accuracy', 'macro-F1', 'average recall'], subgroups.map((each) => [each.name, String(each.n), cell(each.accuracy), cell(each.macroF1), cell(each.uar)])),
    '## Failures',
    list([...failures, ...metrics.flatMap(failuresOf)]),
    '## Intended uses',
    list(intended),
    '## Forbidden uses',
    list([...FORBIDDEN_USES, ...forbidden]),
    '## Made by',
    `\`${command}\` makes the model, its metrics.json, report.html and this card again.`,
  ].join('\n\n')}\n`;
}

function measured(evaluation: Evaluation): string[] {
  const { data, n, split, metrics, milliseconds } = evaluation;
  const sentences = [`On ${data} (${n} items; ${split}) ${sentence(metrics)}`];
  if (typeof metrics.answered === 'number' && metrics.answered < 1) sentences.push(`It answered ${percent(metrics.answered)} of the items; the others count as wrong.`);
  const half = metrics.coverage?.find(({ coverage }) => Math.abs(coverage - 0.5) < 1e-9);
  if (half) sentences.push(`The surest half of its answers has an accuracy of ${figure(half.accuracy)}.`);
  if (milliseconds) sentences.push(`One answer took ${milliseconds.median} ms (median).`);
  const { perClass, methods } = metrics;
  const beside = comparisons(evaluation);
  return [
    sentences.join(' '),
    ...(methods ? [markdownTable(['method', 'divergence to people\u2019s votes, bits', 'top-1 agreement', 'calibration error'], Object.entries(methods).map(([name, { jsd, jsdInterval, top1, ece }]) =>
      [name, `${figure(jsd)} (${bounds(jsdInterval)})`, figure(top1), figure(ece)]))] : []),
    ...(perClass ? [markdownTable(['class', 'items', 'precision', 'recall', 'F1'], Object.entries(perClass).map(([name, scores]) =>
      [name, String(scores.support), figure(scores.precision), figure(scores.recall), withBounds(scores.f1, metrics, 'perClass', name, 'f1')]))] : []),
    ...(beside.length > 0 ? [markdownTable(['beside it', 'accuracy', 'macro-F1', 'average recall'], beside)] : []),
  ];
}

function sentence(metrics: Metrics): string {
  const parts = ([['accuracy', 'accuracy'], ['macroF1', 'macro-F1'], ['uar', 'average recall'], ['ece', 'calibration error'], ['spearman', 'rank correlation (Spearman)'], ['correlation', 'mean correlation'], ['mae', 'mean absolute error']] as const)
    .flatMap(([key, name]) => (metrics[key] === undefined ? [] : [`${name} ${withBounds(metrics[key], metrics, key)}`]));
  for (const [dimension, ccc] of Object.entries(metrics.ccc ?? {})) parts.push(`concordance of ${dimension} ${withBounds(ccc, metrics, 'ccc', dimension)}`);
  if (metrics.fourClass?.uar !== undefined) parts.push(`average recall of four classes alone ${withBounds(metrics.fourClass.uar, { intervals: metrics.fourClass.intervals ?? {} }, 'uar')}`);
  if (metrics.arousalAuc !== undefined) parts.push(`area under the curve of arousal ${figure(metrics.arousalAuc)}`);
  if (metrics.meanVariance !== undefined) parts.push(`mean variance ${figure(metrics.meanVariance)}`);
  return `it reached: ${parts.join(', ')}.`;
}

function comparisons({ baselines = {}, peers = {} }: Evaluation): string[][] {
  return [...Object.entries(baselines), ...Object.entries(peers)].map(([name, each]) => [name, cell(each.accuracy), cell(each.macroF1), cell(each.uar)]).filter(([, ...cells]) => cells.some((each) => each !== ''));
}

const CONFUSIONS_TOLD = 3;

/** The weakest class and the commonest confusions. */
function failuresOf({ data, metrics: { perClass, classes, confusion } }: Evaluation): string[] {
  const told: string[] = [];
  const weakest = Object.entries(perClass ?? {}).sort(([, a], [, b]) => a.f1 - b.f1)[0];
  if (weakest) told.push(`On ${data} ${weakest[0]} is read worst (F1 ${figure(weakest[1].f1)}, ${weakest[1].support} items).`);
  const shares = (confusion ?? []).flatMap((counts, row) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return counts.flatMap((count, column) => (column === row || count === 0 ? [] : [{ share: count / total, count, total, truth: classes?.[row] ?? '', read: classes?.[column] ?? 'unknown' }]));
  });
  for (const { count, total, truth, read } of shares.sort((a, b) => b.share - a.share).slice(0, CONFUSIONS_TOLD)) {
    told.push(`On ${data} ${truth} was taken for ${read} in ${count} of ${total} items.`);
  }
  return told;
}

function withBounds(value: number, { intervals }: Pick<Metrics, 'intervals'>, ...path: string[]): string {
  const interval = intervalAt(intervals, ...path);
  return `${figure(value)}${interval ? ` (${bounds(interval)})` : ''}`;
}

function cell(value: number | undefined): string {
  return value === undefined ? '' : figure(value);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function numberTable(rows: Readonly<Record<string, Readonly<Record<string, number>>>>): string {
  const heads = [...new Set(Object.values(rows).flatMap(Object.keys))];
  return markdownTable(['', ...heads], Object.entries(rows).map(([name, numbers]) => [name].concat(heads.map((head) => cell(numbers[head])))));
}

function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, heads.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.map((each) => each.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}
