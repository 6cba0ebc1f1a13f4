import { FaceDetector } from '@mediapipe/tasks-vision';
import type { LoadedRuntime } from './load-landmarker.ts';

/** Counts the faces in a whole picture, without looking at any of them closely. */
export interface LookAround {
  count(picture: ImageData): number;
}

/** Surer than the tracker need be: a shadow that is taken for a face doubles the cost of looking for seconds. */
const CONFIDENCE = 0.5;

/** Makes a counter of the detector that lies in the landmarker's own bundle. */
export async function openLookAround({ loader, wasm, detector }: LoadedRuntime): Promise<LookAround> {
  // The loader leaves a factory behind that the landmarker has used up. Under another URL the module runs anew, from the browser's cache.
  const wasmUrl = URL.createObjectURL(new Blob([wasm], { type: 'application/wasm' }));
  try {
    const found = await FaceDetector.createFromOptions({ wasmLoaderPath: `${loader}#around`, wasmBinaryPath: wasmUrl }, {
      baseOptions: { modelAssetBuffer: detector, delegate: 'CPU' }, runningMode: 'IMAGE', minDetectionConfidence: CONFIDENCE,
    });
    return { count: (picture) => found.detect(picture).detections.length };
  } finally {
    URL.revokeObjectURL(wasmUrl);
  }
}
