import type { MotionSignal } from 'attune';
import { type BodyPose, createMotionReader, type Point } from 'attune/xr';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EYES, follow, type Held, swinging, towards, type Tracking } from './tracks.ts';

const AGENT: Point = { x: 0, y: 1.45, z: -1.2 };

const anyTracking: fc.Arbitrary<Tracking> = fc.record({
  rate: fc.constantFrom(72, 90), jitter: fc.double({ min: 0, max: 0.0008, noNaN: true }), tremor: fc.double({ min: 0, max: 0.004, noNaN: true }), seed: fc.integer({ min: 1, max: 1e6 }),
});

function read(poses: Iterable<BodyPose>, agent: Point | null = AGENT): MotionSignal[] {
  const reader = createMotionReader();
  return Array.from(poses).flatMap((pose) => reader.take(pose, agent) ?? []);
}

const gesturesOf = (signals: readonly MotionSignal[]): string[] => signals.flatMap(({ gesture }) => gesture ?? []);

/** Somebody who stands, sways a little and looks around slowly. */
const standing = (at: number): Held => ({
  eyes: { ...EYES, x: 0.02 * Math.sin(0.9 * at), z: 0.015 * Math.sin(0.6 * at) }, yaw: 0.25 * Math.sin(0.7 * at), pitch: 0.1 * Math.sin(0.5 * at + 1),
});

describe('a head', () => {
  it('nods: two or three times, small or large, quick or slow', () => {
    fc.assert(fc.property(anyTracking, fc.integer({ min: 2, max: 3 }), fc.double({ min: 0.32, max: 0.7, noNaN: true }), fc.double({ min: 0.055, max: 0.22, noNaN: true }), fc.constantFrom(1, -1), (tracking, cycles, period, size, way) => {
      const nodding = (at: number): Held => ({ ...standing(at), yaw: 0.02 * Math.sin(3 * at), pitch: swinging(at, 1, cycles, period, way * size) });
      expect(gesturesOf(read(follow(4, tracking, nodding)))).toEqual(['nod']);
    }), { numRuns: 40 });
  });

  it('is shaken', () => {
    fc.assert(fc.property(anyTracking, fc.integer({ min: 2, max: 3 }), fc.double({ min: 0.36, max: 0.9, noNaN: true }), fc.double({ min: 0.08, max: 0.4, noNaN: true }), fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }), (tracking, cycles, period, size, facing) => {
      const shaking = (at: number): Held => ({ yaw: facing + swinging(at, 1, cycles, period, size), pitch: -0.1 });
      expect(gesturesOf(read(follow(4.5, tracking, shaking), null))).toEqual(['shake']);
    }), { numRuns: 40 });
  });

  it('does neither while somebody stands, looks around, looks down and up again, walks or crouches', () => {
    const glances: readonly ((at: number) => Held)[] = [
      standing,
      (at) => ({ pitch: at > 1 && at < 2.2 ? -0.5 : 0 }),
      (at) => ({ yaw: 0.8 * Math.sin(1.6 * at), pitch: 0.3 * Math.sin(2.3 * at) }),
      // Steps at 1.8 a second make a head bob by a few millimetres and turn by a degree.
      (at) => ({ eyes: { x: 0.02 * Math.sin(5.6 * at), y: 1.6 + 0.02 * Math.sin(11.3 * at), z: -0.6 * at }, yaw: 0.02 * Math.sin(5.6 * at), pitch: 0.018 * Math.sin(11.3 * at) }),
      (at) => ({ eyes: { ...EYES, y: 1.6 - 0.3 * (1 + Math.sin(at)) }, pitch: 0.2 * Math.sin(at) }),
      // Around and around, as one who follows a fly.
      (at) => ({ yaw: 0.3 * Math.sin(6 * at), pitch: 0.3 * Math.cos(6 * at) }),
    ];
    fc.assert(fc.property(anyTracking, fc.constantFrom(...glances), (tracking, glance) => {
      expect(gesturesOf(read(follow(8, tracking, glance), null))).toEqual([]);
    }), { numRuns: 40 });
  });
});

