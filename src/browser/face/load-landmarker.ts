import { FaceLandmarker } from '@mediapipe/tasks-vision';
import { AttuneError } from '../../core/index.ts';
import { fetchAsset } from '../assets.ts';
import type { FaceAssets } from './face-messages.ts';
import { importOnly } from './import-only.ts';
import { DETECTION_CONFIDENCE } from './population.ts';
import { bundleEntry } from './task-bundle.ts';

/** MediaPipe, and what else can be started from the same files. */
export interface LoadedRuntime {
  readonly landmarker: FaceLandmarker;
  /** Whether the bundle holds a blendshape net of its own, as MediaPipe's official one does. */
  readonly blendshapes: boolean;
  /** The face detector's model, out of the bundle. */
  readonly detector: Uint8Array<ArrayBuffer>;
  /** The URL of the loader, and the WebAssembly itself. */
  readonly loader: string;
  readonly wasm: Uint8Array<ArrayBuffer>;
}

/** How the bytes divide, about: the wasm is four times the model. */
const WASM_SHARE = 0.75;
/** What remains when all bytes have arrived: compiling and reading the model. */
const READ_SHARE = 0.05;

/** At most so many faces are found. */
export const MOST_FACES = 5;

/**
 * Fetches and starts MediaPipe's FaceLandmarker for a stream of pictures.
 *
 * Every file is fetched here first, so that one that is missing is told by name.
 *
 * @param onProgress share of the work that is done, in [0, 1]
 * @throws {AttuneError} `asset-missing`, or `asset-wrong` when a file is not what it should be
 */
export async function loadLandmarker(assets: FaceAssets, delegate: 'CPU' | 'GPU', onProgress: (share: number) => void): Promise<LoadedRuntime> {
  let [wasmShare, modelShare] = [0, 0];
  const report = (): void => onProgress((1 - READ_SHARE) * (WASM_SHARE * wasmShare + (1 - WASM_SHARE) * modelShare));
  const [wasm, model] = await Promise.all([
    fetchAsset(assets.wasm, (share) => { wasmShare = share; report(); }),
    fetchAsset(assets.model, (share) => { modelShare = share; report(); }),
    // Its bytes are not needed: MediaPipe imports it as a module, from the browser's cache.
    fetchAsset(assets.loader),
  ]);
  const blendshapes = bundleEntry(model, 'face_blendshapes.tflite') !== null;
  const detector = bundleEntry(model, 'face_detector.tflite');
  const wasmUrl = URL.createObjectURL(new Blob([wasm], { type: 'application/wasm' }));
  try {
    if (!detector) throw new Error('the bundle has no face_detector.tflite');
    importOnly();
    const landmarker = await FaceLandmarker.createFromOptions({ wasmLoaderPath: assets.loader, wasmBinaryPath: wasmUrl }, {
      baseOptions: { modelAssetBuffer: model, delegate },
      runningMode: 'VIDEO',
      numFaces: MOST_FACES,
      minFaceDetectionConfidence: DETECTION_CONFIDENCE,
      minFacePresenceConfidence: DETECTION_CONFIDENCE,
      outputFacialTransformationMatrixes: true,
      outputFaceBlendshapes: blendshapes,
    });
    // The first look takes over a second: an empty picture has it now, not the player's first moment.
    landmarker.detectForVideo(new ImageData(640, 480), 0);
    onProgress(1);
    return { landmarker, blendshapes, detector, loader: assets.loader, wasm };
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    throw new AttuneError('asset-wrong', `Expected a face_landmarker.task at ${assets.model} and MediaPipe 0.10.35 at ${assets.loader}, but they did not start (${firstLine(detail)}). Run "attune assets --out FOLDER" again, or check the model option.`, thrown);
  } finally {
    URL.revokeObjectURL(wasmUrl);
  }
}

function firstLine(text: string): string {
  return text.split('\n')[0]?.slice(0, 160) ?? '';
}
