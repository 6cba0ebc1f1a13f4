import type { PictureSize } from './face-geometry.ts';

/** The side of a face crop in pixels: about what a face has in the pictures that the head learns from. */
export const CROP_SIZE = 48;

/** A picture in memory: red, green, blue and opacity of each pixel, row by row. */
export interface Pixels extends PictureSize {
  readonly data: ArrayLike<number>;
}

/** x and y of every landmark as shares of the picture, and z, in one row. */
export type LandmarkRow = ArrayLike<number>;

// Indices of the canonical face mesh: bone under thin skin, which no expression moves far.
const RIGID = [33, 263, 133, 362, 168, 6, 127, 356, 234, 454] as const;
const EYE_CORNERS = [33, 133, 362, 263] as const;
const OUTER_CORNERS = { right: 33, left: 263 } as const;

/** In units of the spread of the rigid points: how far the crop reaches, and how far its middle lies below the eyes. */
const HALF_SIDE = 1.4;
const BELOW_EYES = 0.58;
/** Each pixel of the crop is the mean of this many squared samples of the picture. */
const SAMPLES = 3;

/**
 * Cuts the face out of a picture, upright, centred and of one size, in grey.
 *
 * Size and place hang on the bones around the eyes, so no expression moves the crop; depth counts
 * towards the size, so a turned head is not enlarged. What lies outside of the picture is grey.
 *
 * @param landmarks 478 points of x, y, z as MediaPipe gives them, in one row
 * @param into {@link CROP_SIZE} squared numbers, filled with brightness in [0, 1] row by row
 */
export function cropFace(pixels: Pixels, landmarks: LandmarkRow, into: Float32Array): void {
  const { data, width, height } = pixels;
  const x = (index: number): number => (landmarks[index * 3] ?? 0) * width;
  const y = (index: number): number => (landmarks[index * 3 + 1] ?? 0) * height;
  const z = (index: number): number => (landmarks[index * 3 + 2] ?? 0) * width;

  const size = spread(x, y, z);
  const [acrossX, acrossY] = [x(OUTER_CORNERS.left) - x(OUTER_CORNERS.right), y(OUTER_CORNERS.left) - y(OUTER_CORNERS.right)];
  const length = Math.hypot(acrossX, acrossY) || 1;
  const [rightX, rightY] = [acrossX / length, acrossY / length];
  const eyes = (axis: (index: number) => number): number => EYE_CORNERS.reduce((sum, index) => sum + axis(index) / EYE_CORNERS.length, 0);
  const [middleX, middleY] = [eyes(x) - rightY * BELOW_EYES * size, eyes(y) + rightX * BELOW_EYES * size];

  const step = (2 * HALF_SIDE * size) / CROP_SIZE / SAMPLES;
  const first = -(CROP_SIZE * SAMPLES - 1) / 2;
  for (let row = 0; row < CROP_SIZE; row += 1) {
    for (let column = 0; column < CROP_SIZE; column += 1) {
      let sum = 0;
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
        const across = (first + column * SAMPLES + (sample % SAMPLES)) * step;
        const down = (first + row * SAMPLES + Math.floor(sample / SAMPLES)) * step;
        const atX = Math.floor(middleX + rightX * across - rightY * down);
        const atY = Math.floor(middleY + rightY * across + rightX * down);
        if (atX < 0 || atY < 0 || atX >= width || atY >= height) {
          sum += 128;
          continue;
        }
        const at = (atY * width + atX) * 4;
        sum += 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
      }
      into[row * CROP_SIZE + column] = sum / (255 * SAMPLES * SAMPLES);
    }
  }
}

/** Root mean square distance of the rigid points from their centre, in pixels. */
function spread(...axes: readonly ((index: number) => number)[]): number {
  let sum = 0;
  for (const axis of axes) {
    let [mean, square] = [0, 0];
    for (const index of RIGID) mean += axis(index) / RIGID.length;
    for (const index of RIGID) square += (axis(index) - mean) ** 2 / RIGID.length;
    sum += square;
  }
  return Math.sqrt(sum) || 1;
}
