import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headPose, headRotation } from '../../../../src/browser/face/head-pose.ts';
import { RESTING, STRAIGHT, syntheticFace } from './synthetic-face.ts';

const NOSE = 2;
const FOREHEAD = 168;
const of = (pose: { yaw?: number; pitch?: number; roll?: number }) => {
  const face = syntheticFace(RESTING, { ...STRAIGHT, ...pose });
  return { ...headPose(headRotation(face.transform)), nose: face.landmarks[NOSE], forehead: face.landmarks[FOREHEAD] };
};
const straight = of({});

describe('headPose', () => {
  it('is zero for a face that looks straight into the camera', () => {
    expect(straight).toMatchObject({ yaw: 0, pitch: 0 });
    expect(straight.roll).toBeCloseTo(0);
  });

  it('has positive yaw when the nose points to the right of the picture, the player\'s own left', () => {
    const turned = of({ yaw: 0.4 });
    expect(turned.nose?.x).toBeGreaterThan(straight.nose?.x ?? 1);
    expect(turned.yaw).toBeCloseTo(0.4);
  });

  it('has positive pitch when the nose points up', () => {
    const raised = of({ pitch: 0.3 });
    // Up is towards smaller y. The point under the nose is low on the face, so compare with the bridge.
    expect((raised.nose?.y ?? 0) - (raised.forehead?.y ?? 0)).toBeLessThan((straight.nose?.y ?? 0) - (straight.forehead?.y ?? 0));
    expect(raised.pitch).toBeCloseTo(0.3);
  });

  it('has positive roll when the top of the head goes to the left of the picture, the player\'s own right shoulder', () => {
    const tilted = of({ roll: 0.5 });
    expect((tilted.forehead?.x ?? 0) - (tilted.nose?.x ?? 0)).toBeLessThan(0);
    expect(tilted.roll).toBeCloseTo(0.5);
  });

  it('gives back any pose, whatever the scale of the matrix', () => {
    const angle = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });
    fc.assert(fc.property(angle(1.4), angle(1.4), angle(1.5), fc.double({ min: 0.1, max: 10, noNaN: true }), (yaw, pitch, roll, scale) => {
      const { transform } = syntheticFace(RESTING, { ...STRAIGHT, yaw, pitch, roll });
      const pose = headPose(headRotation(transform.map((value, i) => (i < 12 ? value * scale : value))));
      expect(pose.yaw).toBeCloseTo(yaw, 5);
      expect(pose.pitch).toBeCloseTo(pitch, 5);
      expect(pose.roll).toBeCloseTo(roll, 5);
    }));
  });

  it('refuses a matrix of another size', () => {
    expect(() => headRotation([1, 0, 0])).toThrow('Expected a facial transformation matrix of 16 numbers, but got 3.');
  });
});
