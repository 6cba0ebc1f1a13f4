import type { Net } from '../../src/browser/nets/net-file.ts';

/** What a net that had not heard a speaker said of one of their clips, at sharpness 1. */
export interface Said {
  readonly label: number;
  /** Scores of each member, one for each class. */
  readonly scores: readonly Float32Array[];
  /** Distance from what is usual, as voice-head.ts measures it. */
  readonly distance: number;
}

const SHARPNESSES = Array.from({ length: 40 }, (_, i) => 0.3 + 0.05 * i);
/** A voice as far out as one in fifty of those that were learnt from begins to be strange... */
const FAMILIAR = 0.98;
/** ...and one so many times as far from usual is no such voice at all. */
const STRANGE_BY = 1.75;

/** The settings that fit what was said: the sharpness of least cross-entropy (temperature scaling, Guo et al. 2017), and when a voice is strange. */
export function calibrate(said: readonly Said[]): Pick<Net, 'settings'>['settings'] {
  const sharpness = SHARPNESSES.map((each) => ({ each, loss: lossAt(said, each) })).reduce((best, next) => (next.loss < best.loss ? next : best)).each;
  const distances = said.map(({ distance }) => distance).sort((a, b) => a - b);
  const familiar = distances[Math.floor(FAMILIAR * (distances.length - 1))]!;
  return { sharpness, familiar, strange: familiar * STRANGE_BY };
}

function lossAt(said: readonly Said[], sharpness: number): number {
  return said.reduce((sum, { label, scores }) => {
    const probability = scores.reduce((total, each) => total + softmaxAt(each, label, sharpness), 0) / scores.length;
    return sum - Math.log(probability + 1e-9) / said.length;
  }, 0);
}

function softmaxAt(scores: Float32Array, at: number, sharpness: number): number {
  const highest = Math.max(...scores);
  const total = scores.reduce((sum, score) => sum + Math.exp(sharpness * (score - highest)), 0);
  return Math.exp(sharpness * (scores[at]! - highest)) / total;
}
