import * as tf from '@tensorflow/tfjs';
import type { Net } from '../../src/browser/nets/net-file.ts';
import { EMBEDDING_WIDTH, FULL_INPUTS, writeInputs } from '../../src/browser/text/full-head.ts';
import { EKMAN, TEXT_LABELS } from '../../src/browser/text/labels.ts';
import { trainPerceptrons } from '../../src/learn/nets/train-perceptrons.ts';
import { startTensorflow } from '../../src/learn/tensorflow.ts';
import { readGoEmotions, readPersonas } from '../../scripts/texts/corpora.ts';
import { embedTexts } from '../../scripts/texts/embeddings.ts';
import { ENGLISH_COLUMNS, englishLesson } from './lessons.ts';
import { strangersScores } from './light-scores.ts';

const [HIDDEN, MEMBERS, EPOCHS] = [192, 3, 5] as const;
/** Of what the perceptrons add; chosen on dev with the other settings. */
const SHARE = 0.7;
/** Rare labels' examples count more, by this power of how rare they are. */
const RARE = 0.25;
const SEED = 20261129;
const LABELS = TEXT_LABELS.length;

/** Perceptrons on embeddings and on the light head's scores, which come from heads that had not seen the text. */
export async function teachFull(most: number): Promise<Net> {
  await startTensorflow();
  const lesson = englishLesson(most);
  const scores = strangersScores(lesson);
  const texts = [...readGoEmotions('train'), ...readPersonas('en', 'train')].map(({ text }) => text);
  const embeddings = await embedTexts(texts, 'embeddings of the training texts');
  const inputs = new Float32Array(texts.length * FULL_INPUTS);
  const extras = new Float32Array(texts.length * (ENGLISH_COLUMNS + 2));
  texts.forEach((_, i) => {
    writeInputs(embeddings.subarray(i * EMBEDDING_WIDTH, (i + 1) * EMBEDDING_WIDTH), scores.subarray(i * ENGLISH_COLUMNS, (i + 1) * ENGLISH_COLUMNS), inputs.subarray(i * FULL_INPUTS, (i + 1) * FULL_INPUTS));
    extras.set(scores.subarray(i * ENGLISH_COLUMNS, (i + 1) * ENGLISH_COLUMNS), i * (ENGLISH_COLUMNS + 2));
    extras.set(lesson.worth.subarray(2 * i, 2 * i + 2), i * (ENGLISH_COLUMNS + 2) + ENGLISH_COLUMNS);
  });
  const worth = tf.tensor1d(TEXT_LABELS.map((_, label) => rareWorth(lesson.targets, label)));
  const tensors = await trainPerceptrons({
    inputs, widths: [FULL_INPUTS, HIDDEN, ENGLISH_COLUMNS], targets: lesson.targets, extras: { values: extras, width: ENGLISH_COLUMNS + 2 },
    loss: (outputs, targets, extra) => lossOf(outputs, targets, extra, worth), dropout: [0.05, 0.3], epochs: EPOCHS, rate: 0.001, l2: 1e-5, members: MEMBERS, seed: SEED, title: 'Full',
  });
  worth.dispose();
  return { model: 'text-full', settings: { members: MEMBERS, hidden: HIDDEN, share: SHARE, shifts: TEXT_LABELS.map(() => 0) }, tensors };
}

function lossOf(outputs: tf.Tensor2D, targets: tf.Tensor2D, extra: tf.Tensor2D, rare: tf.Tensor1D): tf.Scalar {
  const scores = tf.add(outputs, tf.slice(extra, [0, 0], [-1, ENGLISH_COLUMNS]));
  const [labels, emotions] = [tf.slice(scores, [0, 0], [-1, LABELS]), tf.slice(scores, [0, LABELS], [-1, EKMAN.length])];
  const [told, felt] = [tf.slice(targets, [0, 0], [-1, LABELS]), tf.slice(targets, [0, LABELS], [-1, EKMAN.length])];
  const softplus = tf.add(tf.relu(labels), tf.log(tf.add(1, tf.exp(tf.neg(tf.abs(labels))))));
  const each = tf.sum(tf.mul(tf.add(1, tf.mul(told, rare)), tf.sub(softplus, tf.mul(labels, told))), 1);
  const whole = tf.neg(tf.sum(tf.mul(felt, tf.logSoftmax(emotions)), 1));
  const worthOf = (block: number): tf.Tensor1D => tf.reshape(tf.slice(extra, [0, ENGLISH_COLUMNS + block], [-1, 1]), [-1]);
  return tf.mean(tf.add(tf.mul(each, worthOf(0)), tf.mul(whole, worthOf(1))));
}

/** How much more than any other an example of a label counts. */
function rareWorth(targets: Float32Array, label: number): number {
  let count = 0;
  for (let at = label; at < targets.length; at += ENGLISH_COLUMNS) count += targets[at]!;
  return (targets.length / ENGLISH_COLUMNS / count) ** RARE - 1;
}
