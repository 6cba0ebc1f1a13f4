import { readOwnSet } from '../../scripts/texts/intent-corpora.ts';
import type { SentenceEncoder } from '../../src/browser/text/encoder/embedding.ts';
import { createTalkReader } from '../../src/browser/text/intent/talk-reader.ts';
import { INTENTS, LANGUAGES, readText } from '../../src/core/index.ts';
import { judge } from '../../src/learn/metrics/answers.ts';
import { measureClassifier } from '../../src/learn/metrics/measure.ts';
import type { Exam } from './exams.ts';

/** The conversation's own intents in tests/sets/intents-talk.csv, beside the core's patterns, which need nothing. */
export async function examineTalk(encoder: SentenceEncoder): Promise<Exam> {
  const sizes = { light: await createTalkReader(null), full: await createTalkReader(encoder) };
  const accuracy: Record<string, number> = {};
  const rows = { dev: readOwnSet('intents-talk.csv', 'dev'), test: readOwnSet('intents-talk.csv', 'test') };
  // Encoded together, which is faster than one by one below.
  await encoder.encode([...rows.dev, ...rows.test].map(({ text }) => text));
  for (const [half, all] of Object.entries(rows)) {
    for (const language of LANGUAGES) {
      const some = all.filter((row) => row.language === language);
      const note = (name: string, said: readonly string[]): number => (accuracy[`${half} ${language} ${name}`] = some.filter(({ intent }, i) => said[i] === intent).length / some.length);
      note('patterns', some.map(({ text }) => readText(text, language).intent));
      // In Chinese the full size is the light one.
      for (const size of language === 'en' ? (['light', 'full'] as const) : (['light'] as const)) note(size, await Promise.all(some.map(async ({ text }) => (await sizes[size].read(text, language)).intent)));
    }
  }
  const said = await Promise.all(rows.test.map(async ({ text, language }) => (await sizes.full.read(text, language)).intent));
  const judged = judge(INTENTS, rows.test.map(({ intent }) => (INTENTS as readonly string[]).indexOf(intent)), said.map((name) => INTENTS.map((intent) => (intent === name ? 1 : 0))));
  const { coverage: _, ece: __, ...metrics } = measureClassifier(judged, { seed: 1 });
  return {
    judged,
    evaluation: {
      model: 'intent', data: 'tests/sets/intents-talk.csv', n: rows.test.length,
      split: 'our own examples, written before the set; choices on its dev half, tested on the other, English with embeddings and Chinese without',
      metrics: { ...metrics, accuracyBy: accuracy },
    },
  };
}
