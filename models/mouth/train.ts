/**
 * `npm run train -- mouth`: learns from Flite's speech, of which the phones are known, to tell the mouth by the sound alone.
 *
 * The sound is made here from the repository's own sentences, by five voices in changing tones; lessons are tilted and made
 * softer or noisier, so that other voices and codecs are not strange.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { VISEMES } from '../../src/index.ts';
import { createSoundFeatures, SOUND_INPUTS, SOUND_RATE, SOUND_REACH } from '../../src/browser/speech/mouth/sound-features.ts';
import { MOUTH_HIDDEN } from '../../src/browser/speech/mouth/sound-mouth.ts';
import { TRACK_HOP } from '../../src/browser/speech/mouth/viseme-track.ts';
import { formatNet } from '../../src/browser/nets/net-file.ts';
import { constant, weights } from '../../src/learn/nets/initialise.ts';
import { crossEntropy } from '../../src/learn/nets/loss.ts';
import { multiply } from '../../src/learn/nets/multiply.ts';
import { showProgress } from '../../src/learn/progress.ts';
import { createRandom } from '../../src/learn/random.ts';
import { startTensorflow } from '../../src/learn/tensorflow.ts';
import { trainNet } from '../../src/learn/train-net.ts';
import { ROOT } from '../../scripts/run.ts';
import { disturb } from './disturb.ts';
import { sayLesson, startFlite, TAUGHT_VOICES, taughtSentences, writeShares } from './lessons.ts';

const SEED = 20261128;
const EPOCHS = 14;
/** Lips that meet are seen at once where they don't, but are rare and short: such moments count so much more. */
const WORTH_OF_CLOSURES = 4;
const CLOSURES = (['PP', 'FF'] as const).map((viseme) => VISEMES.indexOf(viseme));

await startTensorflow();
const random = createRandom(SEED);
const flite = await startFlite();
const sentences = taughtSentences();
const progress = showProgress('Sentences said', sentences.length);
const inputs: Float32Array[] = [];
const targets: Float32Array[] = [];
let rows = 0;
for (const [index, sentence] of sentences.entries()) {
  const tone = { valence: 2 * random.uniform() - 1, arousal: 2 * random.uniform() - 1 };
  const { samples, track } = await sayLesson(flite, sentence, TAUGHT_VOICES[index % TAUGHT_VOICES.length]!, tone);
  const moments = Math.floor(track.end / TRACK_HOP);
  const reach = Math.round(SOUND_REACH * SOUND_RATE);
  const around = new Float32Array(samples.length + 2 * reach + SOUND_RATE);
  around.set(disturb(samples, random), reach);
  inputs.push(createSoundFeatures().read(around, moments));
  const shares = new Float32Array(moments * VISEMES.length);
  for (let moment = 0; moment < moments; moment += 1) writeShares(track, moment * TRACK_HOP, shares.subarray(moment * VISEMES.length, (moment + 1) * VISEMES.length));
  targets.push(shares);
  rows += moments;
  progress.update(index + 1);
}
progress.stop();
console.log(`${sentences.length} sentences, ${rows} moments`);

const target = concat(targets, rows * VISEMES.length);
const worth = Float32Array.from({ length: rows }, (_, row) => (CLOSURES.some((viseme) => target[row * VISEMES.length + viseme]! > 0.5) ? WORTH_OF_CLOSURES : 1));
const variables = {
  '0/kernel': weights(SOUND_INPUTS, MOUTH_HIDDEN, random, Math.SQRT2), '0/bias': constant([MOUTH_HIDDEN]),
  '1/kernel': weights(MOUTH_HIDDEN, VISEMES.length, random), '1/bias': constant([VISEMES.length]),
};
const scores = (x: tf.Tensor): tf.Tensor2D => tf.tidy(() => {
  const hidden = tf.relu(tf.add(multiply(x as tf.Tensor2D, variables['0/kernel'] as unknown as tf.Tensor2D), variables['0/bias']));
  return tf.add(multiply(hidden as tf.Tensor2D, variables['1/kernel'] as unknown as tf.Tensor2D), variables['1/bias']) as tf.Tensor2D;
});
await trainNet({
  variables, batchSize: 256, epochs: EPOCHS, rate: 0.002, l2: 1e-6, seed: SEED, title: 'A mouth by sound',
  columns: { x: { values: concat(inputs, rows * SOUND_INPUTS), shape: [SOUND_INPUTS] }, target: { values: target, shape: [VISEMES.length] }, worth: { values: worth, shape: [] } },
  loss: (batch) => crossEntropy(scores(batch.x), batch.target as tf.Tensor2D, batch.worth as tf.Tensor1D),
  onEpoch: ({ epoch, loss }) => console.log(`epoch ${epoch}: ${loss.toFixed(4)}`),
});
const tensors = Object.fromEntries(Object.entries(variables).map(([name, variable]) => [`layers/${name}`, { shape: variable.shape, values: variable.dataSync<'float32'>().slice() }]));
writeFileSync(join(ROOT, 'models/mouth/net.json'), formatNet({ model: 'mouth', settings: { hidden: MOUTH_HIDDEN, visemes: VISEMES }, tensors }));

function concat(parts: readonly Float32Array[], length: number): Float32Array {
  const whole = new Float32Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