const hand = (position: Point, direction: Point = towards(0, 0)): NonNullable<Held['right']> => ({ position, direction });

describe('hands', () => {
  it('wave, on either side, before the face or beside it', () => {
    fc.assert(fc.property(anyTracking, fc.constantFrom('left', 'right'), fc.double({ min: 0.35, max: 0.9, noNaN: true }), fc.double({ min: 0.045, max: 0.18, noNaN: true }), fc.double({ min: -0.25, max: 0.15, noNaN: true }), (tracking, side, period, size, up) => {
      const waving = (at: number): Held => {
        const raised = at > 0.8 && at < 3.6;
        const out = (side === 'left' ? -1 : 1) * 0.3;
        return { ...standing(at), [side]: raised ? hand({ x: out + swinging(at, 1, 3, period, size), y: 1.6 + up, z: -0.25 }, { x: 0, y: 1, z: 0 }) : undefined };
      };
      expect(gesturesOf(read(follow(5, tracking, waving))).filter((each) => each === 'wave')).toEqual(['wave']);
    }), { numRuns: 40 });
  });

  it('are offered to be taken, and held up to be met', () => {
    fc.assert(fc.property(anyTracking, fc.constantFrom('left', 'right'), fc.constantFrom<readonly [string, number]>(['reach', -0.5], ['reach', -0.35], ['reach', -0.7], ['high-five', -0.05], ['high-five', 0.1]), fc.double({ min: 0.4, max: 0.6, noNaN: true }), (tracking, side, [kind, up], out) => {
      const direction = kind === 'reach' ? towards(0, -0.1) : { x: 0, y: 1, z: 0 };
      const offering = (at: number): Held => {
        const share = Math.min(1, Math.max(0, (at - 1) / 0.4));
        return { ...standing(at), [side]: hand({ x: 0.1, y: 0.85 + share * (0.75 + up), z: -share * out }, share === 1 ? direction : towards(0, -1.2)) };
      };
      const reader = createMotionReader();
      const seen = [...follow(3, tracking, offering)].flatMap((pose) => reader.take(pose, AGENT)?.gesture ?? []);
      expect(seen).toEqual([kind]);
      expect(reader.telling.map((each) => each.kind)).toEqual([kind]);
    }), { numRuns: 40 });
  });

  it('offer nothing to somebody far away, nor to nobody', () => {
    fc.assert(fc.property(anyTracking, fc.constantFrom<Point | null>(null, { x: 0, y: 1.5, z: -4 }, { x: 3, y: 1.5, z: 0 }), (tracking, agent) => {
      const seen = gesturesOf(read(follow(3, tracking, () => ({ right: hand({ x: 0.1, y: 1.1, z: -0.5 }, towards(0, -0.6)) })), agent));
      expect(seen).not.toContain('reach');
      expect(seen).not.toContain('high-five');
    }), { numRuns: 30 });
  });

  it('point at things, but never at the agent', () => {
    fc.assert(fc.property(anyTracking, fc.double({ min: 0.5, max: 1.3, noNaN: true }), fc.double({ min: -0.5, max: 0.4, noNaN: true }), fc.constantFrom(1, -1), (tracking, yaw, pitch, way) => {
      const ray = towards(way * yaw, pitch);
      const pointing = (at: number): Held => (at < 1 ? {} : { right: hand({ x: 0.17 + 0.54 * ray.x, y: 1.38 + 0.54 * ray.y, z: 0.54 * ray.z }, ray) });
      const reader = createMotionReader();
      const seen = [...follow(3, tracking, pointing)].flatMap((pose) => reader.take(pose, AGENT)?.gesture ?? []);
      expect(seen.filter((each) => each === 'point')).toEqual(['point']);
      const [told] = reader.telling;
      expect(told?.kind).toBe('point');
      expect(told!.hand.direction.x * way).toBeLessThan(0);
    }), { numRuns: 40 });
  });

  it('tell nothing while they hang, gesticulate, or hold something before the chest', () => {
    const busy: readonly ((at: number) => Held)[] = [
      standing,
      // Telling a story: at most a hand's breadth to and fro, low before the chest, all the time.
      (at) => ({ ...standing(at), right: hand({ x: 0.2 + 0.06 * Math.sin(4 * at), y: 1.12 + 0.06 * Math.sin(5.1 * at), z: -0.28 + 0.05 * Math.sin(3.3 * at) }, towards(0.3 * Math.sin(3 * at), -0.3)) }),
      () => ({ left: hand({ x: -0.1, y: 1.15, z: -0.28 }, towards(-0.5, -0.2)), right: hand({ x: 0.1, y: 1.15, z: -0.28 }, towards(0.5, -0.2)) }),
    ];
    fc.assert(fc.property(anyTracking, fc.constantFrom(...busy), (tracking, held) => {
      expect(gesturesOf(read(follow(8, tracking, held)))).toEqual([]);
    }), { numRuns: 40 });
  });
});

