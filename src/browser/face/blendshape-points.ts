import type { PictureSize } from './face-geometry.ts';

/** The 146 of 478 landmarks that MediaPipe's blendshape net looks at, and so does its student: brows, eyes with irises, nose, lips and outline. */
export const BLENDSHAPE_POINTS: readonly number[] = [
  0, 1, 4, 5, 6, 7, 8, 10, 13, 14, 17, 21, 33, 37, 39, 40, 46, 52, 53, 54, 55, 58, 61, 63, 65, 66, 67, 70, 78, 80, 81, 82, 84, 87, 88, 91,
  93, 95, 103, 105, 107, 109, 127, 132, 133, 136, 144, 145, 146, 148, 149, 150, 152, 153, 154, 155, 157, 158, 159, 160, 161, 162, 163,
  168, 172, 173, 176, 178, 181, 185, 191, 195, 197, 234, 246, 249, 251, 263, 267, 269, 270, 276, 282, 283, 284, 285, 288, 291, 293, 295,
  296, 297, 300, 308, 310, 311, 312, 314, 317, 318, 321, 323, 324, 332, 334, 336, 338, 356, 361, 362, 365, 373, 374, 375, 377, 378, 379,
  380, 381, 382, 384, 385, 386, 387, 388, 389, 390, 397, 398, 400, 402, 405, 409, 415, 454, 466, 468, 469, 470, 471, 472, 473, 474, 475,
  476, 477,
];

const COUNT = BLENDSHAPE_POINTS.length;
/** Outer corners of the player's own right and left eye, which say how far the head is tilted. */
const [RIGHT_EYE, LEFT_EYE] = [BLENDSHAPE_POINTS.indexOf(33), BLENDSHAPE_POINTS.indexOf(263)];

/** How many numbers {@link alignPoints} writes: x and y of each point, and the sine and cosine of the tilt. */
export const ALIGNED_LENGTH = COUNT * 2 + 2;

/** 478 landmarks of a face: objects, or x, y and z of each in a row, as shares of the picture's width and height. */
export type FaceLandmarks = readonly { readonly x: number; readonly y: number }[] | Float32Array;

/**
 * Picks x and y of {@link BLENDSHAPE_POINTS}, in pixels.
 *
 * @param pixels where they are written: 146 x 2
 */
export function pickPoints(landmarks: FaceLandmarks, { width, height }: PictureSize, pixels: Float32Array): void {
  for (let i = 0; i < COUNT; i += 1) {
    const index = BLENDSHAPE_POINTS[i] as number;
    if (landmarks instanceof Float32Array) {
      pixels[i * 2] = (landmarks[index * 3] as number) * width;
      pixels[i * 2 + 1] = (landmarks[index * 3 + 1] as number) * height;
    } else {
      const { x, y } = landmarks[index] as { x: number; y: number };
      pixels[i * 2] = x * width;
      pixels[i * 2 + 1] = y * height;
    }
  }
}

/**
 * Shifts a face to its middle, turns its eyes level, and scales it to a mean distance of 1 from the
 * middle. So the result is the same wherever in the picture the face is, and however large; the tilt
 * that was taken out follows the points, because the teacher answers to it a little.
 *
 * @param points 146 x 2, in pixels or in anything else that is square
 * @param aligned where the {@link ALIGNED_LENGTH} numbers are written
 */
export function alignPoints(points: Float32Array, aligned: Float32Array): void {
  let [middleX, middleY] = [0, 0];
  for (let i = 0; i < COUNT; i += 1) {
    middleX += (points[i * 2] as number) / COUNT;
    middleY += (points[i * 2 + 1] as number) / COUNT;
  }
  let distance = 0;
  for (let i = 0; i < COUNT; i += 1) distance += Math.hypot((points[i * 2] as number) - middleX, (points[i * 2 + 1] as number) - middleY) / COUNT;
  const acrossX = (points[LEFT_EYE * 2] as number) - (points[RIGHT_EYE * 2] as number);
  const acrossY = (points[LEFT_EYE * 2 + 1] as number) - (points[RIGHT_EYE * 2 + 1] as number);
  const across = Math.hypot(acrossX, acrossY) || 1;
  const [cosine, sine] = [acrossX / across, acrossY / across];
  const [turn, lift] = [cosine / (distance || 1), sine / (distance || 1)];
  for (let i = 0; i < COUNT; i += 1) {
    const x = (points[i * 2] as number) - middleX;
    const y = (points[i * 2 + 1] as number) - middleY;
    aligned[i * 2] = turn * x + lift * y;
    aligned[i * 2 + 1] = turn * y - lift * x;
  }
  aligned[COUNT * 2] = sine;
  aligned[COUNT * 2 + 1] = cosine;
}
