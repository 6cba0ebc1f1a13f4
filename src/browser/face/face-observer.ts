import { signedUnit, unit, type Seconds } from '../../core/index.ts';
import { faceAxes } from './face-axes.ts';
import { measureFace, type Landmark, type PictureSize } from './face-geometry.ts';
import type { FaceObservation } from './face-messages.ts';
import { inspectPatch, patchBox, type PatchBox } from './face-patch.ts';
import { faceQuality } from './face-quality.ts';
import { scoreFace } from './face-scores.ts';
import { headPose, headRotation, type FaceTransform } from './head-pose.ts';
import { learnNeutral, POPULATION_NEUTRAL, settledness } from './running-neutral.ts';

/** What MediaPipe found in one picture. */
export interface FoundFace {
  readonly landmarks: readonly Landmark[];
  readonly transform: FaceTransform;
}

/** Turns what MediaPipe finds into observations, and learns the player's neutral on the way. */
export interface FaceObserver {
  /**
   * @param face null when none was found
   * @param size of the picture
   * @param at when it was captured, in seconds on any one clock
   * @param cut gives the grey patch of the face, see face-patch.ts
   */
  observe(face: FoundFace | null, size: PictureSize, at: Seconds, cut: (box: PatchBox) => Uint8Array): FaceObservation;
  /** Forgets the player. */
  reset(): void;
}

const SOURCE = 'mediapipe';
const UNREAD = { blendshapes: null, expression: null, others: 0 } as const;

/** Makes an observer that begins with the population's neutral. */
export function createFaceObserver(): FaceObserver {
  let neutral = POPULATION_NEUTRAL;
  let before: Seconds | null = null;
  return {
    observe(face, size, at, cut) {
      const elapsed = before === null ? 0 : at - before;
      before = at;
      if (!face) {
        return { kind: 'face', source: SOURCE, present: false, quality: 0, scores: null, pose: null, place: null, neutral: settledness(neutral), ...UNREAD, mouth: 0 };
      }
      const rotation = headRotation(face.transform);
      const pose = headPose(rotation);
      const box = patchBox(face.landmarks, size);
      const [left, right] = [Math.min(...face.landmarks.map((p) => p.x)), Math.max(...face.landmarks.map((p) => p.x))];
      const place = {
        x: signedUnit(1 - (left + right)),
        y: signedUnit(1 - 2 * (box.y + box.side / 2) / size.height),
        width: unit(right - left),
      };
      const axes = faceAxes(measureFace(face.landmarks, size, rotation), pose);
      const quality = faceQuality(place.width, pose, inspectPatch(cut(box), box, face.landmarks, size));
      neutral = learnNeutral(neutral, axes, elapsed, quality);
      return { kind: 'face', source: SOURCE, present: true, quality, scores: scoreFace(axes, neutral), pose, place, neutral: settledness(neutral), ...UNREAD, mouth: 1 };
    },
    reset() {
      neutral = POPULATION_NEUTRAL;
      before = null;
    },
  };
}
