import { affectOfEmotions, byEmotion, EMOTIONS, signedUnit, smoothstep, softmax, unit, type Seconds, type Unit } from '../../core/index.ts';
import { type Calibrated, type Calibration, createCalibration } from './calibration.ts';
import { expressionOf, relativeBlendshapes } from './expression.ts';
import type { HeadScores } from './expression-head.ts';
import { faceAxes } from './face-axes.ts';
import type { Pixels } from './face-crop.ts';
import { measureFace, type Landmark } from './face-geometry.ts';
import type { FaceObservation } from './face-messages.ts';
import type { FaceModels } from './face-models.ts';
import { cutPatch, type FaceLook, inspectPatch, patchBox } from './face-patch.ts';
import { faceQuality, mouthVisibility } from './face-quality.ts';
import { scoreFace } from './face-scores.ts';
import { headPose, headRotation, type FaceTransform } from './head-pose.ts';
import { type EmotionScores, learnNeutral, POPULATION_NEUTRAL, type SeenFace, settledness, takeNeutral } from './running-neutral.ts';

/** What MediaPipe found in one picture. */
export interface FoundFace {
  readonly landmarks: readonly Landmark[];
  readonly transform: FaceTransform;
  /** Scored by the bundle's own net; null when it has none. */
  readonly blendshapes: Float32Array | null;
}

/** One look at the player. */
export interface Look {
  /** The player's face; null when it was not found. */
  readonly face: FoundFace | null;
  /** How many faces of others were found. */
  readonly others: number;
  readonly pixels: Pixels;
  /** When the picture was captured, in seconds on any one clock. */
  readonly at: Seconds;
}

/** Turns what MediaPipe finds into observations, and learns the player's neutral on the way. */
export interface FaceObserver {
  observe(look: Look): FaceObservation;
  /** Takes the next so many seconds of well seen face for the resting face. */
  calibrate(length: Seconds): void;
  /** What the last look brought the calibration; null when there is none. */
  readonly calibrated: Calibrated | null;
  /** Forgets the player. */
  reset(): void;
}

const SOURCE = 'mediapipe';

/**
 * Reading the pixels is the dearest of what is ours, and a face holds an expression for longer than this
 * (the briefest for 0.17 s, Yan et al. 2013): at 15 looks a second every second one is close.
 */
const CLOSE_LOOK_EVERY: Seconds = 0.1;

/** What the pixels told, and when. */
interface CloseLook {
  readonly at: Seconds;
  readonly look: FaceLook;
  /** null when the head was not asked. */
  readonly head: HeadScores | null;
}

/** A look of this quality teaches and calibrates fully, one of the first nothing. */
const WELL_SEEN = [0.3, 0.8] as const;
/** At this arousal a face is at rest, at the second it is excited and teaches nothing. */
const EXCITED = [0.05, 0.25] as const;

/** Makes an observer that begins with the population's neutral. */
export function createFaceObserver(models: FaceModels): FaceObserver {
  let neutral = POPULATION_NEUTRAL;
  let before: Seconds | null = null;
  let close: CloseLook | null = null;
  let calibration: Calibration | null = null;
  let calibrated: Calibrated | null = null;

  function calibrateOn(seen: SeenFace | null, elapsed: Seconds): void {
    calibrated = calibration?.take(seen, elapsed) ?? null;
    if (!calibrated || calibrated.state === 'going-on') return;
    calibration = null;
    if (calibrated.state === 'done') neutral = takeNeutral(calibrated.rest);
  }

  return {
    observe({ face, others, pixels, at }) {
      const elapsed = before === null ? 0 : at - before;
      before = at;
      if (!face) {
        close = null;
        calibrateOn(null, elapsed);
        return {
          kind: 'face', source: SOURCE, present: false, quality: 0, scores: null, blendshapes: null, expression: null, mouth: 0, pose: null, place: null,
          neutral: settledness(neutral), others,
        };
      }
      const rotation = headRotation(face.transform);
      const pose = headPose(rotation);
      const box = patchBox(face.landmarks, pixels);
      const [left, right] = [Math.min(...face.landmarks.map((p) => p.x)), Math.max(...face.landmarks.map((p) => p.x))];
      const place = {
        x: signedUnit(1 - (left + right)),
        y: signedUnit(1 - 2 * (box.y + box.side / 2) / pixels.height),
        width: unit(right - left),
      };
      const axes = faceAxes(measureFace(face.landmarks, pixels, rotation), pose);
      const landmarks = inRow(face.landmarks);
      const blendshapes = face.blendshapes ?? models.student?.score(landmarks, pixels) ?? null;
      if (!close || at - close.at >= CLOSE_LOOK_EVERY) {
        const look = inspectPatch(cutPatch(pixels, box), box, face.landmarks, pixels);
        const clear = faceQuality(place.width, pose, look) > 0;
        close = { at, look, head: clear && blendshapes && models.head ? models.head.read({ landmarks, size: pixels, rotation, blendshapes, pixels }) : null };
      }
      const quality = faceQuality(place.width, pose, close.look);
      const mouth = mouthVisibility(close.look);
      const head = quality > 0 ? close.head : null;

      const seen: SeenFace = { axes, blendshapes, head };
      const trust = smoothstep(...WELL_SEEN, quality * mouth);
      neutral = learnNeutral(neutral, seen, elapsed, trust * restfulness(head));
      calibrateOn(trust > 0.5 ? seen : null, elapsed);
      const settled = settledness(neutral);
      return {
        kind: 'face', source: SOURCE, present: true, quality, mouth, pose, place, others,
        scores: scoreFace(axes, neutral),
        blendshapes: blendshapes && relativeBlendshapes(blendshapes, neutral.blendshapes, settled),
        expression: head && models.head ? expressionOf(head, neutral.head, settled, models.head) : null,
        neutral: settled,
      };
    },
    calibrate(length) {
      calibration = createCalibration(length);
    },
    get calibrated() {
      return calibrated;
    },
    reset() {
      neutral = POPULATION_NEUTRAL;
      before = null;
      close = null;
      calibration = calibrated = null;
    },
  };
}

/** How far a face that is scored so may be at rest: sad it may look, but not excited. 1 when it is not known. */
function restfulness(head: EmotionScores | null): Unit {
  if (!head) return 1;
  const { arousal } = affectOfEmotions(softmax(byEmotion((emotion) => head.whole[EMOTIONS.indexOf(emotion)] ?? 0)));
  return 1 - smoothstep(...EXCITED, arousal.mean);
}

function inRow(landmarks: readonly Landmark[]): Float32Array {
  const row = new Float32Array(landmarks.length * 3);
  landmarks.forEach(({ x, y, z }, i) => row.set([x, y, z], i * 3));
  return row;
}
