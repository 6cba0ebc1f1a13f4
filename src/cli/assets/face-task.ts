import { zipSync } from 'fflate';
import { attentionIndex, pointOutputs } from './attention-index.ts';
import { rewriteTflite } from './rewrite-tflite.ts';

/** Byte ranges in face_mesh_solution_packed_assets.data, as the loader beside it lists them. */
const landmarks = [0, 2_495_952] as const;
const geometry = [3_737_848, 3_757_224] as const;
const detector = [3_757_224, 3_986_256] as const;

/** Zip stores no time zone; a fixed local date keeps the bundle the same on every machine. */
const madeAt = new Date(1980, 0, 1);

/**
 * Assembles a bundle that MediaPipe's FaceLandmarker loads, from the weights of the legacy face
 * mesh. It gives 478 landmarks and the facial transformation matrix; it has no blendshape net.
 *
 * @param packed the file face_mesh_solution_packed_assets.data of @mediapipe/face_mesh.
 * @returns a zip whose entries are stored: FaceLandmarker maps them and cannot inflate.
 */
export function assembleFaceTask(packed: Uint8Array): Uint8Array {
  const cut = ([from, to]: readonly [number, number]) => packed.slice(from, to);
  const detectorModel = rewriteTflite(cut(detector), 'face_detector', { mean: 127.5, std: 127.5 });
  const landmarksModel = rewriteTflite(cut(landmarks), 'face_landmarks_detector', { mean: 0, std: 255 }, {
    parts: pointOutputs,
    index: attentionIndex(),
    name: 'landmarks',
    keep: ['conv_faceflag'],
  });
  return zipSync(
    {
      'face_detector.tflite': detectorModel,
      'face_landmarks_detector.tflite': landmarksModel,
      'geometry_pipeline_metadata_landmarks.binarypb': cut(geometry),
    },
    { level: 0, mtime: madeAt },
  );
}
