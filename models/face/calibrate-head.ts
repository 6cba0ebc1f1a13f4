import { EMOTIONS } from '../../src/index.ts';
import type { Tensor } from '../../src/browser/nets/net-file.ts';
import type { FaceRow } from './face-rows.ts';
import { priorShift, standsFor } from './priors.ts';

/** A head whose last layers give calibrated scores. */
export interface CalibratedHead {
  readonly tensors: Readonly<Record<string, Tensor>>;
  readonly settings: Readonly<Record<string, unknown>>;
  /** What was chosen, in a line. */
  readonly told: string;
  /** Accuracy and macro-F1 together. */
  readonly worth: number;
}

/** What mix of emotions a head is to expect. */
export type Prior = 'natural' | 'as-taught';

const CLASSES = EMOTIONS.length;
const SHARES = [0, 0.25, 0.5, 0.75, 1] as const;
const SHARPNESSES = Array.from({ length: 31 }, (_, i) => 0.5 + i * 0.05);

interface Choice {
  readonly share: number;
  readonly sharpness: number;
  readonly accuracy: number;
  readonly macroF1: number;
  readonly loss: number;
}

/**
 * Folds a temperature (Guo et al. 2017) and a shift towards the natural frequencies into the last
 * layers. How much of the shift is taken is a compromise: all of it is right most often, none of it
 * finds the rare emotions. The share with the greatest sum of accuracy and macro-F1 wins, then the
 * temperature with the least cross-entropy.
 *
 * @param scores of `judges`, before calibration
 * @param judges faces that were not learned from
 * @param prior `natural` lets each of them stand for as many faces as the web shows of its emotion (FER+ was
 * thinned); `as-taught` takes them as they are, without a shift
 */
export function calibrateHead(tensors: Readonly<Record<string, Tensor>>, scores: { whole: Float32Array; upper: Float32Array }, judges: readonly FaceRow[], prior: Prior): CalibratedHead {
  const truth = judges.map(({ picture }) => EMOTIONS.indexOf(picture.label!));
  const worth = judges.map(({ picture }) => (prior === 'natural' ? standsFor(picture.label!) : 1));
  const shares = prior === 'natural' ? SHARES : [0];
  const chosen = { whole: choose(scores.whole, truth, worth, shares), upper: choose(scores.upper, truth, worth, shares) };
  const folded: Record<string, Tensor> = { ...tensors };
  for (const part of ['whole', 'upper'] as const) {
    const { share, sharpness } = chosen[part];
    const shift = priorShift(share);
    const kernel = tensors[`${part}-scores/kernel`]!;
    const bias = tensors[`${part}-scores/bias`]!;
    folded[`${part}-scores/kernel`] = { shape: kernel.shape, values: kernel.values.map((value) => value * sharpness) };
    folded[`${part}-scores/bias`] = { shape: bias.shape, values: bias.values.map((value, i) => (value + shift[i]!) * sharpness) };
    folded[`neutral/${part}`] = { shape: [CLASSES], values: neutralScores(scores[part], truth, shift, sharpness) };
  }
  return { tensors: folded, settings: { calibration: chosen }, told: JSON.stringify(chosen), worth: chosen.whole.accuracy + chosen.whole.macroF1 };
}

function choose(scores: Float32Array, truth: readonly number[], worth: readonly number[], shares: readonly number[]): Choice {
  const { share } = shares.map((each) => measure(scores, truth, worth, each, 1)).reduce((best, each) => (each.accuracy + each.macroF1 > best.accuracy + best.macroF1 ? each : best));
  return SHARPNESSES.map((sharpness) => measure(scores, truth, worth, share, sharpness)).reduce((best, each) => (each.loss < best.loss ? each : best));
}

function measure(scores: Float32Array, truth: readonly number[], worth: readonly number[], share: number, sharpness: number): Choice {
  const shift = priorShift(share);
  const [right, said, meant] = [new Float64Array(CLASSES), new Float64Array(CLASSES), new Float64Array(CLASSES)];
  let [loss, total] = [0, 0];
  truth.forEach((label, row) => {
    const logits = Array.from({ length: CLASSES }, (_, i) => (scores[row * CLASSES + i]! + shift[i]!) * sharpness);
    const highest = Math.max(...logits);
    const answer = logits.indexOf(highest);
    const weight = worth[row]!;
    loss += weight * (Math.log(logits.reduce((sum, each) => sum + Math.exp(each - highest), 0)) + highest - logits[label]!);
    total += weight;
    said[answer]! += weight;
    meant[label]! += weight;
    if (answer === label) right[label]! += weight;
  });
  const present = [...meant.keys()].filter((i) => meant[i]! > 0);
  return {
    share, sharpness, loss: loss / total,
    accuracy: right.reduce((sum, each) => sum + each, 0) / total,
    macroF1: present.reduce((sum, i) => sum + (2 * right[i]!) / (said[i]! + meant[i]!), 0) / present.length,
  };
}

/** Mean calibrated scores of faces at rest. */
function neutralScores(scores: Float32Array, truth: readonly number[], shift: readonly number[], sharpness: number): Float32Array {
  const neutral = EMOTIONS.indexOf('neutral');
  const resting = [...truth.keys()].filter((row) => truth[row] === neutral);
  return Float32Array.from({ length: CLASSES }, (_, i) => resting.reduce((sum, row) => sum + (scores[row * CLASSES + i]! + shift[i]!) * sharpness, 0) / resting.length);
}
