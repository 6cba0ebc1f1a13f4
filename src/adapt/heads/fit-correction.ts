import { EMOTIONS, type Emotion, type EmotionDistribution } from '../../core/index.ts';
import { cholesky, solveLower, solveUpper } from '../cholesky.ts';
import type { Aspects } from './aspects.ts';
import { seenBy } from './correction.ts';

/** One labelled observation: what the head said, what else was there, and what it was. */
export interface HeadLesson {
  readonly head: EmotionDistribution;
  readonly aspects: Aspects;
  readonly label: Emotion;
}

/** How freely a correction may depart from the head. */
export interface Freedom {
  /** The weight of a quadratic penalty on every weight; the larger, the nearer to the head as it is. */
  readonly penalty: number;
  readonly byAspects: boolean;
}

/** Lessons as rows of numbers, which are fitted hundreds of times. */
export interface LessonTable {
  readonly emotions: readonly Emotion[];
  /** What is usual of every aspect. */
  readonly centre: readonly number[];
  /** The places of the aspects that are gone by: those that are there in three lessons or more. */
  readonly places: readonly number[];
  /** For each lesson the place of its label among `emotions`. */
  readonly labels: Int32Array;
  /** For each lesson the head's score of each of `emotions`. */
  readonly scores: Float64Array;
  /** For each lesson `width` numbers: 1, the scores, and the aspects at `places` without their centre. */
  readonly rows: Float64Array;
  readonly width: number;
}

/** An emotion that was labelled less often is not corrected. */
const LEAST_OF_EACH = 4;

/** What was there in fewer lessons, such as a rare word, can't have been learnt. */
const LEAST_SEEN = 3;

const MOST_STEPS = 40;
/** In what the loss, whose sum is over tens of lessons, would still gain by a step. */
const SETTLED = 1e-3;

/** The emotions that were labelled often enough. */
export function emotionsOf(lessons: readonly HeadLesson[]): readonly Emotion[] {
  return EMOTIONS.filter((emotion) => lessons.filter(({ label }) => label === emotion).length >= LEAST_OF_EACH);
}

/** @param lessons each of one of `emotions` */
export function tableOf(lessons: readonly HeadLesson[], emotions: readonly Emotion[]): LessonTable {
  const size = lessons[0]?.aspects.length ?? 0;
  const centre = Array.from({ length: size }, (_, at) => lessons.reduce((sum, { aspects }) => sum + aspects[at]!, 0) / lessons.length);
  const places = centre.flatMap((_, at) => (lessons.filter(({ aspects }) => aspects[at] !== 0).length >= LEAST_SEEN ? [at] : []));
  const width = 1 + emotions.length + places.length;
  const scores = new Float64Array(lessons.length * emotions.length);
  const rows = new Float64Array(lessons.length * width);
  lessons.forEach(({ head, aspects }, item) => {
    const seen = seenBy(head, aspects, emotions, centre);
    scores.set(seen.scores, item * emotions.length);
    rows.set(seen.row.subarray(0, 1 + emotions.length), item * width);
    places.forEach((place, at) => (rows[item * width + 1 + emotions.length + at] = seen.row[1 + emotions.length + place]!));
  });
  return { emotions, centre, places, labels: Int32Array.from(lessons, ({ label }) => emotions.indexOf(label)), scores, rows, width };
}

/** How many numbers of a row are gone by. */
export function usedOf({ emotions, width }: LessonTable, { byAspects }: Freedom): number {
  return byAspects ? width : 1 + emotions.length;
}

/** How much each of some lessons counts, so that all emotions count the same; sums to their number. */
export function worths({ labels, emotions }: LessonTable, items: readonly number[]): Float64Array {
  const counts = new Float64Array(emotions.length);
  for (const item of items) counts[labels[item]!] = counts[labels[item]!]! + 1;
  const present = counts.filter((count) => count > 0).length;
  return Float64Array.from(items, (item) => items.length / (present * counts[labels[item]!]!));
}

