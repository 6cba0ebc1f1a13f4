import fc from 'fast-check';
import { type AffectState, affectOfEmotions, belief, type Belief, byEmotion, certainty, DEFAULT_CHARACTER, type Emotion, EMOTIONS, initialState, normalise, UNKNOWN, UNKNOWN_VARIANCE } from 'attune';
import { emptyGroup, type GroupMember, type GroupState, stepGroup } from 'attune/group';
import { describe, expect, it } from 'vitest';
import { averageOf } from '../../../src/group/average.ts';
import { normalShare } from '../../../src/group/normal.ts';

const stranger = initialState({ seed: 1, language: 'en', character: DEFAULT_CHARACTER }).affect;
const aBelief = fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 0.005, max: 0.3, noNaN: true })).map(([mean, variance]) => belief(mean, variance));
const someBeliefs = fc.array(fc.oneof({ weight: 4, arbitrary: aBelief }, fc.constant(UNKNOWN)), { minLength: 1, maxLength: 12 });

describe('the average of a group', () => {
  it('is a legal belief within what its members may be', () => {
    fc.assert(fc.property(someBeliefs, (beliefs) => {
      const { average, spread } = averageOf(beliefs);
      expect(average.mean >= -1 && average.mean <= 1 && average.variance > 0 && average.variance <= UNKNOWN_VARIANCE).toBe(true);
      if (spread) expect(0 <= spread.low && spread.low <= spread.deviation && spread.deviation <= spread.high && Number.isFinite(spread.high)).toBe(true);
    }), { numRuns: 2000 });
  });

  it('is never surer for a member of whom nothing is known, and is not drawn to the middle by them', () => {
    fc.assert(fc.property(someBeliefs, (beliefs) => {
      const before = averageOf(beliefs).average;
      const after = averageOf([...beliefs, UNKNOWN]).average;
      expect(after.variance).toBeGreaterThanOrEqual(before.variance - 1e-9);
    }), { numRuns: 2000 });
    const pleased = averageOf([belief(0.7, 0.02), belief(0.6, 0.02), UNKNOWN, UNKNOWN]).average;
    expect(pleased.mean).toBeGreaterThan(0.6);
  });

  it('does not mind the order of members', () => {
    fc.assert(fc.property(someBeliefs.chain((beliefs) => fc.tuple(fc.constant(beliefs), fc.shuffledSubarray(beliefs, { minLength: beliefs.length }))), ([one, other]) => {
      expect(averageOf(one).average.mean).toBeCloseTo(averageOf(other).average.mean, 9);
      expect(averageOf(one).spread?.deviation ?? -1).toBeCloseTo(averageOf(other).spread?.deviation ?? -1, 9);
    }));
  });

  it('claims nothing of nobody, and no spread of one', () => {
    expect(averageOf([])).toEqual({ average: UNKNOWN, spread: null });
    expect(averageOf([UNKNOWN, UNKNOWN])).toEqual({ average: UNKNOWN, spread: null });
    expect(averageOf([belief(0.5, 0.1), UNKNOWN]).spread).toBeNull();
  });

  it('is that of these members, not of all that there could be: two certain opposites are certainly in the middle, and far apart', () => {
    const { average, spread } = averageOf([belief(0.8, 0.001), belief(-0.8, 0.001)]);
    expect(average.mean).toBeCloseTo(0, 6);
    expect(certainty(average)).toBeGreaterThan(0.95);
    expect(spread!.low).toBeGreaterThan(0.7);
  });

  it('takes no error of measurement for a spread: of those who all feel alike nine in ten intervals hold none', () => {
    let seed = 1;
    const uniform = (): number => ((seed = (seed * 16807) % 2147483647), seed / 2147483647);
    const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    let held = 0;
    for (let round = 0; round < 500; round += 1) {
      // What is measured of one feeling by members whose errors have a variance of 0.05; a belief adds the prior.
      const beliefs = Array.from({ length: 6 }, (): Belief => {
        const precision = 1 / 0.05 + 3;
        return belief(0.3 + Math.sqrt(0.05) * normal(), 1 / precision);
      });
      if (averageOf(beliefs).spread!.low === 0) held += 1;
    }
    expect(held / 500).toBeGreaterThan(0.85);
  });
});

