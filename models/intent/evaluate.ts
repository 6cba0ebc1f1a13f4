/**
 * `npm run evaluate -- intent [--json]`: intents learnt from a few examples, on Banking77, CLINC150 and the repo's own
 * Chinese and conversational sets, and how messages of no intent are told. There are no weights: everything is
 * learnt from examples in the run itself.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../../scripts/run.ts';
import { describe } from '../../scripts/statistics.ts';
import { embedTexts } from '../../scripts/texts/embeddings.ts';
import { drawExamples, readBanking } from '../../scripts/texts/intent-corpora.ts';
import { loadSentenceEncoder } from '../../scripts/texts/load-sentence-encoder.ts';
import type { SentenceEncoder } from '../../src/browser/text/encoder/embedding.ts';
import { createIntentClassifier } from '../../src/browser/text/intent/intent-classifier.ts';
import { type Evaluation, evaluationLine } from '../../src/learn/evaluation.ts';
import { writeReport } from '../../src/learn/report/write-report.ts';
import { examineTalk } from './examine-talk.ts';
import { examineBanking, examineChinese, examineClinc } from './exams.ts';

const { values: flags } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
/** What was encoded before, by any command, is not encoded again. */
const encoder: SentenceEncoder = { encode: (texts) => embedTexts(texts), dispose: async () => {} };

const banking = await examineBanking(encoder);
const clinc = await examineClinc(encoder);
const chinese = await examineChinese();
const talk = await examineTalk(encoder);
const { outOfScopeAuroc } = clinc.evaluation.metrics;
const first: Evaluation = {
  ...banking.evaluation,
  metrics: { ...banking.evaluation.metrics, outOfScopeAuroc, chineseAccuracy: chinese.evaluation.metrics.accuracy, chineseOutOfScopeAuroc: chinese.evaluation.metrics['outOfScopeAuroc'], talk: talk.evaluation.metrics['accuracyBy'] },
  milliseconds: await timeAnswers(),
};
await writeReport(join(ROOT, 'models/intent'), first, { title: 'Intents by examples', judged: banking.judged, also: [clinc, chinese, talk] });
tell();
if (flags.json) console.log(evaluationLine(first));

/** One message at a time, the encoder included, among 77 intents. */
async function timeAnswers(): Promise<{ median: number; p95: number }> {
  const real = await loadSentenceEncoder();
  const classifier = await createIntentClassifier(real, drawExamples(readBanking('train'), 10, 1));
  const times: number[] = [];
  for (const { text } of readBanking('test').filter((_, i) => i % 20 === 0)) {
    const began = performance.now();
    await classifier.classify(text);
    times.push(performance.now() - began);
  }
  await real.dispose();
  const { p50, p95 } = describe(times);
  return { median: p50, p95 };
}

function tell(): void {
  const share = (value: unknown): string => (typeof value === 'number' ? value.toFixed(3) : '-');
  for (const { evaluation: { data, n, metrics, baselines = {}, peers = {} } } of [banking, clinc, chinese, talk]) {
    const [low, high] = (metrics.intervals?.['accuracy'] ?? [NaN, NaN]) as readonly [number, number];
    console.log(`${data}, ${n} messages: accuracy ${share(metrics.accuracy)} (${share(low)} to ${share(high)}), macro-F1 ${share(metrics.macroF1)}${metrics['outOfScopeAuroc'] === undefined ? '' : `, out-of-scope AUROC ${share(metrics['outOfScopeAuroc'])}`}`);
    for (const [name, { accuracy, note = '' }] of Object.entries({ ...peers, ...baselines })) console.log(`  ${name}: ${share(accuracy)} ${String(note)}`);
    for (const [name, accuracy] of Object.entries((metrics['accuracyBy'] ?? {}) as Record<string, number>)) console.log(`  ${name}: ${share(accuracy)}`);
    if (metrics['outOfScope']) console.log(`  ${JSON.stringify(metrics['outOfScope'])} light, ten examples: ${JSON.stringify(metrics['tenExamplesLight'])}`);
  }
}
