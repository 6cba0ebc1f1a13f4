import fc from 'fast-check';
import { type AvatarFrame, createAvatarFrame, createPerformer, EMOTIONS, type Gesture, GESTURES, HUMAN_BONES, type Performer, POSTURES } from 'attune';
import { describe, expect, it } from 'vitest';
import { BUILDS } from './builds.ts';
import { between, largestJump, turnOf } from './skeleton.ts';

type Order = (performer: Performer) => void;

const broken = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
const number = fc.oneof({ weight: 6, arbitrary: fc.double({ min: -2, max: 2, noNaN: true }) }, broken);
const strength = fc.double({ min: 0.2, max: 1, noNaN: true });

const orderWith = (amount: fc.Arbitrary<number>): fc.Arbitrary<Order> => fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...GESTURES), amount).map(([name, much]): Order => (performer) => performer.gesture(name, { strength: much })) },
  fc.constantFrom(...POSTURES).map((name): Order => (performer) => performer.posture(name)),
  fc.constantFrom('listening', 'thinking', 'speaking').map((manner): Order => (performer) => performer.attend(manner as 'listening')),
  fc.tuple(fc.constantFrom(...EMOTIONS), fc.constantFrom(...EMOTIONS), amount).map(([one, other, much]): Order => (performer) => performer.show({ [one]: much, [other]: 0.6 })),
  fc.tuple(amount, amount, amount).map(([yaw, pitch, hold]): Order => (performer) => performer.look({ yaw, pitch }, hold)),
  amount.map((arousal): Order => (performer) => performer.feel(arousal)),
  fc.constant<Order>((performer) => performer.cancel()),
);

/** Orders with the frames, at 60 a second, that pass before each. */
const course = (amount: fc.Arbitrary<number>): fc.Arbitrary<(readonly [number, Order])[]> => fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), orderWith(amount)), { maxLength: 14 });

/** Plays a course at 60 frames a second and two seconds beyond it. */
function play(performer: Performer, orders: readonly (readonly [number, Order])[], frame: AvatarFrame, onFrame: () => void): void {
  let count = 60;
  const run = (frames: number): void => {
    for (let i = 0; i < frames; i++) {
      performer.sample((count += 1) / 60, frame);
      onFrame();
    }
  };
  for (const [frames, order] of orders) {
    run(frames);
    order(performer);
  }
  run(120);
}

/** How far the quaternion that is farthest from length 1 is from it; NaN when one is not finite. */
function worstLength(frame: AvatarFrame): number {
  return Math.max(...HUMAN_BONES.map((bone) => Math.abs(Math.hypot(...turnOf(frame, bone)) - 1)));
}

function copy(to: AvatarFrame, from: AvatarFrame): void {
  to.body.set(from.body);
  Object.assign(to.hips, from.hips);
}

