import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACE_AXES, type FaceAxes } from '../../../../src/browser/face/face-axes.ts';
import { scoreFace } from '../../../../src/browser/face/face-scores.ts';
import { REST } from '../../../../src/browser/face/population.ts';
import { type EmotionScores, learnNeutral, POPULATION_NEUTRAL, type RunningNeutral, type SeenFace, settledness, takeNeutral } from '../../../../src/browser/face/running-neutral.ts';

/** A face that departs from the population's rest by so many standard deviations. */
const face = (away: Partial<Record<keyof FaceAxes, number>>): FaceAxes =>
  Object.fromEntries(FACE_AXES.map((axis) => [axis, REST[axis].mean + (away[axis] ?? 0) * REST[axis].sd])) as unknown as FaceAxes;
const seenAs = (axes: FaceAxes, head: EmotionScores | null = null, blendshapes: readonly number[] | null = null): SeenFace => ({ axes, head, blendshapes });
const watch = (seen: FaceAxes, seconds: number, from: RunningNeutral = POPULATION_NEUTRAL, quality = 1): RunningNeutral => {
  let neutral = from;
  for (let i = 0; i < seconds * 15; i += 1) neutral = learnNeutral(neutral, seenAs(seen), 1 / 15, quality);
  return neutral;
};
const deviation = fc.double({ min: -5, max: 5, noNaN: true });
const faces = fc.record({ smile: deviation, corners: deviation, brows: deviation, eyes: deviation, mouth: deviation }).map(face);

