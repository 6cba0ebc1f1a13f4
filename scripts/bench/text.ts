import type { SentenceEncoder } from '../../src/browser/text/encoder/embedding.ts';
import { createIntentClassifier } from '../../src/browser/text/intent/intent-classifier.ts';
import { TALK } from '../../src/browser/text/intent/talk-examples.ts';
import { describe } from '../statistics.ts';
import { loadSentenceEncoder } from '../texts/load-sentence-encoder.ts';
import { benchEmotionOfWords } from './emotion-of-words.ts';

/** How long each throughput is measured, in milliseconds. */
const MEASURED = 3000;
const INTENTS = 77;
const VERBS = ['move', 'block', 'open', 'check', 'cancel', 'find', 'explain'];
const THINGS = ['card', 'account', 'transfer', 'payment', 'refund', 'balance', 'limit', 'address', 'password', 'statement', 'fee'];
const WAYS = ['please VERB my THING', 'I want to VERB the THING', 'how do I VERB a THING?', 'VERB THING now', 'is it possible to VERB my THING', 'the THING, can you VERB it', 'my THING does not VERB', 'why can nobody VERB my THING?', 'help me VERB this THING', 'need to VERB one THING today'];

/** What reading words costs: the encoder alone, emotions and intents, light and full. */
export async function benchText(): Promise<void> {
  const sentences = Object.values(TALK.en).flat();
  const encoder = await loadSentenceEncoder();
  const together = await throughput(sentences, (texts) => encoder.encode(texts), sentences.length);
  const alone = await throughput(sentences, (texts) => encoder.encode(texts), 1);
  console.log(`sentence encoder: ${together.toFixed(0)} sentences/s together, ${alone.toFixed(0)} one by one (${(sentences.join(' ').split(' ').length / sentences.length).toFixed(1)} words each)`);
  await benchEmotionOfWords(sentences, (texts) => encoder.encode(texts));
  await benchIntents('light', null, sentences);
  await benchIntents('full', encoder, sentences);
  await encoder.dispose();
}

async function benchIntents(size: string, encoder: SentenceEncoder | null, sentences: readonly string[]): Promise<void> {
  const intents = Array.from({ length: INTENTS }, (_, i) => ({
    name: `intent ${i}`,
    examples: WAYS.map((way) => way.replace('VERB', VERBS[i % VERBS.length]!).replace('THING', THINGS[Math.floor(i / VERBS.length)]!)),
  }));
  const encoding = encoder ? await timed(() => encoder.encode(intents.flatMap(({ examples }) => examples))) : 0;
  const learning = await timed(() => createIntentClassifier(encoder, intents));
  const classifier = await createIntentClassifier(encoder, intents);
  const times: number[] = [];
  const perSecond = await throughput(sentences, async ([text]) => times.push(await timed(() => classifier.classify(text!))), 1);
  const { p50, p95 } = describe(times);
  console.log(`intents, ${size}: ${INTENTS} x ${WAYS.length} examples are learnt in ${learning.toFixed(0)} ms${encoder ? ` (of which ${encoding.toFixed(0)} ms is encoding)` : ''}; a message ${p50.toFixed(2)} ms, 95th percentile ${p95.toFixed(2)} ms; ${perSecond.toFixed(0)} messages/s`);
}

/** Texts in a second, given `together` at once. */
async function throughput(texts: readonly string[], run: (texts: readonly string[]) => Promise<unknown>, together: number): Promise<number> {
  await run(texts.slice(0, together));
  let count = 0;
  const began = performance.now();
  while (performance.now() - began < MEASURED) {
    const at = count % texts.length;
    const some = texts.slice(at, at + together);
    await run(some);
    count += some.length;
  }
  return (count / (performance.now() - began)) * 1000;
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}