describe('a performer', () => {
  it.each(Object.entries(BUILDS))('keeps every frame legal on a %s body, whatever it is told', (_, build) => {
    fc.assert(fc.property(course(number), (orders) => {
      const frame = createAvatarFrame(build);
      play(createPerformer({ seed: 4 }), orders, frame, () => {
        expect(worstLength(frame)).toBeLessThan(1e-9);
        const weights = EMOTIONS.map((emotion) => frame.emotions[emotion]);
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(1 + 1e-9);
        for (const value of [frame.blink, frame.gaze.yaw, frame.gaze.pitch, ...Object.values(frame.hips)]) expect(Number.isFinite(value)).toBe(true);
      });
    }), { numRuns: 12 });
  });

  it('is legal at any time, however strange', () => {
    const frame = createAvatarFrame();
    for (const at of [Number.NaN, -3, 0, 1e7, 1e300, Number.POSITIVE_INFINITY]) {
      const performer = createPerformer();
      performer.gesture('wave');
      performer.sample(at, frame);
      expect(worstLength(frame)).toBeLessThan(1e-9);
    }
  });

  it('never snaps: no bone turns faster than 20 rad/s, no finger than 30, however it is interrupted', () => {
    fc.assert(fc.property(course(strength), (orders) => {
      const frame = createAvatarFrame();
      const last = createAvatarFrame();
      let first = true;
      let fastest = 0;
      play(createPerformer({ seed: 4 }), orders, frame, () => {
        if (!first) fastest = Math.max(fastest, ...HUMAN_BONES.map((bone) => between(turnOf(frame, bone), turnOf(last, bone)) / (/Thumb|Index|Middle|Ring|Little/.test(bone) ? 1.5 : 1)));
        copy(last, frame);
        first = false;
      });
      expect(60 * fastest).toBeLessThan(20);
    }), { numRuns: 25 });
  });

  it('moves the face without a jump, also when its feelings change halfway', () => {
    fc.assert(fc.property(course(strength), (orders) => {
      const frame = createAvatarFrame();
      let last: Record<string, number> | null = null;
      play(createPerformer({ seed: 4 }), orders, frame, () => {
        if (last) for (const emotion of EMOTIONS) expect(Math.abs(frame.emotions[emotion] - last[emotion]!)).toBeLessThan(0.2);
        last = { ...frame.emotions };
      });
    }), { numRuns: 25 });
  });

  it('is at rest 0.3 s after it was cancelled, at whatever moment', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...GESTURES), strength, fc.integer({ min: 0, max: 90 })), { minLength: 1, maxLength: 5 }), (gestures) => {
      const [moved, still] = [createPerformer({ seed: 9 }), createPerformer({ seed: 9 })];
      const [frame, rest] = [createAvatarFrame(), createAvatarFrame()];
      let count = 60;
      const run = (frames: number): void => {
        for (let i = 0; i < frames; i++) {
          count += 1;
          moved.sample(count / 60, frame);
          still.sample(count / 60, rest);
        }
      };
      run(10);
      for (const [name, much, frames] of gestures) {
        moved.gesture(name, { strength: much });
        run(frames);
      }
      moved.cancel();
      run(18);
      expect(largestJump(frame, rest).angle).toBeLessThan(1e-6);
      expect(frame.gaze).toEqual(rest.gaze);
    }), { numRuns: 60 });
  });

  it('makes the same motion of the same seed and orders, and another of another seed', () => {
    fc.assert(fc.property(course(strength), (orders) => {
      const [one, same, other] = [5, 5, 6].map((seed) => {
        const frame = createAvatarFrame();
        play(createPerformer({ seed }), orders, frame, () => {});
        return frame;
      });
      expect(one).toEqual(same);
      expect(one!.body).not.toEqual(other!.body);
    }), { numRuns: 20 });
  });

  it('keeps the body still without motion, and face and eyes alive', () => {
    const performer = createPerformer();
    const frame = createAvatarFrame();
    const last = createAvatarFrame();
    performer.setMotion(0);
    performer.sample(1, last);
    performer.gesture('wave');
    performer.posture('closed');
    performer.attend('speaking');
    performer.show({ happiness: 1 });
    const looks = new Set<number>();
    let closed = 0;
    for (let count = 1; count < 900; count++) {
      performer.sample(1 + count / 60, frame);
      expect(largestJump(frame, last).angle).toBeLessThan(1e-6);
      looks.add(frame.gaze.yaw);
      closed = Math.max(closed, frame.blink);
    }
    expect(frame.emotions.happiness).toBeGreaterThan(0.9);
    expect(looks.size).toBeGreaterThan(10);
    expect(closed).toBeGreaterThan(0.9);
  });

  it('shows nothing of a gesture of strength 0', () => {
    const poses = (['wave', null] as const).map((gesture) => {
      const performer = createPerformer();
      const frame = createAvatarFrame();
      performer.sample(1, frame);
      if (gesture) performer.gesture(gesture, { strength: 0 });
      performer.sample(1.6, frame);
      return frame.body;
    });
    expect(poses[0]).toEqual(poses[1]);
  });

  it.each(GESTURES)('moves the body for %s, no less with more strength, and comes back by itself', (gesture: Gesture) => {
    const most = (much: number): number => {
      const [moved, still] = [createPerformer({ seed: 2 }), createPerformer({ seed: 2 })];
      const [frame, rest] = [createAvatarFrame(), createAvatarFrame()];
      moved.sample(1, frame);
      still.sample(1, rest);
      moved.gesture(gesture, { strength: much });
      let largest = 0;
      for (let count = 61; count < 330; count++) {
        moved.sample(count / 60, frame);
        still.sample(count / 60, rest);
        const { angle } = largestJump(frame, rest);
        largest = Math.max(largest, angle);
        if (count === 329) expect(angle).toBeLessThan(1e-6);
      }
      return largest;
    };
    expect(most(1)).toBeGreaterThan(0.07);
    // Hands that touch something do so at any strength.
    expect(most(1)).toBeGreaterThan(most(0.4) - 0.02);
  });

  it('nods on while the hands speak', () => {
    const [one, both] = [createPerformer(), createPerformer()];
    const [frame, nodding] = [createAvatarFrame(), createAvatarFrame()];
    for (const performer of [one, both]) performer.sample(1, frame);
    one.gesture('open-palms');
    both.gesture('open-palms');
    both.gesture('nod');
    one.sample(1.32, frame);
    both.sample(1.32, nodding);
    expect(largestJump(frame, nodding).bone).toMatch(/head|neck/);
    expect(between(turnOf(frame, 'rightUpperArm'), turnOf(nodding, 'rightUpperArm'))).toBeLessThan(0.02);
  });

  it('gives the arms to the newer gesture, or to the one that matters more', () => {
    const pose = (...gestures: readonly Gesture[]): AvatarFrame => {
      const performer = createPerformer();
      const frame = createAvatarFrame();
      performer.sample(1, frame);
      let at = 1;
      for (const gesture of gestures) {
        performer.gesture(gesture);
        performer.sample((at += 0.1), frame);
      }
      performer.sample(2.2, frame);
      return frame;
    };
    const apart = (a: AvatarFrame, b: AvatarFrame): number => between(turnOf(a, 'rightUpperArm'), turnOf(b, 'rightUpperArm'));
    expect(apart(pose('count', 'open-palms'), pose('open-palms'))).toBeLessThan(0.1);
    expect(apart(pose('hand-to-heart', 'open-palms'), pose('hand-to-heart'))).toBeLessThan(0.1);
    expect(apart(pose('open-palms'), pose('hand-to-heart'))).toBeGreaterThan(0.4);
  });
});