describe('how lively somebody moves', () => {
  const moving = (speed: number) => (at: number): Held => ({ eyes: { ...EYES, x: (speed / 2) * Math.sin(2 * at) }, right: null, left: null });

  it('is measured twice a second, alike at 72 and 90 pictures a second', () => {
    fc.assert(fc.property(fc.double({ min: 0.1, max: 1.2, noNaN: true }), fc.integer({ min: 1, max: 1e6 }), (speed, seed) => {
      const [slow, quick] = [72, 90].map((rate) => read(follow(6, { rate, jitter: 0.0005, tremor: 0.002, seed }, moving(speed)), null));
      const mean = (signals: readonly MotionSignal[]): number => Math.sqrt(signals.reduce((sum, each) => sum + each.speed! ** 2, 0) / signals.length);
      expect(slow!.length).toBeGreaterThanOrEqual(10);
      expect(slow!.length).toBeLessThanOrEqual(12);
      // Root mean square of a sine is 1/√2 of its peak.
      expect(mean(slow!)).toBeCloseTo(speed / Math.SQRT2, 1);
      expect(Math.abs(mean(slow!) - mean(quick!))).toBeLessThan(0.05 * speed + 0.01);
    }), { numRuns: 30 });
  });

  it('is stillness for who does not move, however the tracking trembles', () => {
    fc.assert(fc.property(anyTracking, (tracking) => {
      const signals = read(follow(4, tracking, () => ({})), null);
      expect(Math.min(...signals.map(({ stillness }) => stillness))).toBeGreaterThan(0.9);
      expect(Math.max(...signals.map(({ speed }) => speed!))).toBeLessThan(0.03);
    }), { numRuns: 30 });
  });

  it('survives gaps, leaps and times that go back', () => {
    fc.assert(fc.property(anyTracking, fc.array(fc.record({ at: fc.double({ min: 0, max: 9, noNaN: true }), x: fc.double({ min: -40, max: 40, noNaN: true }) }), { maxLength: 40 }), (tracking, wild) => {
      const reader = createMotionReader();
      const [pose] = [...follow(0.1, tracking, () => ({}))];
      for (const { at, x } of wild) {
        const signal = reader.take({ ...pose!, at, head: { position: { ...EYES, x }, direction: towards(x, 0) } }, AGENT);
        if (signal?.speed != null) expect(signal.speed).toBeLessThanOrEqual(8);
        expect(signal?.window ?? 0).toBeLessThanOrEqual(2);
      }
    }), { numRuns: 40 });
  });
});

describe('coming near', () => {
  it('is told once for each time', () => {
    const reader = createMotionReader();
    const walking = (at: number): Held => ({ eyes: { ...EYES, z: -0.35 + 0.35 * Math.cos(at) } });
    const told = [...follow(4 * Math.PI, { rate: 72, jitter: 0.0005, tremor: 0.002, seed: 5 }, walking)].flatMap((pose) => reader.take(pose, AGENT)?.gesture ?? []);
    expect(told).toEqual(['approach', 'approach']);
  });
});
