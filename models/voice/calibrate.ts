import type { Net } from '../../src/browser/nets/net-file.ts';
import { doubtOf, POINTS, VOICE_CLASSES } from '../../src/browser/voice/voice-head.ts';

/** What a net that had not heard a speaker said of one of their clips, at sharpness 1. */
export interface Said {
  readonly label: number;
  /** Scores of each member, one for each class. */
  readonly scores: readonly Float32Array[];
  /** Arousal as the straight line of features has it. */
  readonly arousal: number;
  /** Distance from what is usual, as voice-head.ts measures it. */
  readonly distance: number;
  /** Log odds of a stranger, as stranger-net.ts tells them. */
  readonly logOdds: number;
}

const SHARPNESSES = Array.from({ length: 40 }, (_, i) => 0.3 + 0.05 * i);
/** How much of arousal may come from the straight line. */
const SHARES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
/** A voice as far out as one in fifty of those that were learnt from begins to be strange... */
const FAMILIAR = 0.98;
/** ...and one so many times as far from usual is no such voice at all. */
const STRANGE_BY = 1.75;
/** One voice is heard so many times more often than something else that passes for speech; a guess, as nobody has counted. */
const RARITY = 3;

/** The settings that fit what was said: the sharpness of least cross-entropy (temperature scaling, Guo et al. 2017), when a voice is strange, and how much of arousal is the straight line's. */
export function calibrate(said: readonly Said[]): Pick<Net, 'settings'>['settings'] {
  const sharpness = SHARPNESSES.map((each) => ({ each, loss: lossAt(said, each) })).reduce((best, next) => (next.loss < best.loss ? next : best)).each;
  const distances = said.map(({ distance }) => distance).sort((a, b) => a - b);
  const familiar = distances[Math.floor(FAMILIAR * (distances.length - 1))]!;
  const straight = SHARES.map((each) => ({ each, loss: arousalError(said, sharpness, each) })).reduce((best, next) => (next.loss < best.loss ? next : best)).each;
  return { sharpness, familiar, strange: familiar * STRANGE_BY, straight, rarity: RARITY };
}

/** Mean squared error of arousal when so much of it is taken from the straight line. */
function arousalError(said: readonly Said[], sharpness: number, straight: number): number {
  return said.reduce((sum, { label, scores, arousal }) => {
    const mixed = VOICE_CLASSES.reduce((total, name, c) => total + (POINTS[name][1] * scores.reduce((all, each) => all + softmaxAt(each, c, sharpness), 0)) / scores.length, 0);
    return sum + (mixed + (arousal - mixed) * straight - POINTS[VOICE_CLASSES[label]!][1]) ** 2 / said.length;
  }, 0);
}

function lossAt(said: readonly Said[], sharpness: number): number {
  return said.reduce((sum, { label, scores, logOdds }) => {
    const doubt = doubtOf(logOdds, RARITY);
    const probability = (1 - doubt) * scores.reduce((total, each) => total + softmaxAt(each, label, sharpness), 0) / scores.length + doubt / VOICE_CLASSES.length;
    return sum - Math.log(probability + 1e-9) / said.length;
  }, 0);
}

function softmaxAt(scores: Float32Array, at: number, sharpness: number): number {
  const highest = Math.max(...scores);
  const total = scores.reduce((sum, score) => sum + Math.exp(sharpness * (score - highest)), 0);
  return Math.exp(sharpness * (scores[at]! - highest)) / total;
}
