import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACE_MEASURES, measureFace } from '../../../../src/browser/face/face-geometry.ts';
import { headRotation } from '../../../../src/browser/face/head-pose.ts';
import { PICTURE, RESTING, STRAIGHT, syntheticFace, type Placing, type Shape } from './synthetic-face.ts';

const measure = (shape: Shape, placing: Placing, size = PICTURE) => {
  const { landmarks, transform } = syntheticFace(shape, placing, size);
  return measureFace(landmarks, size, headRotation(transform));
};
const angle = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });
const placings = fc.record({
  x: fc.double({ min: 100, max: 540, noNaN: true }), y: fc.double({ min: 100, max: 380, noNaN: true }), size: fc.double({ min: 40, max: 300, noNaN: true }),
  yaw: angle(1), pitch: angle(0.8), roll: angle(1.5),
});

describe('measureFace', () => {
  it('is the same wherever the face is, however large, and however the head is held', () => {
    const straight = measure(RESTING, STRAIGHT);
    fc.assert(fc.property(placings, (placing) => {
      const measures = measure(RESTING, placing);
      for (const name of FACE_MEASURES) expect(measures[name]).toBeCloseTo(straight[name], 6);
    }));
  });

  it('is the same in a picture of another shape', () => {
    const portrait = measure(RESTING, STRAIGHT, { width: 480, height: 640 });
    for (const [name, value] of Object.entries(measure(RESTING, STRAIGHT))) expect(portrait[name as keyof typeof portrait]).toBeCloseTo(value, 6);
  });

  it.each([
    ['mouthWidth', { mouthWidth: 0.7 }], ['cornerHeight', { cornerHeight: 0.06 }], ['browHeight', { browHeight: 0.3 }],
    ['eyeOpening', { lidGap: 0.14 }], ['mouthOpening', { lipGap: 0.3 }],
  ] as const)('%s grows with what it measures', (name, change) => {
    expect(measure({ ...RESTING, ...change }, STRAIGHT)[name]).toBeGreaterThan(measure(RESTING, STRAIGHT)[name] + 0.03);
  });

  it('brings the corners nearer to the nose as they rise', () => {
    expect(measure({ ...RESTING, cornerHeight: 0.08 }, STRAIGHT).cornerToNose).toBeLessThan(measure(RESTING, STRAIGHT).cornerToNose);
  });

  it('says how many landmarks it wants', () => {
    expect(() => measureFace([], PICTURE, [1, 0, 0, 0, 1, 0, 0, 0, 1])).toThrow('Expected 478 face landmarks, but got 0.');
  });
});