describe('learnNeutral', () => {
  it('never moves under a strong expression', () => {
    fc.assert(fc.property(faces, fc.double({ min: 1.2, max: 6, noNaN: true }), (seen, smile) => {
      expect(learnNeutral(POPULATION_NEUTRAL, seenAs({ ...seen, smile: REST.smile.mean + smile * REST.smile.sd }), 1 / 15, 1)).toBe(POPULATION_NEUTRAL);
    }));
  });

  it('goes on reading a smile from the first frame as a smile, for ten minutes', () => {
    for (const away of [2, 2.5, 3, 5]) {
      const smiling = face({ smile: away });
      const first = scoreFace(smiling, POPULATION_NEUTRAL).smile;
      expect(first).toBeGreaterThan(0.5);
      expect(scoreFace(smiling, watch(smiling, 600)).smile).toBeCloseTo(first, 9);
    }
  });

  it('cannot creep up on a smile by way of a faint one', () => {
    let neutral = POPULATION_NEUTRAL;
    for (let away = 0; away < 3; away += 0.1) neutral = watch(face({ smile: away }), 30, neutral);
    expect(scoreFace(face({ smile: 3 }), neutral).smile).toBeGreaterThan(0.6);
  });

  it('learns a resting face slowly: little in a second, most of it in two minutes', () => {
    const resting = face({ corners: -0.9, brows: 1, eyes: -0.8 });
    const moved = (neutral: RunningNeutral): number => (neutral.axes.brows - REST.brows.mean) / REST.brows.sd;
    expect(moved(watch(resting, 1))).toBeLessThan(0.06);
    expect(moved(watch(resting, 120))).toBeGreaterThan(0.8);
  });

  it('stays between what it was and what it saw', () => {
    fc.assert(fc.property(fc.array(faces, { minLength: 1, maxLength: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (seen, quality) => {
      let neutral = POPULATION_NEUTRAL;
      for (const next of seen) {
        const after = learnNeutral(neutral, seenAs(next), 0.2, quality);
        for (const axis of FACE_AXES) {
          const [low, high] = [Math.min(neutral.axes[axis], next[axis]), Math.max(neutral.axes[axis], next[axis])];
          expect(after.axes[axis]).toBeGreaterThanOrEqual(low - 1e-9);
          expect(after.axes[axis]).toBeLessThanOrEqual(high + 1e-9);
        }
        neutral = after;
      }
    }));
  });

  it('learns nothing from a look without quality, and counts a long gap for a moment only', () => {
    expect(watch(face({ brows: 1 }), 60, POPULATION_NEUTRAL, 0)).toBe(POPULATION_NEUTRAL);
    expect(learnNeutral(POPULATION_NEUTRAL, seenAs(face({ brows: 1 })), 3600, 1).evidence).toBeLessThanOrEqual(0.25);
  });

  it('is settled after forty calm seconds', () => {
    expect(settledness(POPULATION_NEUTRAL)).toBe(0);
    expect(settledness(watch(face({}), 20))).toBeCloseTo(0.5);
    expect(settledness(watch(face({}), 90))).toBe(1);
  });
});

describe('the neutral of the models', () => {
  const head = (score: number): EmotionScores => ({ whole: Array.from({ length: 8 }, () => score), upper: Array.from({ length: 8 }, () => -score) });

  it('is the mean of the calm looks, and forgets old ones', () => {
    let neutral = POPULATION_NEUTRAL;
    for (let i = 0; i < 150; i += 1) neutral = learnNeutral(neutral, seenAs(face({}), head(i % 2), [0.2, i % 2]), 1 / 15, 1);
    expect(neutral.head?.whole[0]).toBeCloseTo(0.5, 1);
    expect(neutral.head?.upper[7]).toBeCloseTo(-0.5, 1);
    expect(neutral.blendshapes?.[0]).toBeCloseTo(0.2, 9);
    for (let i = 0; i < 15 * 240; i += 1) neutral = learnNeutral(neutral, seenAs(face({}), head(3)), 1 / 15, 1);
    expect(neutral.head?.whole[0]).toBeGreaterThan(2.9);
    expect(neutral.blendshapes?.[0]).toBeCloseTo(0.2, 9);
  });

  it('does not move while the face is not calm', () => {
    const before = learnNeutral(POPULATION_NEUTRAL, seenAs(face({}), head(1)), 0.1, 1);
    expect(learnNeutral(before, seenAs(face({ smile: 3 }), head(9)), 0.1, 1)).toBe(before);
  });
});

describe('takeNeutral', () => {
  const taken = takeNeutral(seenAs(face({ smile: 2, corners: -3 })));

  it('is settled at once, and reads that very face as rest', () => {
    expect(settledness(taken)).toBe(1);
    expect(scoreFace(taken.axes, taken)).toEqual({ smile: 0, browRaise: 0, browLower: 0, eyeOpen: 0, mouthOpen: 0 });
  });

  it('goes on learning around the face that was taken, and not away from it', () => {
    const near = watch(face({ smile: 2.4, corners: -3 }), 60, taken);
    expect(near.axes.smile).toBeGreaterThan(taken.axes.smile);
    const away = watch(face({ smile: 4, corners: -3 }), 600, taken);
    expect(away).toBe(taken);
  });
});

describe('scoreFace', () => {
  it('is all zero for the neutral itself', () => {
    expect(scoreFace(POPULATION_NEUTRAL.axes, POPULATION_NEUTRAL)).toEqual({ smile: 0, browRaise: 0, browLower: 0, eyeOpen: 0, mouthOpen: 0 });
  });

  it('stays in range for any face', () => {
    fc.assert(fc.property(faces, (seen) => {
      const { smile, eyeOpen, ...units } = scoreFace(seen, POPULATION_NEUTRAL);
      for (const value of [smile, eyeOpen]) expect(Math.abs(value)).toBeLessThanOrEqual(1);
      for (const value of Object.values(units)) expect(value >= 0 && value <= 1).toBe(true);
    }));
  });

  it('tells raised from lowered brows, wide from closed eyes, and a smile from sunken corners', () => {
    expect(scoreFace(face({ brows: 3 }), POPULATION_NEUTRAL)).toMatchObject({ browLower: 0 });
    expect(scoreFace(face({ brows: 3 }), POPULATION_NEUTRAL).browRaise).toBeGreaterThan(0.9);
    expect(scoreFace(face({ brows: -2 }), POPULATION_NEUTRAL).browLower).toBeGreaterThan(0.9);
    expect(scoreFace(face({ eyes: -4 }), POPULATION_NEUTRAL).eyeOpen).toBe(-1);
    expect(scoreFace(face({ eyes: 3 }), POPULATION_NEUTRAL).eyeOpen).toBeGreaterThan(0.9);
    expect(scoreFace(face({ corners: -3 }), POPULATION_NEUTRAL).smile).toBe(-1);
  });
});
