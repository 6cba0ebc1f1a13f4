import type { FaceScores } from '../signals/face.ts';
import type { Unit } from '../units.ts';
import { measured } from './belief.ts';
import { byEmotion, mix, softmax, UNIFORM } from './emotion.ts';
import type { AffectReading } from './estimate.ts';

/** The variance of a flawless look's error: raters of one picture differ by about this. */
const VALENCE_VARIANCE = 0.05;
const AROUSAL_VARIANCE = 0.1;

/** What is left of a reading without the mouth: most that this geometry can tell is a smile. */
const WITHOUT_MOUTH = 0.2;
/** The same for the dimensions: brows and eyes alone hardly tell pleasant from unpleasant. */
const DIMENSIONS_WITHOUT_MOUTH = 0.05;

/**
 * Reads the geometry of a face as affect, where there is no model for it.
 *
 * The weights follow the action units that each emotion is made of (FACS, Ekman & Friesen 1978):
 * happiness 12, surprise 1 + 2 + 5 + 26, sadness 1 + 15, anger 4, fear 1 + 2 + 4 + 5. Geometry of
 * this kind separates smiles from neutral well and the negative emotions only roughly, which is why
 * those never become as certain as happiness.
 *
 * @param mouth how far the mouth counts; one that is hidden or speaking neither smiles nor rests
 */
export function readScores(scores: FaceScores, quality: Unit, mouth: Unit): AffectReading {
  const { browRaise, browLower, eyeOpen } = scores;
  const mouthOpen = mouth * scores.mouthOpen;
  const up = mouth * Math.max(0, scores.smile);
  const down = mouth * Math.max(0, -scores.smile);
  const wide = Math.max(0, eyeOpen);
  const activity = Math.max(up, down, browRaise, browLower, mouthOpen);
  const logits = byEmotion(() => 0);
  logits.neutral = 2 - 4 * activity;
  logits.happiness = 5.5 * up - 1.5 * browLower;
  logits.surprise = 2.2 * browRaise + 1.2 * wide + 1.4 * mouthOpen - 2 * up;
  logits.sadness = 3 * down + 0.6 * browRaise - 2 * up;
  logits.anger = 2.8 * browLower + 0.8 * down - 2 * up;
  logits.fear = 1.2 * browRaise + 1.2 * browLower + wide - 2 * up;
  const trust = quality * (WITHOUT_MOUTH + (1 - WITHOUT_MOUTH) * mouth);
  const exactness = quality * (DIMENSIONS_WITHOUT_MOUTH + (1 - DIMENSIONS_WITHOUT_MOUTH) * mouth);
  return {
    valence: measured(0.9 * up - 0.7 * down - 0.5 * browLower, VALENCE_VARIANCE / exactness),
    arousal: measured(0.35 * up + 0.5 * browRaise + 0.4 * wide + 0.4 * mouthOpen + 0.3 * browLower - 0.1, AROUSAL_VARIANCE / exactness),
    dominance: measured(0.2 * up + 0.3 * browLower - 0.3 * down, 3 * AROUSAL_VARIANCE / exactness),
    emotions: mix(UNIFORM, softmax(logits), trust),
  };
}
