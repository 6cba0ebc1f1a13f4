import * as tf from '@tensorflow/tfjs';
import { EMOTIONS } from '../../src/index.ts';
import { distanceOf, FUSED_CLASSES, FUSION_INPUTS, writeFusionInput } from '../../src/browser/fusion/fusion-net.ts';
import type { Net, Tensor } from '../../src/browser/nets/net-file.ts';
import { constant, weights } from '../../src/learn/nets/initialise.ts';
import { crossEntropy } from '../../src/learn/nets/loss.ts';
import { multiply } from '../../src/learn/nets/multiply.ts';
import { createRandom } from '../../src/learn/random.ts';
import { trainNet } from '../../src/learn/train-net.ts';
import { isWhole, LEAST_QUALITY, type Lesson } from './lessons.ts';

export interface NetOptions {
  readonly seed: number;
  readonly epochs: number;
  readonly members?: number;
  readonly title?: string;
}

const HIDDEN = 64;
const CLASSES = FUSED_CLASSES.length;
/** The share of the lessons whose views know too little to be counted as known. */
const IGNORANT = 0.001;

/** Teaches a net what people see, by lessons in which both senses say something: by cross-entropy, so that it is calibrated. */
export async function makeNet(lessons: readonly Lesson[], { seed, epochs, members = 1, title }: NetOptions): Promise<Net> {
  const whole = lessons.filter(isWhole);
  const x = new Float32Array(whole.length * FUSION_INPUTS);
  const target = new Float32Array(whole.length * CLASSES);
  whole.forEach((lesson, row) => {
    writeFusionInput(lesson, x.subarray(row * FUSION_INPUTS, (row + 1) * FUSION_INPUTS));
    target.set(lesson.target, row * CLASSES);
  });
  const tensors: Record<string, Tensor> = {};
  for (let member = 0; member < members; member += 1) {
    const random = createRandom(seed + member);
    const variables = {
      '0/kernel': weights(FUSION_INPUTS, HIDDEN, random, Math.SQRT2), '0/bias': constant([HIDDEN]),
      '1/kernel': weights(HIDDEN, CLASSES, random), '1/bias': constant([CLASSES]),
    };
    const scores = (rows: tf.Tensor): tf.Tensor2D => tf.tidy(() => {
      const hidden = tf.relu(tf.add(multiply(rows as tf.Tensor2D, variables['0/kernel'] as unknown as tf.Tensor2D), variables['0/bias']));
      return tf.add(multiply(hidden as tf.Tensor2D, variables['1/kernel'] as unknown as tf.Tensor2D), variables['1/bias']) as tf.Tensor2D;
    });
    await trainNet({
      variables, batchSize: 128, epochs, rate: 0.005, l2: 1e-5, seed: seed + member,
      columns: { x: { values: x, shape: [FUSION_INPUTS] }, target: { values: target, shape: [CLASSES] } },
      loss: (batch) => crossEntropy(scores(batch.x), batch.target as tf.Tensor2D),
      ...(title !== undefined && { title: `${title}, net ${member + 1} of ${members}` }),
    });
    for (const [name, variable] of Object.entries(variables)) {
      tensors[`member${member}/${name}`] = { shape: variable.shape, values: variable.dataSync<'float32'>().slice() };
      variable.dispose();
    }
  }
  const { usual, precision } = usualOf(x);
  const distances = whole.map((_, row) => distanceOf(x.subarray(row * FUSION_INPUTS, (row + 1) * FUSION_INPUTS), usual, precision));
  const peaks = whole.flatMap(({ face, voice, faceQuality, voiceQuality }) => ([[face, faceQuality], [voice, voiceQuality]] as const)
    .map(([emotions, quality]) => quality * (Math.max(...EMOTIONS.map((emotion) => emotions[emotion])) - 1 / EMOTIONS.length)));
  return {
    model: 'fusion',
    settings: { members, hidden: HIDDEN, leastQuality: LEAST_QUALITY, leastPeak: quantile(peaks, IGNORANT), farthest: quantile(distances, 1) },
    tensors: { ...tensors, usual: { shape: [FUSION_INPUTS], values: usual }, precision: { shape: [FUSION_INPUTS], values: precision } },
  };
}

/** Mean and one over the variance of each input. */
function usualOf(x: Float32Array): { readonly usual: Float32Array; readonly precision: Float32Array } {
  const rows = x.length / FUSION_INPUTS;
  const [sum, square] = [new Float64Array(FUSION_INPUTS), new Float64Array(FUSION_INPUTS)];
  x.forEach((value, i) => {
    sum[i % FUSION_INPUTS]! += value / rows;
    square[i % FUSION_INPUTS]! += value ** 2 / rows;
  });
  return { usual: Float32Array.from(sum), precision: Float32Array.from(square, (each, i) => 1 / Math.max(0.01, each - sum[i]! ** 2)) };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.round(share * (sorted.length - 1))]!;
}
