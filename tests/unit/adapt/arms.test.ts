import fc from 'fast-check';
import { type ArmTurn, chooseArm } from 'attune/adapt';
import { random } from 'attune';
import { describe, expect, it } from 'vitest';

const ARMS = ['walk', 'breathe', 'call', 'music'];

describe('a choice among arms', () => {
  it('is one of those that are allowed, with chances that sum to 1 and none under the floor', () => {
    const turn = fc.record({ arm: fc.constantFrom(...ARMS), occasion: fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })), outcome: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(fc.property(fc.uniqueArray(fc.constantFrom(...ARMS), { minLength: 1 }), fc.array(turn, { maxLength: 30 }), fc.integer(), (arms, log, seed) => {
      const { arm, chances } = chooseArm(arms, log, [0.2, -0.4], { seed: seed >>> 0, floor: 0.2 });
      expect(arms).toContain(arm);
      expect(Object.values(chances).reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
      for (const chance of Object.values(chances)) expect(chance).toBeGreaterThanOrEqual(0.2 / arms.length - 1e-9);
      expect(chooseArm(arms, log, [0.2, -0.4], { seed: seed >>> 0, floor: 0.2 })).toEqual({ arm, chances });
    }));
  });

  it('comes to what helps this person, by how they feel: one thing when tense and another when low', () => {
    const log: ArmTurn[] = [];
    let [seed, right] = [11, 0];
    for (let day = 0; day < 160; day += 1) {
      const [lot, after] = random(seed);
      seed = after;
      const tense = lot < 0.5;
      const occasion = tense ? [-0.6, 0.7] : [-0.6, -0.7];
      const { arm } = chooseArm(ARMS, log, occasion, { seed });
      const best = tense ? 'breathe' : 'walk';
      if (day >= 80 && arm === best) right += 1;
      log.push({ arm, occasion, outcome: arm === best ? 1 : arm === 'music' ? 0.5 : 0 });
    }
    expect(right / 80).toBeGreaterThan(0.75);
  });

  it('passes over turns of another shape, and refuses no arms and no floor', () => {
    expect(chooseArm(['walk'], [{ arm: 'walk', occasion: [1], outcome: 0 }], [0, 0], { seed: 1 }).arm).toBe('walk');
    expect(() => chooseArm([], [], [], { seed: 1 })).toThrow('Expected one arm or more');
    expect(() => chooseArm(['walk'], [], [], { seed: 1, floor: 0 })).toThrow('Expected a floor between 0.01 and 1, but got 0');
  });
});
