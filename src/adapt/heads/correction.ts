import * as v from 'valibot';
import { admit, byEmotion, EMOTIONS, type Emotion, type EmotionDistribution } from '../../core/index.ts';
import { ADAPTED_SENSES, type AdaptedSense, type Aspects, ASPECTS } from './aspects.ts';

/** What is added to a head's scores for one person or one site. The head itself stays as it is. */
export interface HeadCorrection {
  readonly sense: AdaptedSense;
  /** The emotions that were labelled often enough, in the order of {@link EMOTIONS}: what the others were given stays theirs. */
  readonly emotions: readonly Emotion[];
  /** Whether it goes by aspects as well, or by the head's answer alone. */
  readonly byAspects: boolean;
  /** What is usual for this person: taken off the aspects first. */
  readonly centre: readonly number[];
  /** For each of `emotions` a row: a constant, one weight for the head's score of each of `emotions`, and one for each aspect where it goes by them. */
  readonly weights: readonly number[];
}

/** Less than this is not told apart from nothing, or one look that rules something out would outweigh all others. */
const LEAST = 0.002;

/** Scores of a head are up to about 6 apart: divided by this they vary as aspects do. */
const SCORE_SCALE = 2;

/** The logarithms of what the head says of some emotions, around their mean. */
function scoresOf(head: EmotionDistribution, emotions: readonly Emotion[]): Float64Array {
  const scores = Float64Array.from(emotions, (emotion) => Math.log(Math.max(LEAST, head[emotion])));
  const mean = scores.reduce((sum, each) => sum + each, 0) / scores.length;
  return scores.map((score) => score - mean);
}

/** One observation as a correction sees it: the head's scores, from which it departs, and the row by which its weights are multiplied. */
export interface Seen {
  readonly scores: Float64Array;
  readonly row: Float64Array;
}

/** @param centre null where aspects are not gone by */
export function seenBy(head: EmotionDistribution, aspects: Aspects, emotions: readonly Emotion[], centre: ArrayLike<number> | null): Seen {
  const scores = scoresOf(head, emotions);
  const row = new Float64Array(1 + emotions.length + (centre?.length ?? 0));
  row[0] = 1;
  scores.forEach((score, at) => (row[1 + at] = score / SCORE_SCALE));
  for (let at = 0; at < (centre?.length ?? 0); at += 1) row[1 + emotions.length + at] = aspects[at]! - centre![at]!;
  return { scores, row };
}

/** How likely each of the corrected emotions is among themselves; sums to 1. */
export function chancesAmong({ scores, row }: Seen, weights: ArrayLike<number>): Float64Array {
  const chances = scores.map((score, emotion) => {
    let sum = score;
    for (let at = 0, from = emotion * row.length; at < row.length; at += 1) sum += weights[from + at]! * row[at]!;
    return sum;
  });
  const highest = Math.max(...chances);
  const sum = chances.reduce((total, each) => total + Math.exp(each - highest), 0);
  return chances.map((each) => Math.exp(each - highest) / sum);
}

/**
 * What a head says, corrected. How likely all of the corrected emotions are together stays as it was, and so does each of the others.
 *
 * @param aspects of the same observation, as many as {@link ASPECTS} tells for its sense
 * @returns sums to 1
 */
export function applyCorrection({ emotions, byAspects, centre, weights }: HeadCorrection, head: EmotionDistribution, aspects: Aspects): EmotionDistribution {
  const chances = chancesAmong(seenBy(head, aspects, emotions, byAspects ? centre : null), weights);
  const mass = emotions.reduce((sum, emotion) => sum + head[emotion], 0);
  return byEmotion((emotion) => {
    const at = emotions.indexOf(emotion);
    return at < 0 ? head[emotion] : mass * chances[at]!;
  });
}

const VERSION = 1;
const finite = v.pipe(v.number(), v.finite());
const KEPT = v.pipe(
  v.object({
    attune: v.literal('head-correction'), version: v.literal(VERSION), sense: v.picklist(ADAPTED_SENSES),
    emotions: v.pipe(v.array(v.picklist(EMOTIONS)), v.minLength(2), v.maxLength(EMOTIONS.length)), byAspects: v.boolean(), centre: v.array(finite), weights: v.array(finite),
  }),
  v.check(({ sense, emotions, byAspects, centre, weights }) => centre.length === ASPECTS[sense] && new Set(emotions).size === emotions.length
    && weights.length === emotions.length * (1 + emotions.length + (byAspects ? centre.length : 0)), 'as many numbers as its sense and emotions want'),
);

/** A correction as plain data that JSON can hold, with its version. */
export function keepCorrection(correction: HeadCorrection): object {
  return { attune: 'head-correction', version: VERSION, ...correction };
}

/**
 * Reads a correction that was kept, or that `npm run train -- face --collected FOLDER` made of many people's labels.
 *
 * @throws {AttuneError} `bad-input`, naming the field, what was expected and what came
 */
export function readCorrection(kept: unknown): HeadCorrection {
  const { attune: _attune, version: _version, ...correction } = admit(KEPT, kept, 'a correction of a head');
  return correction;
}
