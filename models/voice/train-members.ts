import * as tf from '@tensorflow/tfjs';
import type { SpeakerPrior } from '../../src/browser/voice/speaker.ts';
import type { Tensor } from '../../src/browser/nets/net-file.ts';
import { constant, weights } from '../../src/learn/nets/initialise.ts';
import { classWeights, crossEntropy, dropout } from '../../src/learn/nets/loss.ts';
import { multiply } from '../../src/learn/nets/multiply.ts';
import { createRandom } from '../../src/learn/random.ts';
import { trainNet } from '../../src/learn/train-net.ts';
import { type Lessons, WIDTH } from './lessons.ts';
import { createRehearsal, type Lesson } from './population.ts';

export interface MemberOptions {
  readonly hidden: readonly number[];
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  readonly dropout: { readonly input: number; readonly hidden: number };
  readonly noise: number;
  readonly smoothing: number;
  readonly seed: number;
  readonly title?: string;
}

/** Trains one net of the ensemble on what would be known of the speakers live; returns its tensors as createPerceptron names them. */
export async function trainMember(lessons: Lessons, clips: readonly number[], prior: SpeakerPrior, classes: number, options: MemberOptions): Promise<Record<string, Tensor>> {
  const random = createRandom(options.seed);
  const sizes = [WIDTH, ...options.hidden, classes];
  const variables: Record<string, tf.Variable> = Object.fromEntries(sizes.slice(1).flatMap((outputs, i) => [
    [`${i}/kernel`, weights(sizes[i]!, outputs, random, i < sizes.length - 2 ? Math.SQRT2 : 1)],
    [`${i}/bias`, constant([outputs])],
  ]));
  const rows: Lesson[] = lessons.sessions.flatMap((_, session) => clips.map((clip) => ({ session, clip })));
  const rehearse = createRehearsal(lessons, clips, prior);
  const labels = Int32Array.from(rows, ({ clip }) => lessons.labels[clip]!);
  const worth = classWeights(labels, classes, 0.75);
  const target = new Float32Array(rows.length * classes);
  labels.forEach((label, row) => {
    for (let c = 0; c < classes; c += 1) target[row * classes + c] = (c === label ? 1 - options.smoothing : 0) + options.smoothing / classes;
  });
  try {
    await trainNet({
      variables, epochs: options.epochs, rate: options.rate, l2: options.l2, seed: options.seed, batchSize: 128, ...(options.title !== undefined && { title: options.title }),
      columns: {
        x: { values: new Float32Array(rows.length * WIDTH), shape: [WIDTH] },
        target: { values: target, shape: [classes] },
        worth: { values: Float32Array.from(labels, (label) => worth[label]!), shape: [] },
      },
      augment: (batch, indices, own) => {
        indices.forEach((row, place) => rehearse(rows[row]!, own, batch.x, place * WIDTH));
        for (let i = 0; i < batch.x.length; i += 1) batch.x[i]! += options.noise * own.normal();
      },
      loss: (batch, own) => tf.tidy(() => {
        let x = dropout(batch.x as tf.Tensor2D, options.dropout.input, own);
        for (let i = 0; i < sizes.length - 1; i += 1) {
          x = tf.add(multiply(x, variables[`${i}/kernel`] as unknown as tf.Tensor2D), variables[`${i}/bias`]!);
          if (i < sizes.length - 2) x = dropout(tf.relu(x), options.dropout.hidden, own);
        }
        return crossEntropy(x, batch.target as tf.Tensor2D, batch.worth as tf.Tensor1D);
      }),
    });
    return Object.fromEntries(Object.entries(variables).map(([name, variable]) => [name, { shape: variable.shape, values: variable.dataSync<'float32'>().slice() }]));
  } finally {
    Object.values(variables).forEach((variable) => variable.dispose());
  }
}
