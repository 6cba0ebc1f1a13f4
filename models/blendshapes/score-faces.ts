import { BLENDSHAPE_POINTS } from '../../src/browser/face/blendshape-points.ts';
import { createBlendshapeStudent } from '../../src/browser/face/blendshapes.ts';
import { LANDMARK_COUNT } from '../../src/browser/face/face-geometry.ts';
import type { Net } from '../../src/browser/nets/net-file.ts';
import { POINTS } from './frontal-faces.ts';
import { joined } from './known-faces.ts';

/** What the runtime's own student says of faces of 146 points in pixels, 52 scores for each. */
export function scoreFaces(net: Net, points: Float32Array): Float32Array {
  const student = createBlendshapeStudent(net);
  const square = { width: 1, height: 1 };
  return joined(Array.from({ length: points.length / (POINTS * 2) }, (_, face) => student.score(asLandmarks(points, face), square)));
}

/** A face's 146 points among 478 landmarks; the others are nowhere, since the student does not look at them. */
export function asLandmarks(points: Float32Array, face: number): Float32Array {
  const landmarks = new Float32Array(LANDMARK_COUNT * 3);
  BLENDSHAPE_POINTS.forEach((index, i) => {
    landmarks[index * 3] = points[(face * POINTS + i) * 2] ?? 0;
    landmarks[index * 3 + 1] = points[(face * POINTS + i) * 2 + 1] ?? 0;
  });
  return landmarks;
}
