import * as tf from '@tensorflow/tfjs';
import { byEmotion, type Emotion, EMOTIONS, type EmotionDistribution, type FusionTrust } from '../../src/index.ts';
import { FUSED_CLASSES } from '../../src/browser/fusion/fusion-net.ts';
import { HALF_PRESENT, LEAST } from '../../src/core/affect/fuse-emotions.ts';
import { constant } from '../../src/learn/nets/initialise.ts';
import { crossEntropy } from '../../src/learn/nets/loss.ts';
import { isWhole, type Lesson } from './lessons.ts';

const STEPS = 200;
const RATE = 0.05;
/** Holds back trust that the lessons hardly ask for; from 1e-4 to 1e-2 it made little difference. */
const SHRINK = 1e-3;
const CLASSES = EMOTIONS.length;
const TAUGHT = FUSED_CLASSES.length;

/**
 * The trust in face and voice with which the weighted pool ({@link import('../../src/core/affect/fuse-emotions.ts').fuseEmotions}) comes nearest to
 * what people see who have both, by cross-entropy over the emotions that they could choose. Of surprise and contempt, which
 * they could not, each sense is trusted as of the others: the geometric mean.
 */
export function fitTrust(lessons: readonly Lesson[]): FusionTrust {
  const whole = lessons.filter(isWhole);
  const variables = { face: constant([1, TAUGHT]), voice: constant([1, TAUGHT]), bias: constant([1, TAUGHT]) };
  const optimizer = tf.train.adam(RATE);
  const given = {
    face: doubted(whole.map(({ face, faceQuality }) => [face, faceQuality])),
    voice: doubted(whole.map(({ voice, voiceQuality }) => [voice, voiceQuality])),
    target: tf.tensor2d(whole.map(({ target }) => Array.from(target))),
    six: sixOfEight(), eight: eightOfSix(),
  };
  for (let step = 0; step < STEPS; step += 1) {
    tf.tidy(() => {
      optimizer.minimize(() => {
        const logits = tf.matMul(pool(given, variables) as tf.Tensor2D, given.six) as tf.Tensor2D;
        const shrink = tf.addN(Object.values(variables).map((variable): tf.Tensor => tf.sum(tf.square(variable))));
        return tf.add(crossEntropy(logits, given.target), tf.mul(SHRINK, shrink)) as tf.Scalar;
      }, false, Object.values(variables));
    });
  }
  const logs = (variable: tf.Variable): number[] => [...variable.dataSync<'float32'>()];
  const [face, voice, bias] = [logs(variables.face), logs(variables.voice), logs(variables.bias)];
  tf.dispose([...Object.values(variables), ...Object.values(given)]);
  optimizer.dispose();
  const of = (values: readonly number[], emotion: Emotion): number => values[(FUSED_CLASSES as readonly Emotion[]).indexOf(emotion)] ?? values.reduce((sum, value) => sum + value, 0) / TAUGHT;
  return {
    face: byEmotion((emotion) => Math.exp(of(face, emotion))), voice: byEmotion((emotion) => Math.exp(of(voice, emotion))),
    bias: byEmotion((emotion) => of(bias, emotion)),
  };
}

/** [rows, 8] of distributions that are doubted by their qualities. */
function doubted(views: readonly (readonly [EmotionDistribution, number])[]): tf.Tensor2D {
  return tf.tensor2d(views.map(([emotions, quality]) => EMOTIONS.map((emotion) => 1 / CLASSES + (emotions[emotion] - 1 / CLASSES) * quality)));
}

/** The weighted pool of two senses before its softmax, [rows, 8]. */
function pool({ face, voice, eight }: Record<'face' | 'voice' | 'eight', tf.Tensor2D>, logs: Record<'face' | 'voice' | 'bias', tf.Variable>): tf.Tensor {
  const known = (rows: tf.Tensor2D): tf.Tensor => tf.maximum(0, tf.add(1, tf.div(tf.sum(tf.mul(rows, tf.log(tf.maximum(rows, 1e-9))), 1, true), Math.log(CLASSES))));
  const least = tf.minimum(known(face), known(voice));
  const both = tf.div(least, tf.add(least, HALF_PRESENT));
  const spread = (variable: tf.Variable): tf.Tensor => tf.matMul(variable as tf.Tensor as tf.Tensor2D, eight);
  const floor = tf.mul(LEAST, both);
  const weighed = (rows: tf.Tensor2D, variable: tf.Variable): tf.Tensor => tf.mul(
    tf.add(1, tf.mul(both, tf.sub(tf.exp(spread(variable)), 1))),
    tf.log(tf.div(tf.add(rows, floor), tf.add(1 / CLASSES, floor))),
  );
  return tf.add(tf.mul(both, spread(logs.bias)), tf.add(weighed(face, logs.face), weighed(voice, logs.voice)));
}

/** Takes the six that are taught out of the eight. */
function sixOfEight(): tf.Tensor2D {
  return tf.tensor2d(EMOTIONS.map((emotion) => FUSED_CLASSES.map((taught) => (taught === emotion ? 1 : 0))));
}

/** Gives each of the eight its own of the six, and the mean of all to the two that are not among them. */
function eightOfSix(): tf.Tensor2D {
  return tf.tensor2d(FUSED_CLASSES.map((taught) => EMOTIONS.map((emotion) => (taught === emotion ? 1 : (FUSED_CLASSES as readonly Emotion[]).includes(emotion) ? 0 : 1 / TAUGHT))));
}
