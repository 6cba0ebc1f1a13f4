import { byEmotion, type EmotionDistribution, softmax, UNIFORM } from '../../core/index.ts';
import { EKMAN } from './labels.ts';
import type { CueWeight } from './weigh-cues.ts';

/** What is said of one clause, by head and cues together. */
export interface ClauseReading {
  readonly emotions: EmotionDistribution;
  readonly worth: number;
}

/** Contempt has no label of its own: without a cue it is about this likely. */
const CONTEMPT = 0.01;
/** How much of the whole's reading is that of its clauses, each by itself. */
const CLAUSES = 0.5;
/** From this share of known words on a reading is taken at its word. */
const ENOUGH_KNOWN = 0.5;

/** Head and cues together: scores add up. @param ekman scores of the head, already divided by its temperature */
export function blendCues(ekman: Float32Array, cues: CueWeight): EmotionDistribution {
  const total = Math.log(ekman.reduce((sum, score) => sum + Math.exp(score), 0));
  return softmax(byEmotion((emotion) => cues.emotions[emotion] + (emotion === 'contempt' ? total + Math.log(CONTEMPT) : ekman[EKMAN.indexOf(emotion)]!)));
}

/** Mixes the reading of the whole with those of its clauses, of which the feeling ones count more; so mixed feelings keep both. */
export function blendClauses(whole: EmotionDistribution, clauses: readonly ClauseReading[]): EmotionDistribution {
  if (clauses.length < 2) return whole;
  const weights = clauses.map(({ emotions, worth }) => worth * (1.1 - emotions.neutral));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return byEmotion((emotion) => (1 - CLAUSES) * whole[emotion] + (CLAUSES / sum) * clauses.reduce((total, clause, i) => total + weights[i]! * clause.emotions[emotion], 0));
}

/** Doubts a reading as far as its words are unknown: then nothing is known, rather than that nothing is felt. */
export function doubt(emotions: EmotionDistribution, known: number): EmotionDistribution {
  const trust = Math.min(1, known / ENOUGH_KNOWN);
  return byEmotion((emotion) => UNIFORM[emotion] + trust * (emotions[emotion] - UNIFORM[emotion]));
}
