import { createAvatarFrame, createPerformer, GESTURES, poseBody, POSES, POSTURES, HUMAN_BONES } from 'attune';
import { describe, expect, it } from 'vitest';
import { BUILDS } from './builds.ts';
import { anklePlace, armPlaces, type ArmPlaces, distance, type Point, rotate, turnOf, worldTurn } from './skeleton.ts';

const SIDES = ['left', 'right'] as const;

const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const angle = (a: Point, b: Point): number => Math.acos(Math.min(1, Math.max(-1, (a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) / (Math.hypot(...a) * Math.hypot(...b)))));

describe.each(Object.entries(BUILDS))('on a %s body', (_, build) => {
  const frame = createAvatarFrame(build);

  /** Plays one gesture or posture from a fresh start. */
  function play(name: string, onFrame: (time: number) => void, seed = 5): void {
    const performer = createPerformer({ seed });
    performer.sample(3, frame);
    const gesture = GESTURES.find((each) => each === name);
    if (gesture) performer.gesture(gesture);
    const posture = POSTURES.find((each) => each === name);
    if (posture) performer.posture(posture);
    for (let count = 1; count < 260; count++) {
      performer.sample(3 + count / 60, frame);
      onFrame(count / 60);
    }
  }

  /** How far a place of the chest's frame is inside the trunk: an ellipse whose depth goes from breast to belly. */
  function depthInside([x, y, z]: Point): number {
    const { breast, belly, girth, hips, shoulder } = build;
    if (y > shoulder.y || y < hips.y) return 0;
    const share = Math.min(1, Math.max(0, (breast.y - y) / (breast.y - belly.y)));
    const front = breast.z + share * (belly.z - breast.z);
    return Math.max(0, front * (1 - Math.hypot(x / girth, Math.max(0, z) / front)));
  }

  it('lays the hand on the heart: palm at the chest, never in it', () => {
    play('hand-to-heart', (time) => {
      const { palm, facing, wrist } = armPlaces(frame, 'right');
      expect(depthInside(palm)).toBeLessThan(0.005);
      if (time < 0.9 || time > 2.3) return;
      expect(distance(palm, [0.3 * build.shoulder.x, build.breast.y, build.breast.z])).toBeLessThan(0.03);
      expect(distance(wrist, [0, build.breast.y, build.breast.z])).toBeLessThan(0.1);
      expect(facing[2]).toBeLessThan(-0.8);
    });
  });

  it('claps: the palms meet within 2 cm, three times', () => {
    let claps = 0;
    let apart = true;
    play('clap', () => {
      const gap = distance(armPlaces(frame, 'left').palm, armPlaces(frame, 'right').palm);
      if (gap < 0.02 && apart) claps += 1;
      apart = gap > 0.02;
    });
    expect(claps).toBe(3);
  });

  it('brings the knuckles to the chin to think', () => {
    play('think', (time) => {
      if (time < 1 || time > 2.6) return;
      const { wrist, fingers } = armPlaces(frame, 'right');
      const knuckles: Point = [wrist[0] + 0.6 * build.hand * fingers[0], wrist[1] + 0.6 * build.hand * fingers[1], wrist[2] + 0.6 * build.hand * fingers[2]];
      const chin = rotate(minus([0, build.chin.y, build.chin.z], [0, build.head.y, build.head.z]), turnOf(frame, 'head'));
      const place: Point = [build.neck.x, build.neck.y, build.neck.z];
      const neck = rotate([chin[0], chin[1] + build.head.y - build.neck.y, chin[2] + build.head.z - build.neck.z], turnOf(frame, 'neck'));
      expect(distance(knuckles, [place[0] + neck[0], place[1] + neck[1], place[2] + neck[2]])).toBeLessThan(0.3 * build.hand + 0.04);
    });
  });

  it('waves with the hand above the elbow and the palm to the player', () => {
    const outwards: number[] = [];
    play('wave', (time) => {
      if (time < 0.6 || time > 1.9) return;
      const { wrist, elbow, facing } = armPlaces(frame, 'right');
      expect(wrist[1]).toBeGreaterThan(elbow[1] + 0.5 * build.lowerArm);
      expect(facing[2]).toBeGreaterThan(0.7);
      outwards.push(wrist[0]);
    });
    expect(Math.max(...outwards) - Math.min(...outwards)).toBeGreaterThan(0.1 * (build.upperArm + build.lowerArm));
  });

  it.each([...GESTURES, ...POSTURES])('keeps joints within their limits and hands out of the trunk: %s', (name) => {
    play(name, (time) => {
      for (const side of SIDES) {
        const out = side === 'left' ? 1 : -1;
        const arm: ArmPlaces = armPlaces(frame, side);
        const lower = turnOf(frame, `${side}LowerArm`);
        const hand = turnOf(frame, `${side}Hand`);
        // The forearm's direction in the frame of the upper arm: it bends forwards, never back, and hardly sideways.
        const bent = rotate([out, 0, 0], lower);
        expect(Math.atan2(bent[2], out * bent[0]), `${side} elbow at ${time}`).toBeGreaterThan(-0.02);
        expect(Math.abs(bent[1])).toBeLessThan(0.16);
        expect(angle(minus(arm.elbow, arm.shoulder), minus(arm.wrist, arm.elbow))).toBeLessThan(2.55);
        expect(2 * Math.acos(Math.min(1, Math.abs(hand[3]))), `${side} wrist at ${time}`).toBeLessThan(1.4);
        const upper = minus(arm.elbow, arm.shoulder);
        expect(upper[2] / build.upperArm, `${side} upper arm goes back at ${time}`).toBeGreaterThan(-0.6);
        expect((out * upper[0]) / build.upperArm, `${side} upper arm crosses at ${time}`).toBeGreaterThan(-0.7);
        for (const place of [arm.wrist, arm.palm]) expect(depthInside(place), `${side} hand at ${time}`).toBeLessThan(0.01);
      }
    });
  });

  it.each([...GESTURES, ...POSTURES])('keeps the feet where they stand: %s', (name) => {
    play(name, () => {
      for (const side of SIDES) {
        const home: Point = [(side === 'left' ? 1 : -1) * build.hip.x, build.hip.y - build.upperLeg - build.lowerLeg, build.hip.z];
        expect(distance(anklePlace(frame, side), home)).toBeLessThan(0.01);
        expect(Math.abs(worldTurn(frame, `${side}Foot`)[3])).toBeGreaterThan(0.9999);
      }
    });
  });

  it('lets the arms hang free of the hips, a little bent', () => {
    play('neutral', () => {
      for (const side of SIDES) {
        const { shoulder, elbow, wrist } = armPlaces(frame, side);
        expect(Math.abs(wrist[0])).toBeGreaterThan(build.girth);
        expect(wrist[1]).toBeLessThan(elbow[1]);
        expect(angle(minus(elbow, shoulder), minus(wrist, elbow))).toBeGreaterThan(0.1);
      }
    });
  });

  it.each(POSES)('holds the still %s', (pose) => {
    play('wave', () => {});
    poseBody(pose, frame);
    for (const bone of HUMAN_BONES) expect(Math.hypot(...turnOf(frame, bone))).toBeCloseTo(1, 9);
    const { wrist, shoulder } = armPlaces(frame, 'left');
    if (pose === 't-pose') expect(Math.abs(wrist[1] - shoulder[1])).toBeLessThan(1e-9);
    if (pose === 'arms-up') expect(wrist[1]).toBeGreaterThan(shoulder[1] + 0.8 * (build.upperArm + build.lowerArm));
    if (pose === 'arms-crossed') expect(wrist[0]).toBeLessThan(0.2 * build.shoulder.x);
    if (pose === 'sitting') expect(frame.hips.y).toBeLessThan(-0.3);
  });
});
