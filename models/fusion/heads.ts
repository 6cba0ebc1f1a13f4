import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byEmotion, EMOTIONS, type EmotionDistribution, normalise, type Unit } from '../../src/index.ts';
import { FUSED_CLASSES } from '../../src/browser/fusion/fusion-net.ts';
import type { Evaluation } from '../../src/learn/evaluation.ts';
import type { Random } from '../../src/learn/random.ts';
import { ROOT } from '../../scripts/run.ts';

/** A head as it was measured on one set of data, well enough to answer in its manner. */
export interface MeasuredHead {
  /** How it was measured, such as "EmoDB". */
  readonly data: string;
  /** Of each class that was shown: how often each of EMOTIONS was answered. */
  readonly confusion: readonly (readonly number[])[];
  /** How often each of EMOTIONS is answered at all: what it says when it knows nothing. */
  readonly usual: readonly number[];
  /** Share of the items that got an answer. */
  readonly answered: Unit;
  /** Of each class that was shown: how many times the errors of {@link tenths} it has, so that its own are as measured. */
  readonly errors: readonly number[];
  /** Accuracy of each tenth of the answers, the surest first. */
  readonly tenths: readonly number[];
  /** How far its confidence lies above its accuracy. */
  readonly excess: number;
}

/** Answers of each kind that a class is given before any were counted, so that no confusion is impossible. */
const BEGINNING = 0.5;
const CLASSES = EMOTIONS.length;

/** Share of a far head's answers that are as if it knew nothing, and how much surer it says they are than they are right. */
const [LOST, TOO_SURE] = [0.5, 0.2] as const;

/**
 * A head near what it learnt from, and far from it. The face's are as measured, on FER+ Valid and on muxspace-faces. RAVDESS, on which the
 * voice was measured far from home, may only evaluate: the far voice is made up of EmoDB's, with half of its answers lost.
 */
export function readHeads(model: 'face' | 'voice'): MeasuredHead[] {
  const heads = readMeasured(model).filter(({ data }) => data !== 'RAVDESS');
  return model === 'voice' ? heads.flatMap((head) => [head, farFrom(head)]) : heads;
}

function farFrom(head: MeasuredHead): MeasuredHead {
  const confusion = head.confusion.map((row) => row.map((share, i) => (1 - LOST) * share + LOST * head.usual[i]!));
  const tenths = head.tenths.map((right) => (1 - LOST) * right + LOST / CLASSES);
  return { ...head, data: `far from ${head.data}`, confusion, tenths, excess: head.excess + TOO_SURE, errors: confusion.map((row, shown) => errorsOf(tenths, 1 - row[shown]!)) };
}

function readMeasured(model: 'face' | 'voice'): MeasuredHead[] {
  const { also = [], ...first } = JSON.parse(readFileSync(join(ROOT, `models/${model}/metrics.json`), 'utf8')) as Evaluation & { also?: Evaluation[] };
  // What is told last of the face is another net: the one that was taught without FER+.
  return [first, ...also].filter(({ split }) => !split.includes('muxspace-faces alone')).map(measured);
}

function measured({ data, metrics }: Evaluation): MeasuredHead {
  const { confusion, coverage, answered = 1, ece = 0 } = metrics;
  if (!confusion || !coverage) throw new Error(`Expected a confusion matrix and a coverage curve of ${data}, but its metrics.json has none. Run "npm run evaluate -- face" and "-- voice".`);
  const rows = confusion.map((row) => shares(row.slice(0, CLASSES).map((count) => count + BEGINNING)));
  const tenths = coverage.map((point, i) => Math.min(0.98, Math.max(1 / CLASSES, (i + 1) * point.accuracy - i * (coverage[i - 1]?.accuracy ?? 0))));
  return {
    data, answered, tenths, excess: ece, confusion: rows,
    usual: shares(EMOTIONS.map((_, column) => confusion.reduce((sum, row) => sum + row[column]! + BEGINNING, 0))),
    errors: rows.map((row, shown) => errorsOf(tenths, 1 - row[shown]!)),
  };
}

/** How many times the errors of all tenths give a share of errors on average, where no tenth can err more than always; by halving. */
function errorsOf(tenths: readonly number[], wanted: Unit): number {
  let [low, high] = [0, 1000];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    const mean = tenths.reduce((sum, right) => sum + Math.min(1, middle * (1 - right)), 0) / tenths.length;
    if (mean < wanted) low = middle;
    else high = middle;
  }
  return low;
}

/** What is shown to a head, and how well. */
export interface Shown {
  /** What people voted, over FUSED_CLASSES. */
  readonly votes: Float64Array;
  readonly quality: Unit;
  /** Times as many errors as on the whole face: more where the mouth does not count. */
  readonly errors: number;
}

/**
 * One made-up answer of a head to what people saw in the same: its class by the confusions, its confidence by the coverage
 * curve with the calibration error on top, and the rest by the same confusions, more or less, with much noise: how a head shares out what it
 * is not sure of was not measured, so nothing fine may be learnt from it.
 *
 * At a quality of q a share of 1 - q of the answers is as if nothing had been seen, and no less confident.
 */
export function answerOf({ confusion, usual, tenths, excess, errors: own }: MeasuredHead, { votes, quality, errors }: Shown, random: Random): EmotionDistribution {
  const wrong = errors * (1 - tenths[random.below(tenths.length)]!);
  const shown = EMOTIONS.indexOf(FUSED_CLASSES[pick(votes, random)]!);
  const seen = random.uniform() < quality;
  const row = confusion[shown]!;
  const missed = Math.min(1, own[shown]! * wrong);
  const answer = !seen ? pick(usual, random) : random.uniform() >= missed ? shown : pick(row.map((share, i) => (i === shown ? 0 : share)), random);
  const sure = Math.min(0.98, Math.max(1.5 / CLASSES, 1 - wrong + excess));
  const confidence = 1 / (1 + Math.exp(-Math.log(sure / (1 - sure)) - 0.4 * random.normal()));
  const blur = random.uniform();
  const rest = EMOTIONS.map((_, i) => {
    if (i === answer) return 0;
    const told = seen ? FUSED_CLASSES.reduce((sum, emotion, c) => sum + votes[c]! * confusion[EMOTIONS.indexOf(emotion)]![i]!, 0) : usual[i]!;
    return -(told + (1 / CLASSES - told) * blur) * Math.log(1 - random.uniform());
  });
  const left = rest.reduce((sum, each) => sum + each, 0);
  return normalise(byEmotion((emotion) => {
    const i = EMOTIONS.indexOf(emotion);
    return i === answer ? confidence : Math.min(0.95 * confidence, ((1 - confidence) * rest[i]!) / left);
  }));
}

function pick(shareOf: ArrayLike<number>, random: Random): number {
  let total = 0;
  for (let i = 0; i < shareOf.length; i += 1) total += shareOf[i]!;
  let at = random.uniform() * total;
  for (let i = 0; i < shareOf.length; i += 1) {
    at -= shareOf[i]!;
    if (at < 0) return i;
  }
  return shareOf.length - 1;
}

function shares(values: readonly number[]): number[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => value / total);
}
