import type { FaceSignal } from '../signals/face.ts';
import { belief } from './belief.ts';
import { byEmotion, mix, softmax, UNIFORM } from './emotion.ts';
import type { AffectEstimate } from './estimate.ts';
import { unknownEstimate } from './estimate.ts';
import type { Evidence } from './state.ts';

/** The variance that a flawless look at a face leaves: raters of one picture differ by about this. */
const VALENCE_VARIANCE = 0.05;
const AROUSAL_VARIANCE = 0.1;

/**
 * Reads a face's geometric scores as affect.
 *
 * The weights follow the action units that each emotion is made of (FACS, Ekman & Friesen 1978):
 * happiness 12, surprise 1 + 2 + 5 + 26, sadness 1 + 15, anger 4, fear 1 + 2 + 4 + 5. Geometry of
 * this kind separates smiles from neutral well and the negative emotions only roughly, which is why
 * those never become as certain as happiness.
 *
 * @returns a certain nothing (unknown) when no face was present; never a silent neutral
 */
export function readFace(signal: FaceSignal): AffectEstimate {
  if (!signal.present || !signal.scores || signal.quality === 0) return unknownEstimate(signal.at, 'face');
  const { smile, browRaise, browLower, eyeOpen, mouthOpen } = signal.scores;
  const up = Math.max(0, smile);
  const down = Math.max(0, -smile);
  const wide = Math.max(0, eyeOpen);
  const activity = Math.max(up, down, browRaise, browLower, mouthOpen);
  const scores = byEmotion(() => 0);
  scores.neutral = 2 - 4 * activity;
  scores.happiness = 5.5 * up - 1.5 * browLower;
  scores.surprise = 2.2 * browRaise + 1.2 * wide + 1.4 * mouthOpen - 2 * up;
  scores.sadness = 3 * down + 0.6 * browRaise - 2 * up;
  scores.anger = 2.8 * browLower + 0.8 * down - 2 * up;
  scores.fear = 1.2 * browRaise + 1.2 * browLower + wide - 2 * up;
  return {
    at: signal.at,
    origin: 'face',
    valence: belief(0.9 * up - 0.7 * down - 0.5 * browLower, VALENCE_VARIANCE / signal.quality),
    arousal: belief(0.35 * up + 0.5 * browRaise + 0.4 * wide + 0.4 * mouthOpen + 0.3 * browLower - 0.1, AROUSAL_VARIANCE / signal.quality),
    dominance: belief(0.2 * up + 0.3 * browLower - 0.3 * down, 3 * AROUSAL_VARIANCE / signal.quality),
    emotions: mix(UNIFORM, softmax(scores), signal.quality),
  };
}

/** The movements that carried the reading, strongest first. */
export function faceEvidence(signal: FaceSignal): Evidence[] {
  if (!signal.scores) return [];
  const { smile, browRaise, browLower, eyeOpen, mouthOpen } = signal.scores;
  return ([
    ['smile', smile], ['mouth-corners-down', -smile], ['brows-raised', browRaise], ['brows-lowered', browLower],
    ['eyes-wide', eyeOpen], ['mouth-open', mouthOpen],
  ] as const)
    .filter(([, strength]) => strength > 0.25)
    .map(([cue, strength]): Evidence => ({ sense: 'face', cue, strength: Math.min(1, strength) * signal.quality }))
    .sort((a, b) => b.strength - a.strength);
}
