import { clamp, unit, type Unit } from '../../core/index.ts';
import type { Pixels } from './face-crop.ts';
import type { Landmark, PictureSize } from './face-geometry.ts';

/** The side in pixels of the small grey picture of a face on which its visibility is judged. */
export const PATCH_SIZE = 64;

/** A square of the picture, in pixels. */
export interface PatchBox {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** How well a face can be seen, apart from where it is and where it looks. */
export interface FaceLook {
  /** Edges in proportion to contrast: about 0.3 on a sharp face, less when it is out of focus or moves. */
  readonly sharpness: number;
  /** Mean brightness. */
  readonly brightness: Unit;
  /** How far the lips stand out from the skin around them; near 0 behind a hand or a mask. */
  readonly lipContrast: number;
}

const LIPS = [13, 14, 78, 308, 81, 311, 178, 402, 0, 17, 61, 291] as const;
/** Skin around the mouth: under the nose, on the chin and beside the corners. */
const SKIN_AROUND = [164, 18, 200, 205, 425, 216, 436, 212, 432, 43, 273] as const;

/** The square around a face, a little wider than the face itself. */
export function patchBox(landmarks: readonly Landmark[], size: PictureSize): PatchBox {
  const xs = landmarks.map((p) => p.x * size.width);
  const ys = landmarks.map((p) => p.y * size.height);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const side = Math.max(1, right - left, bottom - top) * 1.05;
  return { x: (left + right - side) / 2, y: (top + bottom - side) / 2, side };
}

/**
 * Cuts the grey patch out of a picture: bilinear at the middle of each cell, as a canvas draws a smaller
 * picture. What lies outside of the picture repeats its edge.
 */
export function cutPatch({ data, width, height }: Pixels, { x, y, side }: PatchBox): Uint8Array {
  const grey = new Uint8Array(PATCH_SIZE * PATCH_SIZE);
  const brightness = (column: number, row: number): number => {
    const at = (clamp(row, 0, height - 1) * width + clamp(column, 0, width - 1)) * 4;
    return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
  };
  for (let cell = 0; cell < grey.length; cell += 1) {
    const across = x + (((cell % PATCH_SIZE) + 0.5) * side) / PATCH_SIZE - 0.5;
    const down = y + ((Math.floor(cell / PATCH_SIZE) + 0.5) * side) / PATCH_SIZE - 0.5;
    const [column, row] = [Math.floor(across), Math.floor(down)];
    const [right, below] = [across - column, down - row];
    const upper = brightness(column, row) * (1 - right) + brightness(column + 1, row) * right;
    const lower = brightness(column, row + 1) * (1 - right) + brightness(column + 1, row + 1) * right;
    grey[cell] = upper * (1 - below) + lower * below;
  }
  return grey;
}

/**
 * Judges a grey patch of {@link PATCH_SIZE} squared bytes, row by row, cut out along `box`.
 */
export function inspectPatch(grey: Uint8Array, box: PatchBox, landmarks: readonly Landmark[], size: PictureSize): FaceLook {
  if (grey.length !== PATCH_SIZE * PATCH_SIZE) {
    throw new RangeError(`Expected a patch of ${PATCH_SIZE} x ${PATCH_SIZE} bytes, but got ${grey.length}.`);
  }
  const at = (x: number, y: number): number => grey[y * PATCH_SIZE + x] ?? 0;
  const brightness = mean(grey);
  const contrast = Math.sqrt(mean(Array.from(grey, (v) => (v - brightness) ** 2)));

  let edges = 0;
  for (let y = 1; y < PATCH_SIZE - 1; y += 1) {
    for (let x = 1; x < PATCH_SIZE - 1; x += 1) {
      edges += Math.abs(4 * at(x, y) - at(x - 1, y) - at(x + 1, y) - at(x, y - 1) - at(x, y + 1)) / 4;
    }
  }
  const sample = (index: number): number => {
    const point = landmarks[index] as Landmark;
    const cell = (value: number): number => Math.min(PATCH_SIZE - 1, Math.max(0, Math.floor(value * PATCH_SIZE)));
    return at(cell((point.x * size.width - box.x) / box.side), cell((point.y * size.height - box.y) / box.side));
  };
  const skin = median(SKIN_AROUND.map(sample));
  return {
    sharpness: edges / (PATCH_SIZE - 2) ** 2 / (contrast + 1),
    brightness: unit(brightness / 255),
    lipContrast: mean(LIPS.map((index) => Math.abs(sample(index) - skin))) / (skin + 1),
  };
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i] ?? 0;
  return sum / values.length;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
