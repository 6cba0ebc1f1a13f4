import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPatch, inspectPatch, PATCH_SIZE, patchBox, type FaceLook } from '../../../../src/browser/face/face-patch.ts';
import { faceQuality, mouthVisibility } from '../../../../src/browser/face/face-quality.ts';
import type { Pixels } from '../../../../src/browser/face/face-crop.ts';
import type { Landmark } from '../../../../src/browser/face/face-geometry.ts';
import { PICTURE, RESTING, STRAIGHT, syntheticFace } from './synthetic-face.ts';

const CLEAR: FaceLook = { sharpness: 0.1, brightness: 0.45, lipContrast: 0.35 };
const AHEAD = { yaw: 0, pitch: 0, roll: 0 };
const share = fc.double({ min: 0, max: 1, noNaN: true });
const angle = fc.double({ min: -1.5, max: 1.5, noNaN: true });
const looks = fc.record({ sharpness: share, brightness: share, lipContrast: share });

describe('faceQuality', () => {
  it('is one for a large sharp face ahead, and stays in range for any', () => {
    expect(faceQuality(0.35, AHEAD, CLEAR)).toBe(1);
    fc.assert(fc.property(share, angle, angle, looks, (width, yaw, pitch, look) => {
      const quality = faceQuality(width, { yaw, pitch, roll: 0 }, look);
      return quality >= 0 && quality <= 1;
    }));
  });

  it('never rises when one thing gets worse', () => {
    fc.assert(fc.property(share, angle, angle, looks, share, (width, yaw, pitch, look, worse) => {
      const quality = faceQuality(width, { yaw, pitch, roll: 0 }, look);
      const more = 1 + worse;
      const less = 1 - worse;
      expect(faceQuality(width * less, { yaw, pitch, roll: 0 }, look)).toBeLessThanOrEqual(quality);
      expect(faceQuality(width, { yaw: yaw * more, pitch, roll: 0 }, look)).toBeLessThanOrEqual(quality);
      expect(faceQuality(width, { yaw, pitch: pitch * more, roll: 0 }, look)).toBeLessThanOrEqual(quality);
      expect(faceQuality(width, { yaw, pitch, roll: 0 }, { ...look, sharpness: look.sharpness * less })).toBeLessThanOrEqual(quality);
      expect(mouthVisibility({ ...look, lipContrast: look.lipContrast * less })).toBeLessThanOrEqual(mouthVisibility(look));
    }));
  });

  it('does not mind a tilted head', () => {
    expect(faceQuality(0.35, { ...AHEAD, roll: 1.4 }, CLEAR)).toBe(1);
  });

  it('keeps brows and eyes when the mouth is covered, and tells of the mouth apart', () => {
    expect(faceQuality(0.35, AHEAD, { ...CLEAR, lipContrast: 0 })).toBe(1);
    expect(mouthVisibility(CLEAR)).toBe(1);
    expect(mouthVisibility({ ...CLEAR, lipContrast: 0 })).toBe(0);
  });

  it('falls to a fifth out of focus, and to nothing in the dark', () => {
    expect(faceQuality(0.35, AHEAD, { ...CLEAR, sharpness: 0 })).toBeCloseTo(0.2);
    expect(faceQuality(0.35, AHEAD, { ...CLEAR, brightness: 0.02 })).toBe(0);
  });
});

describe('cutPatch', () => {
  const picture = (width: number, height: number, grey: (x: number, y: number) => number): Pixels & { data: Uint8ClampedArray } => {
    const data = new Uint8ClampedArray(width * height * 4).fill(255);
    for (let i = 0; i < width * height; i += 1) data.fill(grey(i % width, Math.floor(i / width)), i * 4, i * 4 + 3);
    return { width, height, data };
  };

  it('copies a square of its own size as it is', () => {
    const pixels = picture(100, 80, (x, y) => (x * 7 + y * 13) % 256);
    const patch = cutPatch(pixels, { x: 20, y: 10, side: PATCH_SIZE });
    for (const [x, y] of [[0, 0], [63, 0], [17, 40], [63, 63]] as const) expect(patch[y * PATCH_SIZE + x]).toBeCloseTo(((20 + x) * 7 + (10 + y) * 13) % 256, -0.5);
  });

  it('lies between its neighbours where it enlarges, and weighs the colours', () => {
    const patch = cutPatch(picture(64, 64, (x) => 4 * x), { x: 16, y: 16, side: 32 });
    for (let x = 1; x < PATCH_SIZE; x += 1) expect(patch[x]).toBeGreaterThanOrEqual(patch[x - 1] ?? 0);
    const green = picture(64, 64, () => 0);
    for (let i = 0; i < 64 * 64; i += 1) green.data[i * 4 + 1] = 200;
    expect(cutPatch(green, { x: 0, y: 0, side: 64 })[0]).toBe(Math.floor(0.587 * 200));
  });

  it('repeats the edge outside of the picture', () => {
    const patch = cutPatch(picture(64, 64, () => 90), { x: -30, y: -30, side: 128 });
    expect(patch.every((value) => value === 89 || value === 90)).toBe(true);
  });
});

describe('inspectPatch', () => {
  const { landmarks } = syntheticFace(RESTING, STRAIGHT);
  const box = patchBox(landmarks, PICTURE);
  /** Skin with lips painted on it, and stripes of some width for hair and features. */
  const paint = (lips: number, stripe: number): Uint8Array => {
    const grey = new Uint8Array(PATCH_SIZE ** 2).fill(140);
    for (let i = 0; i < grey.length / 4; i += 1) grey[i] = Math.floor((i % PATCH_SIZE) / stripe) % 2 ? 140 : 40;
    for (const index of [13, 14, 78, 308, 81, 311, 178, 402, 0, 17, 61, 291]) {
      const { x, y } = landmarks[index] as Landmark;
      const cell = (value: number): number => Math.floor(value * PATCH_SIZE);
      grey[cell((y * PICTURE.height - box.y) / box.side) * PATCH_SIZE + cell((x * PICTURE.width - box.x) / box.side)] = lips;
    }
    return grey;
  };
  const inspect = (grey: Uint8Array): FaceLook => inspectPatch(grey, box, landmarks, PICTURE);

  it('encloses the whole face', () => {
    for (const { x, y } of landmarks) {
      expect(x * PICTURE.width >= box.x && x * PICTURE.width <= box.x + box.side && y * PICTURE.height >= box.y && y * PICTURE.height <= box.y + box.side).toBe(true);
    }
  });

  it('sees lips that differ from the skin, and none on skin alone', () => {
    expect(inspect(paint(60, 8)).lipContrast).toBeGreaterThan(0.3);
    expect(inspect(paint(140, 8)).lipContrast).toBeLessThan(0.2);
  });

  it('finds fine stripes sharper than broad ones', () => {
    expect(inspect(paint(60, 2)).sharpness).toBeGreaterThan(inspect(paint(60, 16)).sharpness);
  });

  it('refuses a patch of another size', () => {
    expect(() => inspect(new Uint8Array(10))).toThrow('Expected a patch of 64 x 64 bytes, but got 10.');
  });
});
