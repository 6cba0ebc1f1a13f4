import { EMOTIONS } from '../../src/index.ts';
import type { Evaluation } from '../../src/learn/evaluation.ts';
import type { Interval } from '../../src/learn/metrics/bootstrap.ts';
import { POLARITIES } from '../../scripts/faces/polarity.ts';

/** The table that the project's design document claims: precision, recall and F1. */
const CLAIMED = { positive: [0.95, 0.92, 0.93], neutral: [0.9, 0.89, 0.9], negative: [0.85, 0.88, 0.86] } as const;

const digits = (value: number | undefined): string => (value === undefined ? '-' : value.toFixed(3));

/** Prints an evaluation for people. */
export function tellFaces({ data, n, split, metrics, baselines = {}, peers = {}, milliseconds }: Evaluation): void {
  const { accuracy, macroF1, uar, ece, answered, perClass = {}, ccc = {}, pearson = {}, polarity, coverage = [], intervals = {} } = metrics;
  const within = (name: string): string => {
    const bounds = intervals[name] as Interval | undefined;
    return bounds ? ` [${digits(bounds[0])}, ${digits(bounds[1])}]` : '';
  };
  console.log(`\n${data}: ${n} pictures, ${((answered ?? 0) * 100).toFixed(1)}% with a face found (${split})`);
  console.log(`  accuracy ${digits(accuracy)}${within('accuracy')}, macro-F1 ${digits(macroF1)}${within('macroF1')}, UAR ${digits(uar)}${within('uar')}, ECE ${digits(ece)}`);
  for (const emotion of EMOTIONS) {
    const scores = perClass[emotion];
    if (scores) console.log(`  ${emotion.padEnd(10)} precision ${digits(scores.precision)}, recall ${digits(scores.recall)}, F1 ${digits(scores.f1)} of ${scores.support}`);
  }
  for (const [dimension, value] of Object.entries(ccc)) console.log(`  ${dimension}: CCC ${digits(value)}, Pearson ${digits(pearson[dimension])}`);
  if (polarity) {
    console.log(`  polarity on ${polarity.n} clear pictures: accuracy ${digits(polarity.accuracy)}`);
    for (const each of POLARITIES) {
      const scores = polarity.perClass[each];
      if (scores) console.log(`  ${each.padEnd(10)} precision ${digits(scores.precision)}, recall ${digits(scores.recall)}, F1 ${digits(scores.f1)} of ${scores.support} (claimed: ${CLAIMED[each].join(', ')})`);
    }
  }
  if (coverage.length > 0) console.log(`  the surest: ${coverage.map((point) => `${Math.round(point.coverage * 100)}% ${digits(point.accuracy)}`).join(', ')}`);
  if (milliseconds) console.log(`  blendshapes and expression of a face: ${milliseconds.median.toFixed(2)} ms (p95 ${milliseconds.p95.toFixed(2)})`);
  for (const [name, each] of Object.entries(baselines)) console.log(`  baseline ${name}: accuracy ${digits(each.accuracy)}, macro-F1 ${digits(each.macroF1)}, UAR ${digits(each.uar)}${each.note ? ` (${each.note})` : ''}`);
  for (const [name, each] of Object.entries(peers)) console.log(`  peer ${name} (${String(each['way'])}): accuracy ${digits(each.accuracy)}, macro-F1 ${digits(each.macroF1)}, UAR ${digits(each.uar)}, ${(each['milliseconds'] as { median: number }).median.toFixed(0)} ms`);
}
