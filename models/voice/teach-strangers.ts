import * as tf from '@tensorflow/tfjs';
import type { LabelledVoices } from '../../scripts/voices/labelled-voices.ts';
import type { Tensor } from '../../src/browser/nets/net-file.ts';
import { summariseVoiceFeatures } from '../../src/browser/voice/features/functionals.ts';
import { momentsOf } from '../../src/browser/voice/features/statistics.ts';
import { createStrangerLook, logDistance, STRANGER_FEATURES, STRANGER_HIDDEN, STRANGER_INPUTS, type UsualVoices } from '../../src/browser/voice/stranger-net.ts';
import { constant, weights } from '../../src/learn/nets/initialise.ts';
import { crossEntropy, dropout } from '../../src/learn/nets/loss.ts';
import { multiply } from '../../src/learn/nets/multiply.ts';
import { createRandom, type Random } from '../../src/learn/random.ts';
import { trainNet } from '../../src/learn/train-net.ts';
import { type Lessons, partsOf } from './lessons.ts';
import { agentsVoices } from './machine-voices.ts';
import { BACKWARDS, strangersOf } from './strangers.ts';
import { whitenerOf } from './whiten.ts';
import { usualVoices } from './usual-voices.ts';

/** A sound that passes for speech, summed up as a whole and in parts. */
export interface Example {
  /** What kind of stranger it is; null is one voice. */
  readonly kind: string | null;
  /** With whom it is left out. */
  readonly speakers: readonly string[];
  readonly summaries: readonly Float32Array[];
}

/** Less than this, in hops of 16 ms, is read by nobody. */
const LEAST = 31;
const EPOCHS = 24;
const RATE = 0.003;
const L2 = 1e-3;
const NOISE = 0.2;
const DROPOUT = { input: 0.2, hidden: 0.3 };

/** One voice, as recorded and in many sessions, and all that is made up to differ from it; minutes the first time. */
export async function gatherExamples(corpus: LabelledVoices, lessons: Lessons): Promise<Example[]> {
  const random = createRandom(17);
  const strangers = [...await strangersOf(corpus), ...await agentsVoices([...new Set(lessons.speakers)])].filter(({ kind }) => kind !== BACKWARDS);
  const made = [...(await usualVoices(corpus)).map(({ speakers, hops }) => ({ kind: null, speakers, hops })), ...strangers];
  return [
    ...lessons.summaries[0]!.map((summaries, clip): Example => ({ kind: null, speakers: [lessons.speakers[clip]!], summaries })),
    ...made.filter(({ hops }) => hops.length >= LEAST).map(({ kind, speakers, hops }): Example => ({ kind, speakers, summaries: partsOf(hops, random).map(summariseVoiceFeatures) })),
  ];
}

/** The kinds of stranger among examples. */
export function kindsOf(examples: readonly Example[]): string[] {
  return [...new Set(examples.flatMap(({ kind }) => (kind === null ? [] : [kind])))];
}

/**
 * Teaches a net to tell one voice from all else; returns its tensors as stranger-net.ts names them. Both sides count alike, and
 * so does each kind of stranger.
 */
export async function teachStrangers(examples: readonly Example[], seed: number): Promise<Record<string, Tensor>> {
  const rows = examples.flatMap(({ kind, summaries }) => summaries.map((summary) => ({ kind, summary })));
  const counts = new Map<string | null, number>();
  for (const { kind } of rows) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const worth = Float32Array.from(rows, ({ kind }) => rows.length / 2 / counts.get(kind)! / (kind === null ? 1 : counts.size - 1));
  const usual = measure(rows.filter(({ kind }) => kind === null).map(({ summary }) => summary));
  const [x, target] = [new Float32Array(rows.length * STRANGER_INPUTS), new Float32Array(rows.length * 2)];
  const look = createStrangerLook(usual);
  rows.forEach(({ kind, summary }, row) => {
    look(summary, x, row * STRANGER_INPUTS);
    target[row * 2 + (kind === null ? 0 : 1)] = 1;
  });
  const random = createRandom(seed);
  const variables = { '0/kernel': weights(STRANGER_INPUTS, STRANGER_HIDDEN, random, Math.SQRT2), '0/bias': constant([STRANGER_HIDDEN]), '1/kernel': weights(STRANGER_HIDDEN, 2, random), '1/bias': constant([2]) };
  try {
    await trainNet({
      variables, epochs: EPOCHS, rate: RATE, l2: L2, seed, batchSize: 256,
      columns: { x: { values: x, shape: [STRANGER_INPUTS] }, target: { values: target, shape: [2] }, worth: { values: worth, shape: [] } },
      augment: (batch, _, own) => addNoise(batch.x, own),
      loss: (batch, own) => tf.tidy(() => {
        const hidden = tf.relu(tf.add(multiply(dropout(batch.x as tf.Tensor2D, DROPOUT.input, own), variables['0/kernel'] as unknown as tf.Tensor2D), variables['0/bias']));
        const scores = tf.add(multiply(dropout(hidden as tf.Tensor2D, DROPOUT.hidden, own), variables['1/kernel'] as unknown as tf.Tensor2D), variables['1/bias']);
        return crossEntropy(scores as tf.Tensor2D, batch.target as tf.Tensor2D, batch.worth as tf.Tensor1D);
      }),
    });
    const taught = Object.entries(variables).map(([name, variable]): [string, Tensor] => [`stranger/${name}`, { shape: variable.shape, values: variable.dataSync<'float32'>().slice() }]);
    const size = STRANGER_FEATURES.length;
    return {
      ...Object.fromEntries(taught), 'stranger/centre': { shape: [size], values: usual.centre }, 'stranger/scale': { shape: [size], values: usual.scale },
      'stranger/whitener': { shape: [size, size], values: usual.whitener }, 'stranger/distances': { shape: [2], values: usual.distances },
    };
  } finally {
    Object.values(variables).forEach((variable) => variable.dispose());
  }
}

function addNoise(values: Float32Array, random: Random): void {
  for (let i = 0; i < values.length; i += 1) values[i]! += NOISE * random.normal();
}

/** What is usual for one voice. */
function measure(summaries: readonly Float32Array[]): UsualVoices {
  const size = STRANGER_FEATURES.length;
  const [centre, scale] = [new Float32Array(size), new Float32Array(size)];
  STRANGER_FEATURES.forEach((place, i) => {
    const { mean, deviation } = momentsOf(Float32Array.from(summaries, (summary) => summary[place]!));
    centre[i] = mean;
    scale[i] = 1 / (deviation || 1);
  });
  const look = createStrangerLook({ centre, scale, whitener: new Float32Array(size * size), distances: new Float32Array(2) });
  const deviations = summaries.map((summary) => {
    const row = new Float32Array(STRANGER_INPUTS);
    look(summary, row, 0);
    return row.subarray(0, size);
  });
  const rows = new Float32Array(deviations.length * size);
  deviations.forEach((row, at) => rows.set(row, at * size));
  const whitener = whitenerOf(rows, size);
  const { mean, deviation } = momentsOf(deviations.map((row) => logDistance(whitener, row)));
  return { centre, scale, whitener, distances: Float32Array.of(mean, 1 / (deviation || 1)) };
}
