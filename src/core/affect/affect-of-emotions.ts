import { type Belief, belief, UNKNOWN_VARIANCE } from './belief.ts';
import { EMOTIONS, type Emotion, type EmotionDistribution } from './emotion.ts';
import { ANCHORS } from './emotions-of-affect.ts';
import type { AffectDimensions } from './estimate.ts';

type Point = readonly [valence: number, arousal: number, dominance: number];

/** A face at rest is neither pleased nor displeased, and a little calmer than the middle. */
const AT_REST: Point = [0, -0.1, 0];

/** How far expressions of one name differ among each other, as a variance: joy may be quiet or loud. */
const WITHIN: Point = [0.05, 0.1, 0.15];

/**
 * What a distribution over emotions says about the dimensions of affect.
 *
 * The part of it that is uniform is not known, so it adds the variance of knowing nothing and no
 * mean; over the rest the anchors are averaged, and how far they lie apart adds to the variance.
 */
export function affectOfEmotions(emotions: EmotionDistribution): AffectDimensions {
  const least = Math.min(...EMOTIONS.map((emotion) => emotions[emotion]));
  const along = (axis: 0 | 1 | 2): Belief => {
    let [mean, square] = [0, least * EMOTIONS.length * UNKNOWN_VARIANCE];
    for (const emotion of EMOTIONS) {
      const share = emotions[emotion] - least;
      const at = anchorOf(emotion)[axis];
      mean += share * at;
      square += share * (at * at + WITHIN[axis]);
    }
    return belief(mean, square - mean * mean);
  };
  return { valence: along(0), arousal: along(1), dominance: along(2) };
}

/** Where an emotion lies when it is clearly shown. */
function anchorOf(emotion: Emotion): Point {
  return ANCHORS.find((anchor) => anchor.emotion === emotion && anchor.weight === 1)?.at ?? AT_REST;
}
