import * as tf from '@tensorflow/tfjs';
import { AT, type VoiceHop } from '../../src/browser/voice/features/descriptors.ts';
import { MELS } from '../../src/browser/voice/features/mel.ts';
import { constant, weights } from '../../src/learn/nets/initialise.ts';
import { dropout } from '../../src/learn/nets/loss.ts';
import { multiply } from '../../src/learn/nets/multiply.ts';
import type { Random } from '../../src/learn/random.ts';

/** Frames of 32 ms that a sequence net sees: 1.8 s. */
export const FRAMES = 56;
const BANDS = MELS / 2;
/** Numbers of a frame: mel bands, pitch, whether it is voiced, level. */
export const FRAME_WIDTH = BANDS + 3;

/** A net that reads frames one after the other. */
export interface SequenceNet {
  readonly name: string;
  variables(random: Random, classes: number): Record<string, tf.Variable>;
  /** @param frames [rows, FRAMES, FRAME_WIDTH]; @param random leaves numbers out while training */
  run(v: Readonly<Record<string, tf.Variable>>, frames: tf.Tensor3D, random?: Random): tf.Tensor2D;
}

/**
 * What a sequence net sees of an utterance: its log-mels relative to their means, pitch relative to its own, level
 * relative to the loudest, from a frame on; zeros where it has ended.
 */
export function writeFrames(hops: readonly VoiceHop[], start: number, into: Float32Array, at: number): void {
  const band = (hop: VoiceHop, i: number): number => (hop.mels[2 * i]! + hop.mels[2 * i + 1]!) / 2;
  const loudest = Math.max(...hops.map(({ row }) => row[AT.level]!));
  const kept = hops.filter(({ row }) => row[AT.level]! > loudest - 30);
  const means = Array.from({ length: BANDS }, (_, i) => kept.reduce((sum, hop) => sum + band(hop, i), 0) / kept.length);
  const pitches = hops.map(({ row }) => row[AT.pitch]!).filter((pitch) => !Number.isNaN(pitch)).sort((a, b) => a - b);
  const middle = pitches[pitches.length >> 1] ?? 0;
  for (let frame = 0; frame < FRAMES; frame += 1) {
    const hop = hops[start + 2 * frame];
    const place = at + frame * FRAME_WIDTH;
    if (!hop) {
      into.fill(0, place, place + FRAME_WIDTH);
      continue;
    }
    for (let i = 0; i < BANDS; i += 1) into[place + i] = Math.max(-2, (band(hop, i) - means[i]!) / 2.5);
    const pitch = hop.row[AT.pitch]!;
    into[place + BANDS] = Number.isNaN(pitch) ? 0 : (pitch - middle) / 4;
    into[place + BANDS + 1] = Number.isNaN(pitch) ? 0 : 1;
    into[place + BANDS + 2] = Math.max(-2, (hop.row[AT.level]! - loudest) / 15 + 1);
  }
}

const KERNEL = 5;
const [FIRST, SECOND] = [32, 48];

/** Two convolutions along time, then mean and maximum. */
export const convolutional: SequenceNet = {
  name: '1D-CNN on log-mels and pitch',
  variables: (random, classes) => ({
    'first/kernel': weights(KERNEL * FRAME_WIDTH, FIRST, random, Math.SQRT2), 'first/bias': constant([FIRST]),
    'second/kernel': weights(KERNEL * FIRST, SECOND, random, Math.SQRT2), 'second/bias': constant([SECOND]),
    'scores/kernel': weights(2 * SECOND, classes, random), 'scores/bias': constant([classes]),
  }),
  run(v, frames, random) {
    const first = tf.relu(along(frames, v['first/kernel']!, v['first/bias']!));
    const halved = tf.mean(tf.reshape(first, [frames.shape[0], (FRAMES - KERNEL + 1) / 2, 2, FIRST]), 2) as tf.Tensor3D;
    const second = tf.relu(along(halved, v['second/kernel']!, v['second/bias']!));
    const summary = tf.concat([tf.mean(second, 1), tf.max(second, 1)], 1) as tf.Tensor2D;
    return dense(v, 'scores', random ? dropout(summary, 0.4, random) : summary);
  },
};

function along(x: tf.Tensor3D, kernel: tf.Variable, bias: tf.Variable): tf.Tensor3D {
  const [rows, length, channels] = x.shape;
  const left = length - KERNEL + 1;
  const shifted = Array.from({ length: KERNEL }, (_, i) => tf.slice(x, [0, i, 0], [rows, left, channels]));
  const patches = tf.reshape(tf.concat(shifted, 2), [rows * left, KERNEL * channels]) as tf.Tensor2D;
  return tf.reshape(tf.add(multiply(patches, kernel as unknown as tf.Tensor2D), bias), [rows, left, bias.size]);
}

const UNITS = 24;
/** The recurrent net sees every second frame: its time is spent step by step. */
const STEPS = FRAMES / 2;

/** A long short-term memory (Hochreiter and Schmidhuber 1997) in both directions, then the mean of its states. */
export const recurrent: SequenceNet = {
  name: 'BiLSTM on log-mels and pitch',
  variables: (random, classes) => ({
    ...Object.fromEntries(['forth', 'back'].flatMap((way) => [
      [`${way}/kernel`, weights(2 * FRAME_WIDTH + UNITS, 4 * UNITS, random)], [`${way}/bias`, constant([4 * UNITS])],
    ])),
    'scores/kernel': weights(2 * UNITS, classes, random), 'scores/bias': constant([classes]),
  }),
  run(v, frames, random) {
    const pairs = tf.reshape(frames, [frames.shape[0], STEPS, 2 * FRAME_WIDTH]) as tf.Tensor3D;
    const steps = tf.unstack(pairs, 1) as tf.Tensor2D[];
    const summary = tf.concat([remember(steps, v, 'forth'), remember(steps.toReversed(), v, 'back')], 1) as tf.Tensor2D;
    return dense(v, 'scores', random ? dropout(summary, 0.3, random) : summary);
  },
};

function remember(steps: readonly tf.Tensor2D[], v: Readonly<Record<string, tf.Variable>>, way: string): tf.Tensor2D {
  const rows = steps[0]!.shape[0];
  let hidden = tf.zeros([rows, UNITS]) as tf.Tensor2D;
  let cell = tf.zeros([rows, UNITS]) as tf.Tensor2D;
  let sum = hidden;
  for (const step of steps) {
    const gates = tf.add(multiply(tf.concat([step, hidden], 1) as tf.Tensor2D, v[`${way}/kernel`] as unknown as tf.Tensor2D), v[`${way}/bias`]!);
    const [input, forget, output, change] = tf.split(gates, 4, 1) as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];
    // One is added so that a fresh memory keeps what it has.
    cell = tf.add(tf.mul(tf.sigmoid(tf.add(forget, 1)), cell), tf.mul(tf.sigmoid(input), tf.tanh(change)));
    hidden = tf.mul(tf.sigmoid(output), tf.tanh(cell));
    sum = tf.add(sum, hidden);
  }
  return tf.div(sum, steps.length);
}

function dense(v: Readonly<Record<string, tf.Variable>>, name: string, x: tf.Tensor2D): tf.Tensor2D {
  return tf.add(multiply(x, v[`${name}/kernel`] as unknown as tf.Tensor2D), v[`${name}/bias`]!);
}
