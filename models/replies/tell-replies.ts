import type { Evaluation } from '../../src/learn/evaluation.ts';
import type { Interval } from '../../src/learn/metrics/bootstrap.ts';
import type { rankOwnLines } from './own-lines.ts';

type Apart = Readonly<Record<'rating' | 'tone', { readonly spearman: number; readonly interval: Interval }>>;

/** Prints evaluations for people; the table is Markdown, as docs/learning.md has it. */
export function tellReplies(evaluations: readonly Evaluation[], own: Readonly<Record<string, ReturnType<typeof rankOwnLines>>>): void {
  for (const { data, n, split, metrics, baselines = {}, peers = {}, milliseconds } of evaluations) {
    const tone = metrics['byTone'] as { spearman: number; spearmanInterval: Interval };
    const apart = metrics['apartFromLength'] as Apart;
    const pairs = metrics['betterOfTwo'] as Record<string, number>;
    const row = (name: string, spearman: number | undefined, interval: Interval | undefined, apartFromLength = '', finds = ''): void => console.log(`| ${name} | ${digits(spearman)} | ${bounds(interval)} | ${apartFromLength} | ${finds} |`);
    console.log(`\n${data}, ${n} replies (${split})`);
    console.log(`| order | Spearman | 95% interval | apart from length | finds the better of two (${pairs['pairs']} pairs) |\n| --- | --- | --- | --- | --- |`);
    row('rating', metrics.spearman, metrics.spearmanInterval, `${digits(apart.rating.spearman)} (${bounds(apart.rating.interval)})`, digits(pairs['rating']));
    row('tone', tone.spearman, tone.spearmanInterval, `${digits(apart.tone.spearman)} (${bounds(apart.tone.interval)})`, digits(pairs['tone']));
    row('length', baselines['length']?.spearman, baselines['length']?.spearmanInterval, '', digits(pairs['length']));
    row('random', baselines['random']?.spearman, baselines['random']?.spearmanInterval, '', digits(pairs['chance']));
    const beyond = metrics['beyondLength'] as Apart['rating'];
    console.log(`the rating is ${digits(beyond.spearman)} nearer to people's than the length (${bounds(beyond.interval)})`);
    for (const [name, { spearman, ranker, note }] of Object.entries(peers) as [string, Record<string, number>][]) console.log(`${name} ${note}: ${digits(spearman)}; the ranker against these: ${digits(ranker)}`);
    if (milliseconds) console.log(`twelve candidates at once: ${milliseconds.median.toFixed(3)} ms (p95 ${milliseconds.p95.toFixed(3)})`);
  }
  for (const [language, acts] of Object.entries(own)) {
    console.log(`\nWhat the agent itself says (${language}), by the mean tone of an act; its highest and lowest line:`);
    for (const { act, tone, best, worst } of acts) console.log(`${tone.toFixed(2)} ${act}: ${best}${best === worst ? '' : ` | ${worst}`}`);
  }
}

function digits(value: number | undefined): string {
  return value === undefined ? '' : value.toFixed(3);
}

function bounds(interval: Interval | undefined): string {
  return interval ? `${digits(interval[0])} to ${digits(interval[1])}` : '';
}
