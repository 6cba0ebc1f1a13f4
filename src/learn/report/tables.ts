import type { Evaluation, Intervals, Metrics } from '../evaluation.ts';
import type { Interval } from '../metrics/bootstrap.ts';
import type { ClassScores } from '../metrics/classification.ts';
import { escape, figure } from './svg.ts';

/** The interval that lies in a tree of intervals under some names. */
export function intervalAt(intervals: Intervals | undefined, ...path: readonly string[]): Interval | undefined {
  let found: Interval | Intervals | undefined = intervals;
  for (const name of path) found = found === undefined || isInterval(found) ? undefined : found[name];
  return found !== undefined && isInterval(found) ? found : undefined;
}

function isInterval(value: Interval | Intervals): value is Interval {
  return Array.isArray(value);
}

export function bounds(interval: Interval | undefined): string {
  return interval ? `${figure(interval[0])}\u2013${figure(interval[1])}` : '';
}

function cell(value: number | undefined, interval?: Interval): string {
  return `<td>${value === undefined ? '' : figure(value)}${interval ? `<small>${bounds(interval)}</small>` : ''}</td>`;
}

function table(heads: readonly string[], rows: readonly string[]): string {
  return `<div class="scroll"><table><thead><tr>${heads.map((head, index) => `<th scope="col"${index === 0 ? ' class="name"' : ''}>${escape(head)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function row(name: string, cells: string, own = false, note?: string): string {
  return `<tr${own ? ' class="own"' : ''}><th scope="row" class="name">${escape(name).replaceAll('/', '/<wbr>')}${note === undefined ? '' : `<small>${escape(note)}</small>`}</th>${cells}</tr>`;
}

/** Precision, recall and F1 of each class, with intervals where there are any. */
export function classTable(perClass: Readonly<Record<string, ClassScores>>, intervals?: Intervals): string {
  return table(['class', 'items', 'precision', 'recall', 'F1'], Object.entries(perClass).map(([name, scores]) => row(name,
    `<td>${scores.support}</td>${(['precision', 'recall', 'f1'] as const).map((score) => cell(scores[score], intervalAt(intervals, 'perClass', name, score))).join('')}`)));
}

/** The model beside its baselines and peers. */
export function comparisonTable({ model, metrics, baselines = {}, peers = {} }: Evaluation): string {
  const scores = metrics.spearman === undefined ? ['accuracy', 'macroF1', 'uar'] as const : ['spearman'] as const;
  const heads = metrics.spearman === undefined ? ['accuracy', 'macro-F1', 'average recall'] : ['rank correlation'];
  const others = [...Object.entries(baselines), ...Object.entries(peers)].map(([name, each]) =>
    row(name, scores.map((score) => cell(each[score])).join(''), false, typeof each['note'] === 'string' ? each['note'] : undefined));
  return table(['', ...heads], [
    row(model, scores.map((score) => cell(metrics[score], intervalAt(metrics.intervals, score))).join(''), true), ...others,
  ]);
}

/** Concordance and correlation of each dimension. */
export function dimensionTable({ ccc = {}, pearson = {}, intervals }: Metrics): string {
  return table(['dimension', 'concordance (CCC)', 'correlation (Pearson)'], Object.keys(ccc).map((name) =>
    row(name, cell(ccc[name], intervalAt(intervals, 'ccc', name)) + cell(pearson[name], intervalAt(intervals, 'pearson', name)))));
}

/** Any table of numbers, or of intervals, that only this model measures: names of rows, each with the same named ones. */
export function numberTable(rows: Readonly<Record<string, Readonly<Record<string, number | Interval>>>>): string {
  const heads = [...new Set(Object.values(rows).flatMap(Object.keys))];
  return table(['', ...heads], Object.entries(rows).map(([name, numbers]) => row(name, heads.map((head) => {
    const value = numbers[head];
    if (typeof value === 'object') return `<td>${bounds(value)}</td>`;
    return value !== undefined && Number.isInteger(value) && Math.abs(value) > 1 ? `<td>${value}</td>` : cell(value);
  }).join(''))));
}
