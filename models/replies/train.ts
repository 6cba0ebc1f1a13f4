/**
 * `npm run train -- replies`: learns from people's ratings what makes a reply empathetic, in English and in Chinese, from two
 * in three of the writers, and shows what else was tried on them.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatNet, type Tensor } from '../../src/browser/nets/net-file.ts';
import { readReply, REPLY_FEATURES } from '../../src/browser/replies/reply-features.ts';
import { LANGUAGES } from '../../src/index.ts';
import { fitRidge } from '../../src/learn/linear/ridge.ts';
import { ROOT } from '../../scripts/run.ts';
import { compareChoices, SHRINK } from './choices.ts';
import { isTested, readRatedReplies } from './rated-replies.ts';

const replies = readRatedReplies().filter((reply) => !isTested(reply));
console.log(`What was compared on ${replies.length} replies that are learnt from, by folds of writers:`);
console.log('| read of a reply | replies | Spearman | apart from length |\n| --- | --- | --- | --- |');
for (const { name, n, spearman, apartFromLength } of await compareChoices(replies)) console.log(`| ${name} | ${n} | ${spearman.toFixed(3)} | ${apartFromLength.toFixed(3)} |`);

const tensors: Record<string, Tensor> = {};
for (const language of LANGUAGES) {
  const { weights, usual, bias } = fitRidge(replies.map(({ text }) => readReply(text[language], language)), replies.map(({ mean }) => mean), SHRINK);
  tensors[`${language}/weights`] = { shape: [REPLY_FEATURES.length], values: Float32Array.from(weights) };
  tensors[`${language}/usual`] = { shape: [REPLY_FEATURES.length], values: Float32Array.from(usual) };
  tensors[`${language}/bias`] = { shape: [1], values: Float32Array.of(bias) };
  console.log(`${language}: ${REPLY_FEATURES.map((name, i): [string, number] => [name, weights[i]!]).sort(([, a], [, b]) => b - a).map(([name, weight]) => `${name} ${weight.toFixed(2)}`).join(', ')}`);
}
writeFileSync(join(ROOT, 'models/replies/net.json'), formatNet({ model: 'replies', settings: { features: REPLY_FEATURES }, tensors }));
