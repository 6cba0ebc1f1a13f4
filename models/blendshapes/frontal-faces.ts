import { BLENDSHAPE_POINTS } from '../../src/browser/face/blendshape-points.ts';
import type { PictureSize } from '../../src/browser/face/face-geometry.ts';
import { headRotation } from '../../src/browser/face/head-pose.ts';
import type { SeenFace } from '../../scripts/see-faces.ts';

/** A face turned back to look straight ahead, and how its head was turned. */
export interface FrontalFace {
  /** x, y and z of the 146 points, around their middle, in units of their mean distance from it in the picture; y down. */
  readonly points: Float32Array;
  /** Nine numbers, row by row: from the frontal face to the one that was seen. */
  readonly rotation: Float32Array;
}

export const POINTS = BLENDSHAPE_POINTS.length;

/** Pictures' axes go down and away from the camera where the transformation matrix' go up and towards it. */
const FLIP = [1, -1, -1] as const;

/** Turns a seen face back by its own facial transformation matrix. */
export function frontalFace(face: SeenFace, { width, height }: PictureSize): FrontalFace {
  const rotation = Float32Array.from(headRotation([...face.transform]), (value, at) => value * FLIP[Math.floor(at / 3) as 0 | 1 | 2] * FLIP[at % 3 as 0 | 1 | 2]);
  const seen = new Float32Array(POINTS * 3);
  BLENDSHAPE_POINTS.forEach((index, i) => {
    seen[i * 3] = (face.landmarks[index * 3] ?? 0) * width;
    seen[i * 3 + 1] = (face.landmarks[index * 3 + 1] ?? 0) * height;
    seen[i * 3 + 2] = (face.landmarks[index * 3 + 2] ?? 0) * width;
  });
  const middle = [0, 1, 2].map((axis) => meanOf(POINTS, (i) => seen[i * 3 + axis] ?? 0));
  const distance = meanOf(POINTS, (i) => Math.hypot((seen[i * 3] ?? 0) - (middle[0] ?? 0), (seen[i * 3 + 1] ?? 0) - (middle[1] ?? 0)));
  const points = seen.map((value, at) => (value - (middle[at % 3] ?? 0)) / distance);
  return { points: rotated(points, transposed(rotation)), rotation };
}

/** Turns points by a rotation matrix of nine numbers. */
export function rotated(points: Float32Array, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0]: Float32Array): Float32Array {
  const turned = new Float32Array(points.length);
  for (let at = 0; at < points.length; at += 3) {
    const [x, y, z] = [points[at] as number, points[at + 1] as number, points[at + 2] as number];
    turned[at] = a * x + b * y + c * z;
    turned[at + 1] = d * x + e * y + f * z;
    turned[at + 2] = g * x + h * y + i * z;
  }
  return turned;
}

function transposed(m: Float32Array): Float32Array {
  return Float32Array.from(m, (_, at) => m[(at % 3) * 3 + Math.floor(at / 3)] ?? 0);
}

/** The mean face. */
export function meanFace(faces: readonly FrontalFace[]): Float32Array {
  return Float32Array.from({ length: POINTS * 3 }, (_, at) => meanOf(faces.length, (i) => faces[i]?.points[at] ?? 0));
}

/**
 * Which point of a face is the other's in a mirror, told by their places in the mean face.
 *
 * @throws {Error} where they don't come in pairs
 */
export function mirrorPairs(mean: Float32Array): Int32Array {
  const apart = (i: number, j: number): number => Math.hypot((mean[i * 3] ?? 0) + (mean[j * 3] ?? 0), (mean[i * 3 + 1] ?? 0) - (mean[j * 3 + 1] ?? 0), (mean[i * 3 + 2] ?? 0) - (mean[j * 3 + 2] ?? 0));
  const all = Array.from({ length: POINTS }, (_, i) => i);
  const pairs = Int32Array.from(all, (i) => all.reduce((nearest, j) => (apart(i, j) < apart(i, nearest) ? j : nearest), 0));
  const odd = all.find((i) => pairs[pairs[i] ?? 0] !== i);
  if (odd !== undefined) throw new Error(`Expected the points of a mean face to come in mirrored pairs, but point ${BLENDSHAPE_POINTS[odd]} has none. Use more faces.`);
  return pairs;
}

function meanOf(count: number, value: (index: number) => number): number {
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += value(i);
  return sum / count;
}
