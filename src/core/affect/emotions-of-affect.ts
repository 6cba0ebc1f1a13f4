import type { SignedUnit, Unit } from '../units.ts';
import { clamp, signedUnit } from '../units.ts';
import { type Emotion, byEmotion } from './emotion.ts';

/** A point of the space of affect: unpleasant to pleasant, calm to excited, overwhelmed to in control. */
export interface AffectPoint {
  readonly valence: SignedUnit;
  readonly arousal: SignedUnit;
  /** 0 when left out. */
  readonly dominance?: SignedUnit;
}

interface Anchor {
  readonly emotion: Emotion;
  /** How much of the emotion's face shows there at full strength. */
  readonly weight: Unit;
  readonly at: readonly [valence: number, arousal: number, dominance: number];
}

/**
 * Where emotions lie: pleasure, arousal and dominance as later works and programs quote them from
 * Russell and Mehrabian (1977), whose own table was not at hand to check them against. Sadness is
 * quoted with arousal of either sign, and lies on the calm side here, as in the circumplex (Russell
 * 1980); contempt, and stillness, which shows nothing, are placed by hand.
 */
export const ANCHORS: readonly Anchor[] = [
  { emotion: 'happiness', weight: 1, at: [0.76, 0.48, 0.35] },
  { emotion: 'happiness', weight: 0.5, at: [0.68, -0.46, 0.06] },
  { emotion: 'surprise', weight: 1, at: [0.4, 0.67, -0.13] },
  { emotion: 'sadness', weight: 1, at: [-0.63, -0.27, -0.33] },
  { emotion: 'anger', weight: 1, at: [-0.51, 0.59, 0.25] },
  { emotion: 'fear', weight: 1, at: [-0.64, 0.6, -0.43] },
  { emotion: 'disgust', weight: 1, at: [-0.6, 0.35, 0.11] },
  { emotion: 'contempt', weight: 1, at: [-0.45, -0.05, 0.45] },
  { emotion: 'neutral', weight: 0, at: [0, -1, 0] },
];

/** How much the nearest emotion outweighs its neighbours: a face shows one thing, not the mean of many. */
const SHARPNESS = 18;

/**
 * The face that shows a point of the space of affect: a weight for each emotion, together at most 1.
 *
 * The direction chooses the emotion, the distance from the middle how much of it shows; the middle
 * shows none. Continuous everywhere.
 */
export function emotionsOfAffect({ valence, arousal, dominance = 0 }: AffectPoint): Record<Emotion, Unit> {
  const point = [signedUnit(valence), signedUnit(arousal), signedUnit(dominance)] as const;
  const length = Math.hypot(...point);
  const weights = byEmotion(() => 0);
  if (length === 0) return weights;
  const strength = clamp(Math.max(...point.map(Math.abs)), 0, 1);
  const likeness = ANCHORS.map(({ at }) => (at[0] * point[0] + at[1] * point[1] + at[2] * point[2]) / (Math.hypot(...at) * length));
  const shares = likeness.map((each) => Math.exp(SHARPNESS * (each - 1)));
  const sum = shares.reduce((total, share) => total + share, 0);
  ANCHORS.forEach(({ emotion, weight }, index) => {
    weights[emotion] += strength * weight * Math.max(0, likeness[index]!) * (shares[index]! / sum);
  });
  return weights;
}
