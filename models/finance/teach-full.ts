import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '../../src/browser/nets/net-file.ts';
import { EMBEDDING } from '../../src/browser/text/encoder/embedding.ts';
import { crossEntropy } from '../../src/learn/nets/loss.ts';
import { trainPerceptrons } from '../../src/learn/nets/train-perceptrons.ts';
import { startTensorflow } from '../../src/learn/tensorflow.ts';
import { FULL_HIDDEN, FULL_MEMBERS, type FullSettings } from '../../src/monitor/finance/create-full-finance-reader.ts';
import { FINANCE_CLASSES } from '../../src/monitor/finance/finance-head.ts';
import type { Lesson } from './lessons.ts';
import { MADE } from './make-lines.ts';

/** How much both parts count beside each other; chosen on lists that were held out. */
export const FULL: FullSettings = { light: 1, meaning: 0.4 };

const [EPOCHS, RATE, L2, SEED] = [12, 0.001, 1e-4, 20261129] as const;
/** Of embeddings of unit length scaled to numbers of about 1, and of hidden units. */
const DROPOUT = [0.1, 0.4] as const;
/** How much a sentence that was made by rules counts beside one that was written. */
const MADE_WORTH = 0.1;
/** Nobody is sure of every label. */
const DOUBT = 0.05;
const COLUMNS = FINANCE_CLASSES.length;

/**
 * The small nets that tell by what an English sentence means alone, under their names in models/finance/net.json.
 *
 * @param embeddings of the lessons, row after row
 */
export async function teachFull(lessons: readonly Lesson[], embeddings: Float32Array): Promise<Record<string, Tensor>> {
  await startTensorflow();
  const targets = new Float32Array(lessons.length * COLUMNS).fill(DOUBT / COLUMNS);
  lessons.forEach(({ sentiment }, i) => { targets[i * COLUMNS + sentiment]! += 1 - DOUBT; });
  const tensors = await trainPerceptrons({
    inputs: embeddings.map((value) => value * Math.sqrt(EMBEDDING)), widths: [EMBEDDING, FULL_HIDDEN, COLUMNS], targets,
    extras: { values: Float32Array.from(lessons, ({ list }) => (list === MADE ? MADE_WORTH : 1)), width: 1 },
    loss: (outputs, truth, worth) => tf.tidy(() => crossEntropy(outputs, truth, tf.reshape(worth, [-1]))),
    dropout: DROPOUT, epochs: EPOCHS, rate: RATE, l2: L2, members: FULL_MEMBERS, seed: SEED, title: 'meaning',
  });
  return Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [`full/${name}`, { ...tensor, as: name.endsWith('kernel') ? 'byte' as const : 'half' as const }]));
}
