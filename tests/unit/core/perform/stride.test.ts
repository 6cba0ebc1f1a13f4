import { createAvatarFrame, createPerformer, poseStride, STRIDE_TIME } from 'attune';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILDS } from './builds.ts';
import { anklePlace, distance, type Point, turnOf } from './skeleton.ts';

const speed = fc.double({ min: -0.4, max: 0.4, noNaN: true });
const rate = fc.double({ min: -1.2, max: 1.2, noNaN: true });

describe.each(Object.entries(BUILDS))('a stride of a %s body', (_, build) => {
  const frame = createAvatarFrame(build);
  const performer = createPerformer({ seed: 3 });
  performer.setMotion(0);

  it('keeps the foot that stands where it is on the floor, within 1.5 cm, whichever way it goes', () => {
    fc.assert(fc.property(speed, speed, rate, (forwards, aside, turning) => {
      const dt = 1 / 120;
      let [x, z, heading] = [0, 0, 0];
      const stood: Record<1 | -1, Point | null> = { 1: null, [-1]: null };
      for (let i = 0; i < 240; i += 1) {
        const phase = (i * dt) / STRIDE_TIME;
        performer.sample(1 + i * dt, frame);
        poseStride(frame, { phase, forwards, aside, turning });
        for (const side of [1, -1] as const) {
          const at = (phase + (side > 0 ? 0 : 0.5)) % 1;
          if (at > 0.55) {
            stood[side] = null;
            continue;
          }
          const [ax, ay, az] = anklePlace(frame, side > 0 ? 'left' : 'right');
          const place: Point = [x + ax * Math.cos(heading) + az * Math.sin(heading), ay, z - ax * Math.sin(heading) + az * Math.cos(heading)];
          stood[side] ??= place;
          expect(distance(place, stood[side])).toBeLessThan(0.015 + 0.03 * Math.abs(turning));
        }
        x += (forwards * Math.sin(heading) + aside * Math.cos(heading)) * dt;
        z += (forwards * Math.cos(heading) - aside * Math.sin(heading)) * dt;
        heading += turning * dt;
      }
    }), { numRuns: 20 });
  });

  it('lifts each foot in turn, never both, and never into the floor', () => {
    let [left, right] = [0, 0];
    for (let i = 0; i < 240; i += 1) {
      performer.sample(5 + i / 120, frame);
      poseStride(frame, { phase: i / 120, forwards: -0.5, aside: 0, turning: 0 });
      const lifted = (['left', 'right'] as const).map((side) => anklePlace(frame, side)[1] - (build.hip.y - build.upperLeg - build.lowerLeg));
      expect(Math.min(...lifted)).toBeLessThan(0.003);
      expect(Math.min(...lifted)).toBeGreaterThan(-0.003);
      left = Math.max(left, lifted[0]!);
      right = Math.max(right, lifted[1]!);
    }
    expect(left).toBeGreaterThan(0.03);
    expect(right).toBeGreaterThan(0.03);
  });

  it('is nothing while the body stands', () => {
    performer.sample(20, frame);
    const before = [...frame.body];
    poseStride(frame, { phase: 0.3, forwards: 0, aside: 0, turning: 0 });
    expect([...frame.body]).toEqual(before);
    expect(turnOf(frame, 'leftFoot')).toHaveLength(4);
  });
});
