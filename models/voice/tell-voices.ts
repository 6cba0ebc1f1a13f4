import { EMOTIONS } from '../../src/index.ts';
import type { Evaluation } from '../../src/learn/evaluation.ts';
import type { Interval } from '../../src/learn/metrics/bootstrap.ts';

const digits = (value: unknown): string => (typeof value === 'number' ? value.toFixed(3) : '-');

/** Prints an evaluation for people. */
export function tellVoices({ data, n, split, metrics, baselines = {}, peers = {}, milliseconds }: Evaluation): void {
  const { accuracy, macroF1, uar, ece, answered, perClass = {}, fourClass, arousalAuc, meanVariance, intervals = {} } = metrics;
  const within = (bounds: unknown): string => (Array.isArray(bounds) ? ` [${digits((bounds as unknown as Interval)[0])}, ${digits((bounds as unknown as Interval)[1])}]` : '');
  console.log(`\n${data}: ${n} recordings, ${((answered ?? 0) * 100).toFixed(1)}% answered (${split})`);
  console.log(`  eight emotions: accuracy ${digits(accuracy)}, macro-F1 ${digits(macroF1)}, UAR ${digits(uar)}${within(intervals['uar'])}, ECE ${digits(ece)}`);
  for (const emotion of EMOTIONS) {
    const scores = perClass[emotion];
    if (scores) console.log(`  ${emotion.padEnd(10)} precision ${digits(scores.precision)}, recall ${digits(scores.recall)}, F1 ${digits(scores.f1)} of ${scores.support}`);
  }
  const seven = metrics['sevenClass'] as Record<string, number> | undefined;
  if (seven) console.log(`  EmoDB's seven: accuracy ${digits(seven['accuracy'])}, UAR ${digits(seven['uar'])}, ECE ${digits(seven['ece'])}`);
  if (fourClass) console.log(`  four classes: UAR ${digits(fourClass.uar)}${within(fourClass.intervals?.['uar'])} of ${fourClass.n}`);
  console.log(`  arousal high against low: AUC ${digits(arousalAuc)}; mean variance ${digits(meanVariance)}`);
  for (const [name, each] of Object.entries((metrics['normalisation'] ?? {}) as Record<string, Record<string, number>>)) {
    console.log(`  speaker ${name.padEnd(8)} UAR ${digits(each['uar'])}, ECE ${digits(each['ece'])}, four classes ${digits(each['fourClass'])}, arousal AUC ${digits(each['arousalAuc'])}`);
  }
  console.log(`  UAR of the first readings: ${Object.entries((metrics['beginnings'] ?? {}) as Record<string, number>).map(([after, each]) => `after ${after} ${digits(each)}`).join(', ')}`);
  for (const [name, each] of Object.entries(baselines)) console.log(`  baseline ${name}: accuracy ${digits(each.accuracy)}, UAR ${digits(each.uar)}${each.note ? ` (${each.note})` : ''}`);
  for (const [name, each] of Object.entries(peers)) console.log(`  peer ${name}: accuracy ${digits(each.accuracy)}, UAR ${digits(each.uar)}`);
  const hop = metrics['hopMilliseconds'] as { median: number; p95: number } | undefined;
  if (hop) console.log(`  features of a hop of 16 ms: ${hop.median.toFixed(3)} ms (p95 ${hop.p95.toFixed(3)})`);
  if (milliseconds) console.log(`  one reading: ${milliseconds.median.toFixed(2)} ms (p95 ${milliseconds.p95.toFixed(2)})`);
}
