import type { Evaluation } from '../../src/learn/evaluation.ts';
import type { Interval } from '../../src/learn/metrics/bootstrap.ts';

const digits = (value: unknown): string => (typeof value === 'number' ? value.toFixed(3) : '-');
const within = (bounds: unknown): string => (Array.isArray(bounds) ? ` [${digits((bounds as unknown as Interval)[0])}, ${digits((bounds as unknown as Interval)[1])}]` : '');

/** Prints an evaluation for people. */
export function tellTexts({ data, n, split, metrics, baselines = {}, milliseconds }: Evaluation): void {
  const { accuracy, macroF1, uar, ece, answered, pearson, intervals = {} } = metrics;
  console.log(`\n${data}: ${n} items (${split})`);
  if (accuracy !== undefined) console.log(`  accuracy ${digits(accuracy)}${within(intervals['accuracy'])}, macro-F1 ${digits(macroF1)}${within(intervals['macroF1'])}, UAR ${digits(uar)}, ECE ${digits(ece ?? metrics['labelEce'])}${answered === undefined || answered === 1 ? '' : `, ${(answered * 100).toFixed(1)}% answered`}`);
  const ekman = metrics['ekman'] as Evaluation['metrics'] | undefined;
  if (ekman) console.log(`  Ekman's groups: macro-F1 ${digits(ekman.macroF1)}${within(ekman.intervals?.['macroF1'])}; ${Object.entries(ekman.perClass ?? {}).map(([name, { f1 }]) => `${name} ${digits(f1)}`).join(', ')}`);
  const own = metrics['amongItsOwn'] as Record<string, number> | undefined;
  if (own) console.log(`  among the corpus' own emotions: accuracy ${digits(own['accuracy'])}, macro-F1 ${digits(own['macroF1'])}`);
  for (const [name, each] of Object.entries((metrics['pleasantOrNot'] ?? {}) as Record<string, Record<string, number>>)) console.log(`  pleasant, neutral, unpleasant by ${name}: accuracy ${digits(each['accuracy'])}, macro-F1 ${digits(each['macroF1'])}`);
  for (const [name, each] of Object.entries((metrics['pearsonBeside'] ?? {}) as Record<string, Record<string, number>>)) console.log(`  beside it, ${name}: r ${Object.entries(each).map(([dimension, r]) => `${dimension} ${digits(r)}`).join(', ')}`);
  if (metrics['dev'] !== undefined) console.log(`  dev half ${digits(metrics['dev'])}, test half ${digits(metrics['test'])}`);
  for (const [name, r] of Object.entries(pearson ?? {})) console.log(`  ${name}: r ${digits(r)}${within((intervals['pearson'] as Record<string, unknown> | undefined)?.[name])}, CCC ${digits(metrics.ccc?.[name])}`);
  for (const [name, each] of Object.entries(baselines)) console.log(`  baseline ${name}: accuracy ${digits(each.accuracy)}, macro-F1 ${digits(each.macroF1)}, UAR ${digits(each.uar)}${each.note ? ` (${each.note})` : ''}`);
  if (milliseconds) console.log(`  one text: ${milliseconds.median.toFixed(2)} ms (p95 ${milliseconds.p95.toFixed(2)})`);
}
