import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFaceTracks, overlap, type FaceBox } from '../../../../src/browser/face/face-tracks.ts';

const box = (x: number, y: number, size: number): FaceBox => ({ left: x - size / 2, right: x + size / 2, top: y - size / 2, bottom: y + size / 2 });
const MIDDLE = box(0.5, 0.5, 0.3);
const LEFT = box(0.2, 0.5, 0.25);
const RIGHT = box(0.85, 0.5, 0.25);
const anyBox = fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.double({ min: 0, max: 1, noNaN: true }), size: fc.double({ min: 0.05, max: 0.8, noNaN: true }) })
  .map(({ x, y, size }) => box(x, y, size));

describe('face tracks', () => {
  it('begin with the largest face, and with the one nearest the middle among equals', () => {
    expect(createFaceTracks().follow([LEFT, MIDDLE, RIGHT], 0)).toEqual({ chosen: 1, others: 2, changed: false });
    expect(createFaceTracks().follow([box(0.1, 0.5, 0.2), box(0.45, 0.5, 0.2)], 0).chosen).toBe(1);
    expect(createFaceTracks().follow([box(0.1, 0.5, 0.4), box(0.5, 0.5, 0.1)], 0).chosen).toBe(0);
  });

  it('stay with the chosen face in whatever order they come, and when a larger one arrives', () => {
    const tracks = createFaceTracks();
    tracks.follow([LEFT], 0);
    expect(tracks.follow([box(0.6, 0.5, 0.5), LEFT], 0.1)).toEqual({ chosen: 1, others: 1, changed: false });
    expect(tracks.follow([box(0.23, 0.5, 0.25), box(0.6, 0.5, 0.5)], 0.2)).toEqual({ chosen: 0, others: 1, changed: false });
  });

  it('follow a face across the picture', () => {
    const tracks = createFaceTracks();
    tracks.follow([box(0.1, 0.5, 0.25)], 0);
    for (let i = 1; i <= 30; i += 1) expect(tracks.follow([RIGHT, box(0.1 + i / 60, 0.5, 0.25)], i / 15).chosen).toBe(1);
  });

  it('take nobody in the place of one who left, for two seconds, and then somebody who may be another', () => {
    const tracks = createFaceTracks();
    tracks.follow([MIDDLE, RIGHT], 0);
    for (const at of [0.1, 1, 2]) expect(tracks.follow([RIGHT], at)).toEqual({ chosen: null, others: 1, changed: false });
    expect(tracks.follow([RIGHT], 2.1)).toEqual({ chosen: 0, others: 0, changed: true });
    expect(tracks.follow([RIGHT], 2.2)).toEqual({ chosen: 0, others: 0, changed: false });
  });

  it('know the one again who was away for less', () => {
    const tracks = createFaceTracks();
    tracks.follow([MIDDLE, RIGHT], 0);
    tracks.follow([RIGHT], 0.5);
    tracks.follow([], 1);
    expect(tracks.follow([RIGHT, MIDDLE], 1.9)).toEqual({ chosen: 1, others: 1, changed: false });
  });

  it('do not lose a face that is alone and fast, but a far leap is somebody else', () => {
    const tracks = createFaceTracks();
    tracks.follow([box(0.3, 0.5, 0.2)], 0);
    expect(tracks.follow([box(0.48, 0.5, 0.2)], 0.5)).toEqual({ chosen: 0, others: 0, changed: false });
    expect(tracks.follow([box(0.9, 0.5, 0.2)], 0.6).chosen).toBeNull();
  });

  it('count every face once, whatever they see', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.array(anyBox, { maxLength: 5 }), fc.double({ min: 0, max: 3, noNaN: true })), { maxLength: 20 }), (looks) => {
      const tracks = createFaceTracks();
      let at = 0;
      for (const [boxes, gap] of looks) {
        at += gap;
        const { chosen, others } = tracks.follow(boxes, at);
        expect(others + (chosen === null ? 0 : 1)).toBe(boxes.length);
        if (chosen !== null) expect(chosen < boxes.length).toBe(true);
      }
    }));
  });
});

describe('overlap', () => {
  it('is one for the same box, none for boxes apart, and the same either way', () => {
    expect(overlap(MIDDLE, MIDDLE)).toBeCloseTo(1, 12);
    expect(overlap(LEFT, RIGHT)).toBe(0);
    fc.assert(fc.property(anyBox, anyBox, (a, b) => {
      expect(overlap(a, b)).toBeCloseTo(overlap(b, a), 12);
      expect(overlap(a, b)).toBeLessThanOrEqual(1 + 1e-12);
    }));
  });
});
