import { AttuneError, BLENDSHAPES } from '../../core/index.ts';
import { createPerceptron } from '../nets/dense.ts';
import { type Net, tensorOf } from '../nets/net-file.ts';
import { ALIGNED_LENGTH, alignPoints, BLENDSHAPE_POINTS, type FaceLandmarks, pickPoints } from './blendshape-points.ts';
import { LANDMARK_COUNT, type PictureSize } from './face-geometry.ts';

/** A small net that scores blendshapes from landmarks, trained to agree with MediaPipe's own. */
export interface BlendshapeStudent {
  /**
   * Scores one face.
   *
   * @param landmarks 478 points as FaceLandmarker gives them, or x, y and z of each in a row
   * @param size of the picture, in pixels
   * @returns a score in [0, 1] for each of {@link BLENDSHAPES}
   * @throws {AttuneError} `bad-input` when there are too few landmarks
   */
  score(landmarks: FaceLandmarks, size: PictureSize): Float32Array;
}

/**
 * Makes a student of the weights in models/blendshapes/net.json.
 *
 * @throws {AttuneError} `asset-wrong` when the weights are of another shape
 */
export function createBlendshapeStudent(net: Net): BlendshapeStudent {
  const { projection, hidden } = net.settings;
  if (typeof projection !== 'number' || !Array.isArray(hidden) || !hidden.every((size) => Number.isInteger(size))) {
    throw new AttuneError('asset-wrong', `Expected the model "${net.model}" to name the sizes of its layers, but its settings are ${JSON.stringify(net.settings)}. Use the weights that belong to this version of attune.`);
  }
  const centre = tensorOf(net, 'centre', [ALIGNED_LENGTH]);
  const scale = tensorOf(net, 'scale', [ALIGNED_LENGTH]);
  // Faces vary in far fewer ways than they have coordinates, so a narrow linear layer comes first.
  const narrow = createPerceptron(net, 'projection', [ALIGNED_LENGTH, projection]);
  const layers = createPerceptron(net, 'student', [projection, ...(hidden as number[]), BLENDSHAPES.length]);
  const pixels = new Float32Array(BLENDSHAPE_POINTS.length * 2);
  const input = new Float32Array(ALIGNED_LENGTH);
  return {
    score(landmarks, size) {
      const count = landmarks instanceof Float32Array ? landmarks.length / 3 : landmarks.length;
      if (count < LANDMARK_COUNT) {
        throw new AttuneError('bad-input', `Expected ${LANDMARK_COUNT} face landmarks, but got ${count}. Pass all the landmarks of one face from FaceLandmarker.`);
      }
      pickPoints(landmarks, size, pixels);
      alignPoints(pixels, input);
      for (let i = 0; i < ALIGNED_LENGTH; i += 1) input[i] = ((input[i] as number) - (centre[i] as number)) * (scale[i] as number);
      const logits = layers.run(narrow.run(input));
      const scores = new Float32Array(BLENDSHAPES.length);
      for (let i = 0; i < scores.length; i += 1) scores[i] = 1 / (1 + Math.exp(-(logits[i] as number)));
      return scores;
    },
  };
}
