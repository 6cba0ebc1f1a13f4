import { describe, expect, it } from 'vitest';
import { ALIGNED_LENGTH, alignPoints, BLENDSHAPE_POINTS, pickPoints } from '../../../../src/browser/face/blendshape-points.ts';
import { createBlendshapeStudent } from '../../../../src/browser/face/blendshapes.ts';
import type { Landmark, PictureSize } from '../../../../src/browser/face/face-geometry.ts';
import type { Net } from '../../../../src/browser/nets/net-file.ts';
import { BLENDSHAPES } from '../../../../src/core/index.ts';
import { PICTURE, RESTING, type Shape, STRAIGHT, syntheticFace } from './synthetic-face.ts';

const SMILING: Shape = { ...RESTING, mouthWidth: 0.7, cornerHeight: 0.08 };

function aligned(landmarks: readonly Landmark[], size: PictureSize = PICTURE): Float32Array {
  const pixels = new Float32Array(BLENDSHAPE_POINTS.length * 2);
  const out = new Float32Array(ALIGNED_LENGTH);
  pickPoints(landmarks, size, pixels);
  alignPoints(pixels, out);
  return out;
}

const largestDifference = (a: Float32Array, b: Float32Array): number => Math.max(...a.map((value, i) => Math.abs(value - (b[i] as number))));

/** Layers that pass a few coordinates on, so that scores tell what came in. */
function madeUpNet(): Net {
  const filled = (length: number, value: (i: number) => number): Float32Array => Float32Array.from({ length }, (_, i) => value(i));
  return { model: 'blendshapes', settings: { projection: 4, hidden: [8] }, tensors: {
    centre: { shape: [ALIGNED_LENGTH], values: filled(ALIGNED_LENGTH, () => 0) },
    scale: { shape: [ALIGNED_LENGTH], values: filled(ALIGNED_LENGTH, () => 1) },
    'projection/0/kernel': { shape: [ALIGNED_LENGTH, 4], values: filled(ALIGNED_LENGTH * 4, (i) => Math.sin(i)) },
    'projection/0/bias': { shape: [4], values: filled(4, () => 0.1) },
    'student/0/kernel': { shape: [4, 8], values: filled(4 * 8, (i) => Math.sin(i)) },
    'student/0/bias': { shape: [8], values: filled(8, () => 0.5) },
    'student/1/kernel': { shape: [8, BLENDSHAPES.length], values: filled(8 * BLENDSHAPES.length, (i) => Math.cos(i)) },
    'student/1/bias': { shape: [BLENDSHAPES.length], values: filled(BLENDSHAPES.length, () => 0) },
  } };
}

describe('alignment', () => {
  const level = aligned(syntheticFace(SMILING, STRAIGHT).landmarks);

  it('forgets where in the picture the face is, and how large', () => {
    const elsewhere = aligned(syntheticFace(SMILING, { ...STRAIGHT, x: 100, y: 400, size: 40 }).landmarks);
    expect(largestDifference(level, elsewhere)).toBeLessThan(1e-5);
  });

  it('forgets the shape of the picture', () => {
    const wide = { width: 1280, height: 300 };
    expect(largestDifference(level, aligned(syntheticFace(SMILING, STRAIGHT, wide).landmarks, wide))).toBeLessThan(1e-5);
  });

  it('turns a tilted face level, and says by how much', () => {
    const tilted = aligned(syntheticFace(SMILING, { ...STRAIGHT, roll: 0.5 }).landmarks);
    expect(largestDifference(level.slice(0, -2), tilted.slice(0, -2))).toBeLessThan(1e-5);
    expect([Math.abs(tilted.at(-2) as number), tilted.at(-1)]).toEqual([expect.closeTo(Math.sin(0.5), 5), expect.closeTo(Math.cos(0.5), 5)]);
  });

  it('keeps what the face does', () => {
    expect(largestDifference(level, aligned(syntheticFace(RESTING, STRAIGHT).landmarks))).toBeGreaterThan(0.05);
  });
});

describe('the blendshape student', () => {
  const student = createBlendshapeStudent(madeUpNet());
  const { landmarks } = syntheticFace(SMILING, STRAIGHT);

  it('gives the same scores for landmarks in a row as for objects, each time', () => {
    const inRow = Float32Array.from(landmarks.flatMap(({ x, y, z }) => [x, y, z]));
    const first = student.score(landmarks, PICTURE);
    const kept = first.slice();
    student.score(syntheticFace(RESTING, STRAIGHT).landmarks, PICTURE);
    expect(first).toEqual(kept);
    expect(largestDifference(student.score(inRow, PICTURE), kept)).toBeLessThan(1e-5);
    expect(kept).toHaveLength(BLENDSHAPES.length);
  });

  it('refuses half a face, and weights without sizes', () => {
    expect(() => student.score(landmarks.slice(0, 100), PICTURE)).toThrow('Expected 478 face landmarks, but got 100.');
    expect(() => createBlendshapeStudent({ ...madeUpNet(), settings: {} })).toThrow(/sizes of its layers/);
  });
});
