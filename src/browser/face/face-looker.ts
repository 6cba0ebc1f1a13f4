import type { FaceLandmarkerResult } from '@mediapipe/tasks-vision';
import { AttuneError, type Seconds } from '../../core/index.ts';
import type { CalibrationFailure } from './calibration.ts';
import { createCompany } from './company.ts';
import { boxAround } from './face-box.ts';
import type { FaceAssets, SeenPeople, SharedTime } from './face-messages.ts';
import { type FaceJudgement, FACE_JUDGEMENTS } from './face-models.ts';
import type { FoundFace } from './face-observer.ts';
import { createFacePeople } from './face-people.ts';
import { loadFaceModels } from './load-face-models.ts';
import { loadLandmarker, MOST_FACES } from './load-landmarker.ts';
import { type LookAround, openLookAround } from './look-around.ts';

export interface LookerListener {
  /** Share of the loading that is done. */
  readonly progress: (share: number) => void;
  /** Share of the calibration that is done; null when it has ended. */
  readonly calibration: (share: number | null) => void;
  /** Something is missing or came to nothing, but the looking goes on. */
  readonly notice: (problem: AttuneError) => void;
}

/** Everything that the worker does with a picture: find the faces, follow one or some, judge them. */
export interface FaceLooker {
  /** What can't be judged, because no model for it is loaded. */
  readonly lacks: readonly FaceJudgement[];
  look(picture: ImageData, captured: SharedTime): SeenPeople;
  calibrate(length: Seconds, person: number | null): void;
  reset(): void;
}

const FAILURES: Readonly<Record<CalibrationFailure, readonly ['face-unseen' | 'face-moving', string]>> = {
  unseen: ['face-unseen', 'The resting face was not taken, because the face could not be seen well. Sit in good light, look at the camera and try again.'],
  moving: ['face-moving', 'The resting face was not taken, because the face moved. Let it rest, without talking, and try again.'],
};

/**
 * Loads MediaPipe and the models.
 *
 * @param people how many faces are followed
 * @throws {AttuneError} `asset-missing` or `asset-wrong` when MediaPipe does not start
 */
export async function openFaceLooker(assets: FaceAssets, { delegate, people: most }: { readonly delegate: 'CPU' | 'GPU'; readonly people: number }, listener: LookerListener): Promise<FaceLooker> {
  const runtime = await loadLandmarker(assets, delegate, listener.progress);
  const { landmarker } = runtime;
  const models = await loadFaceModels({ blendshapes: runtime.blendshapes ? null : assets.blendshapes, head: assets.head }, listener.notice);
  const blendshapes = runtime.blendshapes || models.student !== null;
  // The head goes by blendshapes too.
  const judged: Readonly<Record<FaceJudgement, boolean>> = { blendshapes, expression: blendshapes && models.head !== null };
  const people = createFacePeople(models, most);
  const company = createCompany();
  let several = company.several;
  let around: LookAround | null = null;
  let lastStamp = 0;

  // The player need not wait for it: until then several faces are looked for at every look.
  openLookAround(runtime).then((opened) => { around = opened; }, (thrown: unknown) => {
    listener.notice(new AttuneError('model-missing', `Whether others are in the picture costs more to tell than it should: the detector of the bundle did not start (${String(thrown)}).`, thrown));
  });

  /** Looks for one face or several, as the company asks for. Changing it takes as long as two looks. */
  function keepCompany(picture: ImageData, at: Seconds): void {
    if (around && company.due(at)) company.lookedAround(around.count(picture), at);
    const wanted = company.several || !around;
    if (wanted === several) return;
    several = wanted;
    void landmarker.setOptions({ numFaces: several ? MOST_FACES : 1 });
  }

  function reset(): void {
    people.reset();
    listener.calibration(null);
  }

  function tellCalibration(): void {
    const { calibrated } = people;
    if (!calibrated) return;
    if (calibrated.state === 'going-on') return listener.calibration(calibrated.share);
    if (calibrated.state === 'done') listener.calibration(1);
    else listener.notice(new AttuneError(...FAILURES[calibrated.why]));
    listener.calibration(null);
  }

  return {
    lacks: FACE_JUDGEMENTS.filter((judgement) => !judged[judgement]),
    look(pixels, captured) {
      const at = captured / 1000;
      // MediaPipe wants whole milliseconds that always grow.
      lastStamp = Math.max(lastStamp + 1, Math.round(captured - performance.timeOrigin));
      const result = landmarker.detectForVideo(pixels, lastStamp);
      const seen = people.look({ boxes: result.faceLandmarks.map(boxAround), faceAt: (box) => faceOf(result, box), pixels, at });
      tellCalibration();
      company.seen(result.faceLandmarks.length, at);
      keepCompany(pixels, at);
      return seen;
    },
    calibrate: people.calibrate,
    reset,
  };
}

function faceOf({ faceLandmarks, facialTransformationMatrixes, faceBlendshapes }: FaceLandmarkerResult, index: number): FoundFace | null {
  const [landmarks, transform, scored] = [faceLandmarks[index], facialTransformationMatrixes[index]?.data, faceBlendshapes[index]?.categories];
  return landmarks && transform ? { landmarks, transform, blendshapes: scored ? Float32Array.from(scored, ({ score }) => score) : null } : null;
}
