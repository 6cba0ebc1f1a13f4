import { describe } from '../../scripts/statistics.ts';
import type { LabelledText } from '../../scripts/texts/corpora.ts';
import type { TextReader } from './exams.ts';

/** How long one text takes, after the first have warmed everything up. */
export async function timeReader({ read }: TextReader, texts: readonly LabelledText[]): Promise<{ readonly median: number; readonly p95: number }> {
  await read(texts.slice(0, 100));
  const times: number[] = [];
  for (const text of texts) {
    const began = performance.now();
    await read([text]);
    times.push(performance.now() - began);
  }
  const { p50, p95 } = describe(times);
  return { median: p50, p95 };
}
