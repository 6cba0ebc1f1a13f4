import type { Evaluation } from '../../src/learn/evaluation.ts';
import type { Interval } from '../../src/learn/metrics/bootstrap.ts';
import type { scoreMethods } from './measure.ts';
import { METHODS } from './methods.ts';

/** Prints an evaluation for people; the tables are Markdown, as docs/learning.md has them. */
export function tellFusion({ data, n, split, metrics, milliseconds }: Evaluation): void {
  const { methods, betterThanAverage } = metrics as ReturnType<typeof scoreMethods>;
  const { both, byNet } = metrics['shares'] as { both: number; byNet: number };
  console.log(`\n${data}: ${n} items (${split})`);
  console.log('| method | divergence, bits | 95% interval | top-1 | calibration error |\n| --- | --- | --- | --- | --- |');
  for (const method of METHODS) {
    const { jsd, jsdInterval, top1, ece } = methods[method];
    console.log(`| ${method} | ${digits(jsd)} | ${bounds(jsdInterval)} | ${digits(top1)} | ${digits(ece)} |`);
  }
  for (const [method, { by, byInterval }] of Object.entries(betterThanAverage)) console.log(`${method} is nearer than the average by ${digits(by)} bits (${bounds(byInterval)})`);
  console.log(`both say something in ${percent(both)} of the items, the net has an answer to ${percent(byNet)}; elsewhere "learned" is the weighted pool`);
  for (const name of ['divergence', 'calibration']) tellConditions(name, metrics[`${name}ByCondition`] as Record<string, Record<string, number>> | undefined);
  if (milliseconds) console.log(`one answer of the net: ${milliseconds.median.toFixed(4)} ms (p95 ${milliseconds.p95.toFixed(4)})`);
}

function tellConditions(name: string, rows: Record<string, Record<string, number>> | undefined): void {
  if (!rows) return;
  const names = Object.keys(rows[METHODS[0]]!);
  console.log(`| ${name} | ${names.join(' | ')} |\n| ${['', ...names].map(() => '---').join(' | ')} |`);
  for (const method of METHODS) console.log(`| ${method} | ${names.map((each) => digits(rows[method]![each]!)).join(' | ')} |`);
}

function digits(value: number): string {
  return value.toFixed(3);
}

function bounds([low, high]: Interval): string {
  return `${digits(low)} to ${digits(high)}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
