import type { PictureSize } from './face-geometry.ts';
import type { LandmarkRow } from './face-crop.ts';
import type { Rotation } from './head-pose.ts';

// Indices of the canonical face mesh. Each of the player's right has its mirror image at the same place in LEFT.
const MIDLINE = [0, 17, 13, 14, 1, 2, 4, 5, 6, 168, 152, 10, 199, 200];
const RIGHT_LIPS = [61, 185, 40, 39, 37, 146, 91, 181, 84, 78, 191, 80, 81, 82, 95, 88, 178, 87];
const LEFT_LIPS = [291, 409, 270, 269, 267, 375, 321, 405, 314, 308, 415, 310, 311, 312, 324, 318, 402, 317];
const RIGHT_REST = [70, 63, 105, 66, 107, 46, 53, 52, 65, 55, 33, 160, 159, 158, 133, 153, 145, 144, 468, 98, 50, 205, 176, 127, 234, 214, 216];
const LEFT_REST = [300, 293, 334, 296, 336, 276, 283, 282, 295, 285, 263, 387, 386, 385, 362, 380, 374, 373, 473, 327, 280, 425, 400, 356, 454, 434, 436];

const RIGHT = [...RIGHT_LIPS, ...RIGHT_REST];
const LEFT = [...LEFT_LIPS, ...LEFT_REST];
/** The landmarks that a face's shape is told by. */
const SHAPE_POINTS: readonly number[] = [...MIDLINE, ...RIGHT, ...LEFT];

/** How many numbers {@link faceShape} gives. */
export const SHAPE_LENGTH = SHAPE_POINTS.length * 3;

/** Lips, chin and the skin that they move: what speech and a hand before the mouth spoil. */
const LOWER_FACE = new Set([0, 17, 13, 14, 152, 199, 200, 205, 425, 176, 400, 214, 434, 216, 436, ...RIGHT_LIPS, ...LEFT_LIPS]);

/** For each number of a shape, whether the lower face moves it. */
export const LOWER_SHAPE: readonly boolean[] = SHAPE_POINTS.flatMap((index) => [0, 1, 2].map(() => LOWER_FACE.has(index)));

/** Bone under thin skin, which no expression moves far. */
const RIGID = [33, 263, 133, 362, 168, 6, 127, 356, 234, 454];

/**
 * The shape of a face in the head's own axes (x to the picture's right, y up, z out of the face), from
 * the middle of its rigid points and in units of their spread: the same when the face is nearer,
 * shifted or turned, as far as the landmarks' depth is right.
 *
 * @param rotation from the head's axes to the camera's, see head-pose.ts
 * @param into {@link SHAPE_LENGTH} numbers
 */
export function faceShape(landmarks: LandmarkRow, { width, height }: PictureSize, rotation: Rotation, into: Float32Array): void {
  const along = (index: number, axis: number): number =>
    (landmarks[index * 3] ?? 0) * width * (rotation[axis] ?? 0)
    - (landmarks[index * 3 + 1] ?? 0) * height * (rotation[3 + axis] ?? 0)
    - (landmarks[index * 3 + 2] ?? 0) * width * (rotation[6 + axis] ?? 0);
  const middle = [0, 0, 0];
  for (const index of RIGID) for (let axis = 0; axis < 3; axis += 1) middle[axis]! += along(index, axis) / RIGID.length;
  let square = 0;
  for (const index of RIGID) for (let axis = 0; axis < 3; axis += 1) square += (along(index, axis) - middle[axis]!) ** 2 / RIGID.length;
  const size = Math.sqrt(square) || 1;
  for (let point = 0; point < SHAPE_POINTS.length; point += 1) {
    for (let axis = 0; axis < 3; axis += 1) into[point * 3 + axis] = (along(SHAPE_POINTS[point]!, axis) - middle[axis]!) / size;
  }
}

/** The shape of the mirrored face. */
export function mirrorShape(shape: Float32Array): Float32Array {
  const mirrored = new Float32Array(shape.length);
  for (let point = 0; point < SHAPE_POINTS.length; point += 1) {
    const side = point - MIDLINE.length;
    const from = side < 0 ? point : MIDLINE.length + (side + RIGHT.length) % (2 * RIGHT.length);
    mirrored[point * 3] = -shape[from * 3]!;
    mirrored[point * 3 + 1] = shape[from * 3 + 1]!;
    mirrored[point * 3 + 2] = shape[from * 3 + 2]!;
  }
  return mirrored;
}
