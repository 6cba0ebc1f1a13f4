import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { roundEvaluation, type Evaluation } from '../evaluation.ts';
import type { Judged } from '../metrics/answers.ts';
import { modelCard, type CardOptions } from './model-card.ts';
import { reportPage, type Measured } from './page.ts';

export interface ReportExtras {
  /** The title of the page, such as "Expression from a face". */
  readonly title: string;
  /** The answers behind the evaluation, for curves that its metrics do not hold. */
  readonly judged?: Judged | undefined;
  /** Further sets of data that the same model was measured on. */
  readonly also?: readonly Measured[];
  /** What only people know of the model; its figures come from the evaluations. No card is written when left out. */
  readonly card?: Omit<CardOptions, 'metrics'>;
}

/**
 * Writes metrics.json (with the further sets under `also`), report.html and CARD.md into a model's folder.
 *
 * @throws {Error} when an evaluation is malformed
 */
export async function writeReport(folder: string, evaluation: Evaluation, { title, judged, also = [], card }: ReportExtras): Promise<void> {
  const first = roundEvaluation(evaluation);
  const rest = also.map((set) => ({ judged: set.judged, evaluation: roundEvaluation(set.evaluation) }));
  const others = rest.map((set) => set.evaluation);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'metrics.json'), `${compactJson(others.length === 0 ? first : { ...first, also: others })}\n`);
  await writeFile(join(folder, 'report.html'), reportPage(title, [{ evaluation: first, judged }, ...rest]));
  if (card) await writeFile(join(folder, 'CARD.md'), modelCard({ ...card, metrics: [first, ...others] }));
}

/** Indented, but with lists of numbers on one line, so that a change of the figures reads well. */
function compactJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(/\[[\s\d.,e-]*\]/g, (list) => list.replaceAll(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'));
}