describe('the share of a normal distribution under a value', () => {
  it('is what tables say', () => {
    for (const [z, share] of [[0, 0.5], [1, 0.8413447], [-1, 0.1586553], [1.959964, 0.975], [-3, 0.0013499], [9, 1]] as const) expect(normalShare(z)).toBeCloseTo(share, 6);
  });
});

const feeling = (emotion: Emotion, share: number): AffectState => {
  const emotions = normalise(byEmotion((each) => (each === emotion ? share : (1 - share) / 7)));
  return { ...stranger, phase: 'tracking', estimate: { at: 0, origin: 'fused', ...affectOfEmotions(emotions), emotions } };
};

/** Any members that could be there; ids may be hostile, and are different. */
const someMembers: fc.Arbitrary<GroupMember[]> = fc.uniqueArray(
  fc.record({ id: fc.oneof(fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor'), fc.string({ minLength: 1, maxLength: 3 })), state: fc.tuple(fc.constantFrom(...EMOTIONS), fc.double({ min: 0.13, max: 0.95, noNaN: true })).map(([emotion, share]) => feeling(emotion, share)), speaking: fc.option(fc.boolean()) }),
  { maxLength: 6, selector: ({ id }) => id },
);

describe('a group', () => {
  it('stays legal whoever comes, goes and speaks, and however time runs', () => {
    fc.assert(fc.property(fc.array(fc.tuple(someMembers, fc.double({ min: -5, max: 60, noNaN: true })), { maxLength: 20 }), (moments) => {
      let group = emptyGroup(0);
      let at = 0;
      for (const [members, gap] of moments) {
        at += gap;
        group = stepGroup(group, members, at);
        const { mood } = group;
        expect(mood.size).toBe(members.length);
        expect(mood.members.map(({ id }) => id)).toEqual(members.map(({ id }) => id));
        expect(Object.keys(group.seats).length).toBe(members.length);
        expect(Math.abs(EMOTIONS.reduce((sum, emotion) => sum + mood.emotions[emotion], 0) - 1)).toBeLessThan(1e-9);
        for (const share of mood.members.flatMap(({ talk, leftOut }) => [talk, leftOut])) if (share !== null) expect(share >= 0 && share <= 1).toBe(true);
        if (mood.agreement) expect(Math.abs(mood.agreement.mean) <= 1 && mood.agreement.variance > 0 && mood.agreement.variance <= UNKNOWN_VARIANCE).toBe(true);
        for (const id of mood.leftOut) expect(members.some((member) => member.id === id)).toBe(true);
        if (members.length < 3) expect(mood.leftOut).toEqual([]);
      }
    }), { numRuns: 500 });
  });

  it('never tells of somebody who cannot be heard that they are left out', () => {
    fc.assert(fc.property(someMembers, (members) => {
      const unheard = members.map((member) => ({ ...member, speaking: null }));
      let group: GroupState = emptyGroup(0);
      for (let at = 0; at < 30; at += 0.5) group = stepGroup(group, unheard, at);
      expect(group.mood.leftOut).toEqual([]);
      expect(group.mood.members.every(({ leftOut, talk }) => leftOut === null && talk === null)).toBe(true);
    }), { numRuns: 50 });
  });

  it('agrees where all feel the same, disagrees where they do not, the surer the better they are known, and knows nothing of strangers', () => {
    const agreement = (...states: AffectState[]): Belief => stepGroup(emptyGroup(0), states.map((state, index) => ({ id: `${index}`, state, speaking: null })), 1).mood.agreement!;
    const [faint, clear] = [agreement(feeling('happiness', 0.3), feeling('happiness', 0.3)), agreement(feeling('happiness', 0.95), feeling('happiness', 0.95))];
    expect(clear.mean).toBeCloseTo(1, 9);
    expect(faint.mean).toBeCloseTo(1, 9);
    expect(certainty(faint)).toBeLessThan(certainty(clear));
    expect(agreement(feeling('happiness', 0.95), feeling('anger', 0.95)).mean).toBeLessThan(0);
    expect(agreement(stranger, stranger)).toEqual(UNKNOWN);
    expect(stepGroup(emptyGroup(0), [{ id: 'alone', state: stranger, speaking: true }], 1).mood.agreement).toBeNull();
  });

  it('refuses two members of one id', () => {
    const twice = [{ id: 'left', state: stranger, speaking: null }, { id: 'left', state: stranger, speaking: null }];
    expect(() => stepGroup(emptyGroup(0), twice, 1)).toThrow('Expected each member of a group to have an id of its own, but two have "left".');
  });
});
