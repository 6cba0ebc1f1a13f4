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
  const [columns, rows] = [samplesAlong(x, side, width), samplesAlong(y, side, height)];
  const brightness = (at: number): number => 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
  for (let row = 0; row < PATCH_SIZE; row += 1) {
    const [above, below, down] = [rows.first[row]! * width, rows.second[row]! * width, rows.share[row]!];
    for (let column = 0; column < PATCH_SIZE; column += 1) {
      const [left, right, across] = [columns.first[column]!, columns.second[column]!, columns.share[column]!];
      const upper = brightness(4 * (above + left)) * (1 - across) + brightness(4 * (above + right)) * across;
      const lower = brightness(4 * (below + left)) * (1 - across) + brightness(4 * (below + right)) * across;
      grey[row * PATCH_SIZE + column] = upper * (1 - down) + lower * down;
    }
  }
  return grey;
}

/** For each cell along one side, the two pixels that its middle lies between, and how far it is from the first to the second. */
function samplesAlong(start: number, side: number, length: number): { readonly first: Int32Array; readonly second: Int32Array; readonly share: Float64Array } {
  const [first, second, share] = [new Int32Array(PATCH_SIZE), new Int32Array(PATCH_SIZE), new Float64Array(PATCH_SIZE)];
  for (let cell = 0; cell < PATCH_SIZE; cell += 1) {
    const at = start + ((cell + 0.5) * side) / PATCH_SIZE - 0.5;
    const before = Math.floor(at);
    first[cell] = clamp(before, 0, length - 1);
    second[cell] = clamp(before + 1, 0, length - 1);
    share[cell] = at - before;
  }
  return { first, second, share };
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
  let spread = 0;
  for (const value of grey) spread += (value - brightness) ** 2 / grey.length;
  const contrast = Math.sqrt(spread);

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
