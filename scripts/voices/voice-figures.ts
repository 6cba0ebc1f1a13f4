import { EMOTIONS, type Emotion, UNKNOWN_VARIANCE } from '../../src/core/index.ts';
import type { VoiceReading } from '../../src/browser/voice/voice-head.ts';
import type { CoarseMetrics, Metrics } from '../../src/learn/evaluation.ts';
import { type Answer, judge, type Judged } from '../../src/learn/metrics/answers.ts';
import { bootstrapIntervals } from '../../src/learn/metrics/bootstrap.ts';
import { calibrationError, reliabilityOf } from '../../src/learn/metrics/calibration.ts';
import { confusionOf, scoresOf } from '../../src/learn/metrics/classification.ts';
import { measureClassifier } from '../../src/learn/metrics/measure.ts';
import { areaUnderCurve } from '../statistics.ts';
import type { LabelledVoice } from './labelled-voices.ts';

const SEED = 4;
/** What corpora of voices have in common. */
const FOUR = ['neutral', 'happiness', 'sadness', 'anger'] as const satisfies readonly Emotion[];
const HIGH = new Set<string>(['anger', 'happiness', 'fear', 'surprise']);
const LOW = new Set<string>(['sadness', 'neutral', 'calm', 'boredom']);

/** Clips and what was read of each; null where nothing was. */
export interface ReadVoices {
  readonly voices: readonly LabelledVoice[];
  readonly readings: readonly (VoiceReading | null)[];
}

/** The answers over the eight emotions. */
export function judgeVoices({ voices, readings }: ReadVoices): Judged {
  return judge(EMOTIONS, voices.map(({ emotion }) => EMOTIONS.indexOf(emotion)), readings.map((reading) => reading && EMOTIONS.map((emotion) => reading.emotions[emotion])));
}

/** Everything that is reported of a reader of voices. */
export function measureVoices(read: ReadVoices): Metrics {
  const { voices, readings } = read;
  const groups = voices.map(({ speaker }) => speaker);
  const classified = measureClassifier(judgeVoices(read), { seed: SEED, groups });
  const four = fourClass(read);
  const auc = arousalAuc(read);
  return {
    ...classified,
    ...(four && { fourClass: four }),
    ...(auc !== null && { arousalAuc: auc }),
    meanVariance: readings.reduce((sum, reading) => sum + (reading ? (reading.valence.variance + reading.arousal.variance + reading.dominance.variance) / 3 : UNKNOWN_VARIANCE), 0) / voices.length,
  };
}

/** The main figures alone, without the intervals that take their time. */
export function scoreVoices(read: ReadVoices): Readonly<Record<string, number>> {
  const judged = judgeVoices(read);
  const judgedFour = judgeFour(read);
  const auc = arousalAuc(read);
  return {
    uar: scoresOf(EMOTIONS, confusionOf(judged)).uar, ece: calibrationError(reliabilityOf(judged)),
    ...(auc !== null && { arousalAuc: auc }), ...(judgedFour && { fourClass: scoresOf(FOUR, confusionOf(judgedFour)).uar }),
  };
}

/** Only clips of the four, each answered with the likeliest of the four; a clip without an answer is wrong. */
function judgeFour({ voices, readings }: ReadVoices): Judged | null {
  const kept = keptOf(voices);
  if (kept.length === 0) return null;
  const answers = kept.map((index): Answer => {
    const reading = readings[index];
    return reading ? FOUR.map((emotion) => reading.emotions[emotion]) : null;
  });
  return judge(FOUR, kept.map((index) => (FOUR as readonly Emotion[]).indexOf(voices[index]!.emotion)), answers);
}

function keptOf(voices: readonly LabelledVoice[]): number[] {
  return voices.flatMap(({ emotion }, index) => ((FOUR as readonly string[]).includes(emotion) ? [index] : []));
}

function fourClass(read: ReadVoices): CoarseMetrics | null {
  const judged = judgeFour(read);
  if (!judged) return null;
  const groups = keptOf(read.voices).map((index) => read.voices[index]!.speaker);
  const { uar } = bootstrapIntervals(groups.length, (items) => ({ uar: scoresOf(FOUR, confusionOf(judged, items)).uar }), { seed: SEED, groups });
  return { n: groups.length, ...scoresOf(FOUR, confusionOf(judged)), intervals: { uar } };
}

/** How well arousal tells the excited emotions from the quiet ones; null where a corpus lacks either. What was not read counts as the middle. */
function arousalAuc({ voices, readings }: ReadVoices): number | null {
  const of = (words: ReadonlySet<string>): number[] => voices.flatMap(({ word }, index) => (words.has(word) ? [readings[index]?.arousal.mean ?? 0] : []));
  const [high, low] = [of(HIGH), of(LOW)];
  return high.length > 0 && low.length > 0 ? areaUnderCurve(high, low) : null;
}