/** Fills in how likely each emotion is among them for one lesson; sums to 1. */
export function chancesAt({ emotions, scores, rows, width }: LessonTable, item: number, weights: Float64Array, used: number, into: Float64Array): void {
  let highest = -Infinity;
  for (let emotion = 0; emotion < emotions.length; emotion += 1) {
    let sum = scores[item * emotions.length + emotion]!;
    for (let at = 0, from = emotion * used, row = item * width; at < used; at += 1) sum += weights[from + at]! * rows[row + at]!;
    into[emotion] = sum;
    if (sum > highest) highest = sum;
  }
  let total = 0;
  for (let emotion = 0; emotion < emotions.length; emotion += 1) total += into[emotion] = Math.exp(into[emotion]! - highest);
  for (let emotion = 0; emotion < emotions.length; emotion += 1) into[emotion] = into[emotion]! / total;
}

/**
 * Fits the weights of a correction to some lessons: softmax regression whose weights of 0 leave the head as it is, with a quadratic penalty on departing from
 * that. Every emotion counts the same, however often it was labelled, as whoever asks for labels decides how many there are of each.
 *
 * Solved by Böhning's bound on the curvature (1992), which needs one factorisation for all steps.
 *
 * @returns for each emotion as many weights as {@link usedOf} tells
 */
export function fitWeights(table: LessonTable, items: readonly number[], freedom: Freedom): Float64Array {
  const { emotions, labels, rows, width } = table;
  const used = usedOf(table, freedom);
  const worth = worths(table, items);
  const bound = new Float64Array(used * used);
  items.forEach((item, k) => {
    const row = item * width;
    for (let a = 0; a < used; a += 1) {
      const part = 0.5 * worth[k]! * rows[row + a]!;
      if (part !== 0) for (let b = 0; b <= a; b += 1) bound[a * used + b] = bound[a * used + b]! + part * rows[row + b]!;
    }
  });
  for (let a = 0; a < used; a += 1) bound[a * used + a] = bound[a * used + a]! + freedom.penalty;
  const lower = cholesky(bound, used);
  const weights = new Float64Array(emotions.length * used);
  const gradient = new Float64Array(emotions.length * used);
  const chances = new Float64Array(emotions.length);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    for (let at = 0; at < weights.length; at += 1) gradient[at] = freedom.penalty * weights[at]!;
    items.forEach((item, k) => {
      chancesAt(table, item, weights, used, chances);
      for (let emotion = 0; emotion < emotions.length; emotion += 1) {
        const miss = worth[k]! * (chances[emotion]! - (labels[item] === emotion ? 1 : 0));
        for (let at = 0, from = emotion * used, row = item * width; at < used; at += 1) gradient[from + at] = gradient[from + at]! + miss * rows[row + at]!;
      }
    });
    let gain = 0;
    for (let emotion = 0; emotion < emotions.length; emotion += 1) {
      const from = emotion * used;
      const move = solveUpper(lower, solveLower(lower, gradient.subarray(from, from + used)));
      for (let at = 0; at < used; at += 1) {
        gain += gradient[from + at]! * move[at]!;
        weights[from + at] = weights[from + at]! - move[at]!;
      }
    }
    if (gain < SETTLED) break;
  }
  return weights;
}

/** The weights as a {@link HeadCorrection} has them: one for every aspect, 0 for those that were not gone by. */
export function spreadWeights({ emotions, centre, places, width }: LessonTable, weights: Float64Array, byAspects: boolean): number[] {
  if (!byAspects) return Array.from(weights);
  const before = 1 + emotions.length;
  return emotions.flatMap((_, emotion) => {
    const row = Array.from({ length: before + centre.length }, () => 0);
    for (let at = 0; at < width; at += 1) row[at < before ? at : before + places[at - before]!] = weights[emotion * width + at]!;
    return row;
  });
}
