import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adapt, type Fortune, moodOf } from '../../../../scenes/game-three/rules/difficulty.ts';
import { fortuneOf, keepRecord, NEW_RECORD } from '../../../../scenes/game-three/rules/fortune.ts';
import { type AffectState, initialState, measured, DEFAULT_CHARACTER, UNKNOWN } from '../../../../src/core/index.ts';

const UNSEEN = initialState({ seed: 1, language: 'en', character: DEFAULT_CHARACTER }).affect;
const fair: Fortune = { caught: 0.75, lost: 0 };

/** A player who surely appears to feel this. */
function seeming(valence: number, arousal: number): AffectState {
  return { ...UNSEEN, estimate: { ...UNSEEN.estimate, valence: measured(valence, 0.01), arousal: measured(arousal, 0.01) } };
}

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const signed = fc.double({ min: -1, max: 1, noNaN: true });

describe('the difficulty', () => {
  it('stays in [0, 1] and goes against frustration, with boredom', () => {
    fc.assert(fc.property(unit, unit, unit, unit, (difficulty, frustration, boredom, delta) => {
      const next = adapt(difficulty, { frustration, boredom }, delta);
      expect(next).toBeGreaterThanOrEqual(0);
      expect(next).toBeLessThanOrEqual(1);
      if (frustration >= boredom) expect(next).toBeLessThanOrEqual(difficulty);
      else expect(next).toBeGreaterThanOrEqual(difficulty);
    }));
  });

  it('rests for a player of whom nothing is known, and who has not played', () => {
    expect(moodOf({ ...UNSEEN, estimate: { ...UNSEEN.estimate, valence: UNKNOWN } }, { caught: null, lost: 0 })).toEqual({ frustration: 0, boredom: 0 });
  });

  it('goes by play alone where nothing is felt: missing most is frustrating, catching all is dull', () => {
    expect(moodOf(UNSEEN, { caught: 0.2, lost: 2 }).frustration).toBeGreaterThan(0.5);
    expect(moodOf(UNSEEN, { caught: 1, lost: 0 }).boredom).toBeGreaterThan(0.3);
  });

  it('goes by what is felt once it is sure: upset is frustration, calm without joy is boredom, joy is neither', () => {
    const upset = moodOf(seeming(-0.7, 0.5), fair);
    expect(upset.frustration).toBeGreaterThan(upset.boredom + 0.3);
    const dull = moodOf(seeming(-0.1, -0.7), fair);
    expect(dull.boredom).toBeGreaterThan(dull.frustration + 0.2);
    const glad = moodOf(seeming(0.7, 0.4), { caught: 1, lost: 0 });
    expect(glad.frustration).toBe(0);
    expect(moodOf(seeming(0, 0), { caught: 1, lost: 0 }).boredom).toBeGreaterThan(0.3);
    expect(glad.boredom).toBeLessThan(moodOf(UNSEEN, { caught: 1, lost: 0 }).boredom);
  });

  it('finds both in [0, 1], whatever is felt and however it goes', () => {
    fc.assert(fc.property(signed, signed, fc.option(unit), fc.nat(9), (valence, arousal, caught, lost) => {
      for (const each of Object.values(moodOf(seeming(valence, arousal), { caught, lost }))) {
        expect(each).toBeGreaterThanOrEqual(0);
        expect(each).toBeLessThanOrEqual(1);
      }
    }));
  });
});

describe('what is remembered of the play', () => {
  it('tells nothing of a few lights, and then only of the newest', () => {
    const after = (caught: readonly boolean[]) => fortuneOf(caught.reduce((record, each) => keepRecord(record, { what: each ? 'caught' : 'missed', x: 0, y: 0 }), NEW_RECORD));
    expect(after([true, true, true]).caught).toBeNull();
    expect(after([true, true, true, false]).caught).toBe(0.75);
    expect(after([...Array.from({ length: 20 }, () => false), ...Array.from({ length: 12 }, () => true)]).caught).toBe(1);
  });

  it('counts nights lost in a row, and lights caught in a row', () => {
    const lostTwice = keepRecord(keepRecord(NEW_RECORD, { what: 'lost' }), { what: 'lost' });
    expect(lostTwice.lost).toBe(2);
    expect(keepRecord(lostTwice, { what: 'won' }).lost).toBe(0);
    const caught = keepRecord(keepRecord(NEW_RECORD, { what: 'caught', x: 0, y: 0 }), { what: 'caught', x: 0, y: 0 });
    expect(caught.streak).toBe(2);
    expect(keepRecord(caught, { what: 'burr', x: 0, y: 0 }).streak).toBe(0);
  });
});
