import * as tf from '@tensorflow/tfjs';
import { VOICE_CLASSES } from '../../src/browser/voice/voice-head.ts';
import type { Comparison } from '../../src/learn/evaluation.ts';
import { judge } from '../../src/learn/metrics/answers.ts';
import { confusionOf, scoresOf } from '../../src/learn/metrics/classification.ts';
import { classWeights, crossEntropy } from '../../src/learn/nets/loss.ts';
import { createRandom } from '../../src/learn/random.ts';
import { trainNet } from '../../src/learn/train-net.ts';
import type { Lessons } from './lessons.ts';
import { FRAME_WIDTH, FRAMES, type SequenceNet, writeFrames } from './sequence-nets.ts';

const SEED = 6;
const EPOCHS = 60;
const CLASSES = VOICE_CLASSES.length;

/** What a sequence net reaches by itself, leaving one speaker out at a time; it knows nothing of the speaker but the utterance's own means. */
export async function measureRival(net: SequenceNet, lessons: Lessons): Promise<Comparison> {
  const all = [...lessons.speakers.keys()];
  const speakers = [...new Set(lessons.speakers)];
  const scores: Float32Array[] = [];
  for (const [index, out] of speakers.entries()) {
    const known = all.filter((clip) => lessons.speakers[clip] !== out);
    const unknown = all.filter((clip) => lessons.speakers[clip] === out);
    (await teachSequence(net, lessons, known, unknown, `${net.name}, without speaker ${index + 1}`)).forEach((said, i) => { scores[unknown[i]!] = said; });
  }
  const { accuracy, macroF1, uar } = scoresOf(VOICE_CLASSES, confusionOf(judge(VOICE_CLASSES, lessons.labels, scores)));
  return { accuracy, macroF1, uar };
}

/** Teaches by some clips in a session drawn anew for each epoch; returns the scores of others as they are. */
async function teachSequence(net: SequenceNet, lessons: Lessons, clips: readonly number[], others: readonly number[], title: string): Promise<Float32Array[]> {
  const variables = net.variables(createRandom(SEED), CLASSES);
  const labels = Int32Array.from(clips, (clip) => lessons.labels[clip]!);
  const worth = classWeights(labels, CLASSES, 0.75);
  const target = new Float32Array(clips.length * CLASSES);
  labels.forEach((label, row) => { target[row * CLASSES + label] = 1; });
  try {
    await trainNet({
      variables, title, epochs: EPOCHS, rate: 0.004, l2: 1e-4, seed: SEED, batchSize: 32,
      columns: {
        x: { values: new Float32Array(clips.length * FRAMES * FRAME_WIDTH), shape: [FRAMES, FRAME_WIDTH] },
        target: { values: target, shape: [CLASSES] },
        worth: { values: Float32Array.from(labels, (label) => worth[label]!), shape: [] },
      },
      augment: (rows, indices, random) => indices.forEach((row, place) => {
        const hops = lessons.sessions[random.below(lessons.sessions.length)]![clips[row]!]!;
        writeFrames(hops, random.below(Math.max(1, hops.length >> 1)), rows.x, place * FRAMES * FRAME_WIDTH);
      }),
      loss: (batch, random) => crossEntropy(net.run(variables, batch.x as tf.Tensor3D, random), batch.target as tf.Tensor2D, batch.worth as tf.Tensor1D),
    });
    const x = new Float32Array(others.length * FRAMES * FRAME_WIDTH);
    others.forEach((clip, row) => writeFrames(lessons.sessions[0]![clip]!, 0, x, row * FRAMES * FRAME_WIDTH));
    const said = tf.tidy(() => tf.softmax(net.run(variables, tf.tensor3d(x, [others.length, FRAMES, FRAME_WIDTH]))).dataSync<'float32'>().slice());
    return others.map((_, row) => said.slice(row * CLASSES, (row + 1) * CLASSES));
  } finally {
    Object.values(variables).forEach((variable) => variable.dispose());
  }
}
