import fc from 'fast-check';
import { BONE_INDEX, createAvatarFrame, HUMAN_BONES } from 'attune';
import { breathAt, BREATH_PATTERNS, breatheBody, type BreathPattern } from 'attune/scenario';
import { describe, expect, it } from 'vitest';

const part = fc.double({ min: 0.5, max: 12, noNaN: true });
const still = fc.double({ min: 0, max: 8, noNaN: true });
const pattern: fc.Arbitrary<BreathPattern> = fc.record({ in: part, hold: still, out: part, rest: still });

describe('a pacer', () => {
  it('is full after the in-breath and empty after the out-breath, whatever the pattern', () => {
    fc.assert(fc.property(pattern, fc.double({ min: 0, max: 900, noNaN: true }), (each, at) => {
      const { part: now, depth, share, left } = breathAt(each, at);
      expect(depth).toBeGreaterThanOrEqual(0);
      expect(depth).toBeLessThanOrEqual(1);
      expect(share).toBeLessThan(1.000001);
      const soon = breathAt(each, at + left + 1e-6);
      if (now === 'in') expect(soon.depth).toBeGreaterThan(0.999);
      if (now === 'out') expect(soon.depth).toBeLessThan(0.001);
    }));
  });

  it('never jumps, and counts breaths one by one', () => {
    fc.assert(fc.property(pattern, fc.double({ min: 0, max: 300, noNaN: true }), (each, at) => {
      const [one, next] = [breathAt(each, at), breathAt(each, at + 0.01)];
      // The quickest in-breath that there is takes 0.3 s: half a cosine is then at most 5.3 a second.
      expect(Math.abs(next.depth - one.depth)).toBeLessThan(0.06);
      expect([0, 1]).toContain(next.count - one.count);
    }));
  });

  it('comes to the pace of its pattern after four quicker breaths', () => {
    const minute = (name: keyof typeof BREATH_PATTERNS, from: number): number => breathAt(BREATH_PATTERNS[name], from + 60.02).count - breathAt(BREATH_PATTERNS[name], from + 0.01).count;
    const settled = (name: keyof typeof BREATH_PATTERNS): number => {
      const { in: up, hold, out, rest } = BREATH_PATTERNS[name];
      return (0.6 + 0.7 + 0.8 + 0.9) * (up + hold + out + rest);
    };
    expect(minute('4-2-6', settled('4-2-6'))).toBe(5);
    expect(breathAt(BREATH_PATTERNS.even, settled('even') + 120.02).count - 4).toBe(11);
    expect(breathAt(BREATH_PATTERNS['4-2-6'], 0.6 * 12 + 0.001).count).toBe(1);
    expect(minute('4-2-6', 0)).toBeGreaterThan(5);
  });

  it('refuses a breath that nobody can take', () => {
    expect(() => breathAt({ in: 0, hold: 2, out: 6, rest: 0 }, 1)).toThrow('Expected a breath\'s "in" to last 0.5 to 30 seconds, but got 0.');
    expect(() => breathAt({ in: 4, hold: Number.NaN, out: 6, rest: 0 }, 1)).toThrow(/"hold"/);
  });
});

describe('a body that breathes by it', () => {
  const turned = (depth: number): Float64Array => {
    const frame = createAvatarFrame();
    breatheBody(frame, depth);
    return frame.body;
  };

  it('stays at rest when empty, and keeps every turn a turn', () => {
    expect([...turned(0)]).toEqual([...createAvatarFrame().body]);
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (depth) => {
      const body = turned(depth);
      for (let bone = 0; bone < HUMAN_BONES.length; bone += 1) expect(Math.hypot(...body.subarray(4 * bone, 4 * bone + 4))).toBeCloseTo(1, 9);
    }));
  });

  it('bends the chest back, keeps the face where it is, and lifts both shoulders but no hand', () => {
    const body = turned(1);
    const angle = (bone: (typeof HUMAN_BONES)[number], axis: number): number => 2 * Math.asin(body[4 * BONE_INDEX[bone] + axis]!);
    expect(angle('chest', 0) + angle('upperChest', 0)).toBeCloseTo(-0.11, 6);
    expect(angle('neck', 0)).toBeCloseTo(0.11, 6);
    for (const [side, up] of [['left', 1], ['right', -1]] as const) {
      expect(up * angle(`${side}Shoulder`, 2)).toBeGreaterThan(0.05);
      expect(angle(`${side}UpperArm`, 2)).toBeCloseTo(-angle(`${side}Shoulder`, 2), 6);
    }
  });

  it('turns a bone that is turned already in its own frame, and an arm in its shoulder\'s', () => {
    const frame = createAvatarFrame();
    const at = 4 * BONE_INDEX.leftUpperArm;
    // An arm that hangs, by a quarter turn about z, then turned about its own length.
    const [a, b] = [[0, 0, -Math.SQRT1_2, Math.SQRT1_2], [Math.sin(0.2), 0, 0, Math.cos(0.2)]] as const;
    const q = [a[3] * b[0] + a[0] * b[3], a[2] * b[0], a[2] * b[3], a[3] * b[3]];
    frame.body.set(q, at);
    const before = [...frame.body.subarray(at, at + 4)];
    breatheBody(frame, 1);
    const half = -0.07 / 2;
    const [x, y, z, w] = before as [number, number, number, number];
    const [s, c] = [Math.sin(half), Math.cos(half)];
    // r q, with r about z.
    for (const [k, value] of [c * x - s * y, c * y + s * x, c * z + s * w, c * w - s * z].entries()) expect(frame.body[at + k]).toBeCloseTo(value, 12);
  });
});
