import { random } from 'attune';
import { createProxemics, DISTANCES, type Proxemics, type Spot } from 'attune/xr';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const DT = 1 / 72;

function atFirst(): Proxemics {
  const feet = createProxemics(DISTANCES);
  feet.stand({ x: 0, z: -DISTANCES.comfortable }, { x: 0, z: 0 });
  return feet;
}

const away = (feet: Proxemics, player: Spot): number => Math.hypot(feet.x - player.x, feet.z - player.z);
const askew = (feet: Proxemics, player: Spot): number => {
  const off = Math.atan2(player.x - feet.x, player.z - feet.z) - feet.heading;
  return Math.abs(Math.atan2(Math.sin(off), Math.cos(off)));
};

describe('an agent on its feet', () => {
  it('makes room for whoever comes too near, and stops', () => {
    fc.assert(fc.property(fc.double({ min: 0.15, max: 0.7, noNaN: true }), fc.double({ min: 0, max: 6.28, noNaN: true }), (near, around) => {
      const feet = atFirst();
      const player = { x: feet.x + near * Math.sin(around), z: feet.z + near * Math.cos(around) };
      let retreated = false;
      for (let i = 0; i < 5 / DT; i += 1) {
        feet.update(player, false, DT);
        retreated ||= feet.retreating;
      }
      expect(retreated).toBe(true);
      expect(feet.retreating).toBe(false);
      expect(away(feet, player)).toBeGreaterThan(DISTANCES.near + 0.15);
      expect(away(feet, player)).toBeLessThan(DISTANCES.comfortable + 0.1);
      expect(askew(feet, player)).toBeLessThan(0.25);
    }));
  });

  it('never jumps, runs or leaves its place for good, whatever the player does', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const feet = atFirst();
      let state = seed;
      let player: Spot = { x: 0, z: 0 };
      let [wx, wz, meeting] = [0, 0, false];
      for (let i = 0; i < 30 / DT; i += 1) {
        if (i % 60 === 0) {
          const [a, b] = random(state);
          const [c, d] = random(b);
          state = d;
          [wx, wz, meeting] = [2.4 * (a - 0.5), 2.4 * (c - 0.5), a > 0.7];
        }
        player = { x: player.x + wx * DT, z: player.z + wz * DT };
        const { x, z, heading } = feet;
        feet.update(player, meeting, DT);
        expect(Math.hypot(feet.x - x, feet.z - z) / DT).toBeLessThan(0.6);
        expect(Math.abs(feet.heading - heading) / DT).toBeLessThan(1.7);
        expect(Math.hypot(feet.x, feet.z + DISTANCES.comfortable)).toBeLessThan(DISTANCES.leash + 0.05);
        expect(Math.hypot(feet.stride.forwards, feet.stride.aside)).toBeCloseTo(Math.hypot(feet.x - x, feet.z - z) / DT, 5);
      }
    }), { numRuns: 20 });
  });

  it('stands while the player shifts about at a good distance, and turns to who goes around it', () => {
    const feet = atFirst();
    for (let i = 0; i < 10 / DT; i += 1) feet.update({ x: 0.15 * Math.sin(i * DT), z: 0.2 * Math.sin(0.7 * i * DT) }, false, DT);
    expect([feet.x, feet.z, feet.heading]).toEqual([0, -DISTANCES.comfortable, 0]);
    for (let i = 0; i < 12 / DT; i += 1) {
      const turn = Math.min(Math.PI, 0.5 * i * DT);
      const player = { x: 1.2 * Math.sin(turn), z: -1.2 + 1.2 * Math.cos(turn) };
      feet.update(player, false, DT);
      expect(askew(feet, player)).toBeLessThan(0.8);
    }
    expect(Math.abs(Math.sin(feet.heading))).toBeLessThan(0.25);
    expect(Math.cos(feet.heading)).toBeLessThan(-0.9);
  });

  it('comes up to a hand that is held out, and no nearer', () => {
    const feet = atFirst();
    for (let i = 0; i < 4 / DT; i += 1) feet.update({ x: 0, z: 0 }, true, DT);
    expect(away(feet, { x: 0, z: 0 })).toBeGreaterThan(0.75);
    expect(away(feet, { x: 0, z: 0 })).toBeLessThan(0.95);
    const there = feet.z;
    for (let i = 0; i < 4 / DT; i += 1) feet.update({ x: 0, z: 0 }, false, DT);
    expect(feet.z).toBeCloseTo(there, 1);
  });
});
