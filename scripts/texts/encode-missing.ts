import type { PieceEncoder } from '../../src/browser/text/encoder/embedding.ts';
import { showProgress } from '../../src/learn/progress.ts';
import { loadSentenceEncoder } from './load-sentence-encoder.ts';

/** A text that is not in a store yet, under the key that names it there. */
export type Missing = readonly [key: string, text: string];

/** Those of some texts, each once, whose key a store does not have. */
export function missingOf(keys: readonly string[], texts: readonly string[], has: (key: string) => boolean): Missing[] {
  return [...new Map(keys.map((key, i): Missing => [key, texts[i]!])).entries()].filter(([key]) => !has(key));
}

/** Starts the encoder, if there is anything to do, and goes through texts a few at a time, so that a run that is broken off loses little. */
export async function encodeMissing(missing: readonly Missing[], few: number, title: string, keep: (some: readonly Missing[], encoder: PieceEncoder) => Promise<void>): Promise<void> {
  if (missing.length === 0) return;
  const encoder = await loadSentenceEncoder();
  const progress = showProgress(title, missing.length);
  const began = performance.now();
  // By length, so that sentences that are encoded together share their runs.
  const sorted = missing.toSorted(([, a], [, b]) => a.length - b.length);
  for (let done = 0; done < sorted.length; done += few) {
    const some = sorted.slice(done, done + few);
    await keep(some, encoder);
    const sum = done + some.length;
    progress.update(sum, `${((sum / (performance.now() - began)) * 1000).toFixed(0)} sentences/s`);
  }
  progress.stop();
  await encoder.dispose();
}
